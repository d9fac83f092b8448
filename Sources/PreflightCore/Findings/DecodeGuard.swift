/// The most work that a decoder is given, so that a small file cannot ask for all of a machine.
///
/// The guard is imgcheck's own, not a provider's. It is applied to what the header claims, before a
/// decoder sees the file. Bounds are inclusive.
public struct DecodeGuard: Sendable, Hashable {
    /// The most pixels of one frame: its canvas, or the rectangle that a frame claims if larger.
    public var framePixelCount: Int

    /// The most pixels of all frames together; applies only where all of them are decoded.
    public var animationPixelCount: Int

    /// The most bytes of one frame's samples, two for each that has more than 8 bits.
    public var frameByteCount: Int

    /// The most scans of a JPEG, for each of which a decoder goes through the whole picture.
    ///
    /// libjpeg-turbo tests itself with no more than 500.
    public var scanCount: Int

    /// The most pixels of a JPEG in all of its scans.
    ///
    /// A scan that says nothing takes some bytes of the file and yet a walk through the picture.
    public var scanPixelCount: Int

    /// The most frames of an animation, whatever is looked at: libvips counts no more, and libwebp
    /// looks for each frame from the first on.
    public var frameCount: Int

    /// Creates a guard.
    ///
    /// - Parameters:
    ///   - framePixelCount: The most pixels of one frame.
    ///   - animationPixelCount: The most pixels of all frames together.
    ///   - frameByteCount: The most bytes of one frame's samples; by default what the pixels have
    ///     with four samples of 8 bits.
    ///   - scanCount: The most scans of a JPEG.
    ///   - scanPixelCount: The most pixels of a JPEG in all of its scans.
    ///   - frameCount: The most frames of an animation.
    public init(
        framePixelCount: Int = 150_000_000,
        animationPixelCount: Int = 1_000_000_000,
        frameByteCount: Int = 600_000_000,
        scanCount: Int = 500,
        scanPixelCount: Int = 10_000_000_000,
        frameCount: Int = 9_999
    ) {
        self.framePixelCount = framePixelCount
        self.animationPixelCount = animationPixelCount
        self.frameByteCount = frameByteCount
        self.scanCount = scanCount
        self.scanPixelCount = scanPixelCount
        self.frameCount = frameCount
    }
}

extension DecodeGuard {
    /// A bound that a header breaks.
    public struct Excess: Sendable, Hashable {
        /// What the header asks for, or one more than is allowed where counting ended there.
        public var measured: Int
        /// What the guard allows.
        public var limit: Int
        /// What is counted.
        public var bound: Bound

        /// Creates an excess.
        public init(measured: Int, limit: Int, bound: Bound) {
            self.measured = measured
            self.limit = limit
            self.bound = bound
        }
    }

    /// What a guard counts.
    public enum Bound: Sendable, Hashable {
        /// Pixels of one frame.
        case framePixels
        /// Pixels of all frames together.
        case animationPixels
        /// Bytes of one frame's samples.
        case frameBytes
        /// Scans of a JPEG.
        case scans
        /// Pixels of a JPEG in all of its scans.
        case scanPixels
        /// Frames of an animation.
        case frames
        /// Segments, chunks or blocks that a file is cut into.
        case parts
        /// Bytes of image data after the last row.
        case surplusBytes
    }

    /// The bound that decoding `frames` of an image would break, or nil.
    public func excess(of facts: ImageFacts, decoding frames: FrameScope) -> Excess? {
        switch facts.header {
        case .failure(.oversize(let size)):
            return excess(of: size.pixelCount, over: framePixelCount, .framePixels)
        case .failure(.tooManyParts(let count, let most)):
            return excess(of: count, over: most, .parts)
        case .failure(.overfull(let most)):
            return excess(of: most + 1, over: most, .surplusBytes)
        case .failure:
            return nil
        case .success(let header):
            let largest = frames == .first ? header.largestCanvas : header.largestFrame
            return excess(of: largest.pixelCount, over: framePixelCount, .framePixels)
                ?? excess(of: header.byteCount(of: largest), over: frameByteCount, .frameBytes)
                ?? excess(of: header.scanCount, over: scanCount, .scans)
                ?? excess(of: header.scanPixelCount, over: scanPixelCount, .scanPixels)
                ?? excess(of: header.frameCount, over: frameCount, .frames)
                ?? (frames == .first ? nil : excess(ofAllFramesOf: header))
        }
    }

    private func excess(ofAllFramesOf header: ImageHeader) -> Excess? {
        let pixelCount = header.size.pixelCount.multipliedSaturating(by: header.frameCount)
        return excess(of: pixelCount, over: animationPixelCount, .animationPixels)
    }

    private func excess(of measured: Int, over limit: Int, _ bound: Bound) -> Excess? {
        measured > limit ? Excess(measured: measured, limit: limit, bound: bound) : nil
    }
}

extension DecodeGuard {
    /// The guard for whoever wants frames of so many pixels decoded, whatever their samples are.
    public func allowing(framePixelCount: Int) -> DecodeGuard {
        var wider = self
        wider.framePixelCount = framePixelCount
        wider.frameByteCount = max(frameByteCount, framePixelCount.multipliedSaturating(by: 8))
        wider.scanPixelCount = max(scanPixelCount, framePixelCount)
        return wider
    }
}

extension ImageHeader {
    /// The pixels that a decoder goes through in all scans.
    fileprivate var scanPixelCount: Int {
        size.pixelCount.multipliedSaturating(by: scanCount)
    }

    /// The bytes of the samples of so many pixels, as a decoder hands them out.
    fileprivate func byteCount(of size: PixelSize) -> Int {
        let colorCount =
            switch colorModel {
            case .gray: 1
            case .rgb, .palette: 3
            case .cmyk: 4
            }
        return size.pixelCount.multipliedSaturating(by: colorCount + (hasAlpha ? 1 : 0))
            .multipliedSaturating(by: bitsPerSample > 8 ? 2 : 1)
    }
}
