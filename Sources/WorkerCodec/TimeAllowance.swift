internal import CodecProtocol
internal import PreflightCore

/// How long a worker may take, in seconds.
///
/// The numbers are many times what the slowest of the four formats takes on a slow machine: whoever
/// needs longer loops.
public enum TimeAllowance {
    /// What a worker may take until it greets; it needs some hundredths.
    public static let secondsOfStart = 10.0

    /// What any image may take.
    public static let secondsOfAnyImage = 30.0

    /// The pixels that are decoded in a second at least.
    public static let decodedPixelsPerSecond = 2_000_000.0

    /// The pixels that are written in a second at least.
    public static let writtenPixelsPerSecond = 200_000.0

    /// What a request may take.
    static func seconds(for request: CodecRequest) -> Double {
        switch request {
        case .verify(let bytes, let format, let frames):
            decoding(pixelCount(of: bytes, format, frames))
        case .picture(_, let bytes, let format):
            decoding(pixelCount(of: bytes, format, .first))
        case .apply(let plan, let bytes, let format, let frames):
            writing(pixelCount(of: bytes, format, frames), timesOver: plan.encoding)
        case .write(let picture, let plan):
            writing(picture.layout.size.pixelCount, timesOver: plan.encoding)
        case .trials(let encodings, _, let picture):
            encodings.map { writing(picture.layout.size.pixelCount, timesOver: $0) }
                .reduce(secondsOfAnyImage, +)
        }
    }

    private static func decoding(_ pixelCount: Int) -> Double {
        secondsOfAnyImage + Double(pixelCount) / decodedPixelsPerSecond
    }

    private static func writing(_ pixelCount: Int, timesOver encoding: Encoding?) -> Double {
        let count = Double(pixelCount) * Double(encoding?.encodeCount ?? 1)
        return secondsOfAnyImage + count / writtenPixelsPerSecond
    }

    /// The pixels that a file claims to have, in all frames that are decoded.
    private static func pixelCount(
        of bytes: [UInt8],
        _ format: ImageFormat,
        _ frames: FrameScope
    ) -> Int {
        guard let header = try? ImageFacts(reading: bytes.span).header.get() else { return 0 }
        let frameCount = frames == .all ? max(1, header.frameCount) : 1
        return header.largestCanvas.pixelCount.multipliedSaturating(by: frameCount)
    }
}
