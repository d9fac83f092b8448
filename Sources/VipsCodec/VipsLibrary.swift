internal import CVips
internal import PreflightCore

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

/// The one libvips of the process.
enum VipsLibrary {
    /// Starts libvips on the first call and repeats its outcome afterwards.
    static func start() throws(CodecError) {
        guard isStarted else { throw CodecError(stage: .start, detail: "libvips does not start") }
    }

    /// Loaders that stay open; every other one is blocked before it can see a byte.
    private static let openLoaderClasses = [
        "VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadNsgif", "VipsForeignLoadWebp",
    ]

    private static let isStarted: Bool = {
        // libvips looks for plug-in modules (ImageMagick, Poppler, OpenSlide…) below this folder.
        // They hold decoders that imgcheck never uses, and loading them takes 20 ms.
        unsafe setenv("VIPSHOME", "/nonexistent", 1)
        // Pictures of more than 100 MB would be decoded into a file in /tmp, which a worker may not
        // make: their pixels stay in memory, which has a limit.
        unsafe setenv("VIPS_DISC_THRESHOLD", "1000000g", 1)
        guard unsafe cvips_start("imgcheck") == 0 else { return false }

        unsafe vips_operation_block_set("VipsForeignLoad", 1)
        for loader in openLoaderClasses {
            unsafe vips_operation_block_set(loader, 0)
        }
        // With more than one thread an image libvips loses errors: a JPEG cut before its end then
        // passes in some runs. Images are decoded side by side instead.
        vips_concurrency_set(1)
        // No image is read twice, so a cache would only hold memory.
        vips_cache_set_max(0)
        VipsLog.capture()
        return true
    }()
}
