/// The most pixels that are decoded, so that a small file cannot ask for all of a machine's memory.
///
/// The guard is imgcheck's own, not a provider's. It is applied to what the header claims, before a
/// decoder sees the file. Bounds are inclusive.
public struct DecodeGuard: Sendable, Hashable {
    /// The most pixels of one frame: its canvas, or the rectangle that a frame claims if larger.
    public var framePixelCount: Int

    /// The most pixels of all frames together; applies only where all of them are decoded.
    public var animationPixelCount: Int

    /// Creates a guard; both numbers are pixels.
    public init(framePixelCount: Int = 150_000_000, animationPixelCount: Int = 1_000_000_000) {
        self.framePixelCount = framePixelCount
        self.animationPixelCount = animationPixelCount
    }
}

extension DecodeGuard {
    /// A bound that a header breaks.
    public struct Excess: Sendable, Hashable {
        /// The pixels that the header asks for.
        public var measured: Int
        /// The pixels that the guard allows.
        public var limit: Int
        /// Whether the pixels are those of all frames together.
        public var isOfAllFrames: Bool
    }

    /// The bound that decoding `frames` of an image would break, or nil.
    public func excess(of facts: ImageFacts, decoding frames: FrameScope) -> Excess? {
        switch facts.header {
        case .failure(.oversize(let size)): excess(ofFrame: size)
        case .failure: nil
        case .success(let header) where frames == .first: excess(ofFrame: header.largestCanvas)
        case .success(let header): excess(ofFrame: header.largestFrame) ?? excess(ofFrames: header)
        }
    }

    private func excess(ofFrame size: PixelSize) -> Excess? {
        guard size.pixelCount > framePixelCount else { return nil }
        return Excess(measured: size.pixelCount, limit: framePixelCount, isOfAllFrames: false)
    }

    private func excess(ofFrames header: ImageHeader) -> Excess? {
        let pixelCount = header.size.pixelCount.multipliedSaturating(by: header.frameCount)
        guard pixelCount > animationPixelCount else { return nil }
        return Excess(measured: pixelCount, limit: animationPixelCount, isOfAllFrames: true)
    }
}
