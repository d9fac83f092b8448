import Fixtures
import PreflightCore
import VipsCodec

extension Fixture {
    /// What the codec says of the file under the format that its content shows.
    func verified(frames: FrameScope = .first) throws(CodecError) -> DecodedImage {
        let bytes = (try? bytes()) ?? []
        let format = ImageFormat(recognising: bytes.span)
        return try VipsCodec().verify(bytes, as: format, frames: frames)
    }
}
