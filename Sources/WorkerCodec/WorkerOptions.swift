public import PreflightCore

/// What a worker may take before it is replaced, and before it is killed.
public struct WorkerOptions: Sendable, Hashable {
    /// Seconds that one image may take; nil to let the time grow with its pixels.
    public var timeoutSeconds: Double?

    /// Bytes of address space, the decoder's own libraries included.
    public var memoryByteCount: Int

    /// Images after which a worker is replaced, so that nothing can pile up in it.
    public var imageCountAtMost = 1000

    /// Bytes that a worker is sent before it is replaced.
    public var byteCountAtMost = 2_000_000_000

    /// Seconds of processor time in all of a worker's life.
    public static let processorSeconds = 3600

    /// Creates options.
    ///
    /// - Parameters:
    ///   - timeoutSeconds: Seconds that one image may take; nil to let the time grow with its pixels.
    ///   - decodeGuard: What is never decoded; the memory of a worker follows from it.
    public init(timeoutSeconds: Double? = nil, decodeGuard: DecodeGuard = DecodeGuard()) {
        self.timeoutSeconds = timeoutSeconds
        memoryByteCount = decodeGuard.framePixelCount
            .multipliedSaturating(by: Self.byteCountOfPixel)
            .addingSaturating(Self.ownByteCount)
    }

    /// Three copies of a pixel with four samples of two bytes: decoded, turned, and on its way.
    private static let byteCountOfPixel = 24

    /// The libraries, the stacks of a few threads and what the C library keeps in reserve.
    private static let ownByteCount = 1 << 30
}

extension Int {
    fileprivate func addingSaturating(_ other: Int) -> Int {
        let (sum, isOver) = addingReportingOverflow(other)
        return isOver ? .max : sum
    }
}
