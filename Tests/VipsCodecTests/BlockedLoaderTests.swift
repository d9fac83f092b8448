import Fixtures
import Foundation
import PreflightCore
import Testing

@testable import VipsCodec

/// Nothing but the loader of the format that was recognised sees a byte.
struct BlockedLoaderTests {
    static let decodable: [ImageFormat] = [.jpeg, .png, .gif, .webp]

    @Test(arguments: Fixture.foreign, decodable)
    func `foreign content is refused under every format`(
        _ fixture: Fixture,
        format: ImageFormat
    ) throws {
        let bytes = try fixture.bytes()
        #expect(throws: CodecError.self) {
            try VipsCodec().verify(bytes, as: format, frames: .all)
        }
    }

    @Test(
        arguments: [
            (Fixture.jpegMark, ImageFormat.jpeg), (.pngRGB8, .png), (.gifStill, .gif),
            (.webpLossy, .webp),
        ],
        decodable
    )
    func `content is decoded under its own format only`(
        _ file: (fixture: Fixture, format: ImageFormat),
        format: ImageFormat
    ) throws {
        let bytes = try file.fixture.bytes()
        let isDecoded = (try? VipsCodec().verify(bytes, as: format, frames: .first)) != nil
        #expect(isDecoded == (format == file.format))
    }

    @Test(arguments: ImageFormat.allCases.filter { !$0.isDecodable })
    func `a format that is not decoded is refused before libvips sees it`(
        _ format: ImageFormat
    ) throws {
        let bytes = try Fixture.jpegMark.bytes()
        #expect(throws: CodecError(stage: .open, detail: "")) {
            try VipsCodec().verify(bytes, as: format, frames: .first)
        }
    }

    @Test(arguments: decodable)
    func `no bytes are refused`(_ format: ImageFormat) {
        #expect(throws: CodecError.self) {
            try VipsCodec().verify([], as: format, frames: .first)
        }
    }

    @Test(arguments: [
        "tiffload_source", "svgload_source", "jp2kload_source", "radload_source", "ppmload_source",
        "csvload_source", "matrixload_source", "vipsload_source", "fitsload_source", "openexrload",
        "analyzeload", "niftiload_source", "rawload", "heifload_source", "jxlload_source",
        "pdfload_source", "magickload", "openslideload_source", "tiffload", "svgload_buffer",
    ])
    func `libvips runs no other loader`(_ operation: String) throws {
        try VipsLibrary.start()
        #expect(LoaderState(of: operation) != .open)
    }

    @Test(arguments: ["jpegload_source", "pngload_source", "gifload_source", "webpload_source"])
    func `libvips runs the four loaders`(_ operation: String) throws {
        try VipsLibrary.start()
        #expect(LoaderState(of: operation) == .open)
    }

    @Test
    func `loaders that this libvips has are blocked, not only absent`() throws {
        try VipsLibrary.start()
        #expect(LoaderState(of: "vipsload_source") == .blocked)
        #expect(LoaderState(of: "csvload_source") == .blocked)
    }

    @Test(
        .enabled(
            if: FileManager.default.fileExists(atPath: "/proc/self/maps"),
            "The loaded libraries are read from /proc."
        )
    )
    func `plug-in modules are not loaded`() throws {
        try VipsLibrary.start()
        let file = try #require(FileHandle(forReadingAtPath: "/proc/self/maps"))
        let maps = String(decoding: try file.readToEnd() ?? Data(), as: UTF8.self)
        #expect(maps.contains("libvips"))
        #expect(!maps.contains("vips-modules"))
    }
}
