import PreflightCore
import VipsCodec

/// What holds of every picture that is decoded and written anew, whatever the bytes of its file.
enum PicturePromises {
    private static let codec = VipsCodec()

    /// More would leave libFuzzer too few tries.
    private static let pixelCountAtMost = 250_000

    private static let encodings: [Encoding] = [.jpeg(quality: 80), .png, .webp(quality: 80)]

    static func broken(by bytes: [UInt8]) -> String? {
        let facts = ImageFacts(reading: bytes.span)
        guard facts.format.isDecodable, let header = try? facts.header.get(),
            header.largestFrame.pixelCount <= pixelCountAtMost, header.scanCount <= 10
        else { return nil }
        let decoded = try? codec.verify(bytes, as: facts.format, frames: .first)
        for encoding in encodings {
            let plan = Plan([.stripMetadata, .convertToSRGB, .flatten(.white), .encode(encoding)])
            guard
                let applied = try? codec.apply(plan, to: bytes, as: facts.format, frames: .first)
            else { continue }
            guard let decoded else { return "\(encoding) of what is not decoded" }
            guard applied.decoded.size == decoded.size else { return "\(encoding) of two sizes" }
            if let broken = Self.broken(applied.bytes, of: decoded) { return broken }
        }
        return nil
    }

    /// What is wrong with a file that was written of a picture.
    private static func broken(_ bytes: [UInt8], of decoded: DecodedImage) -> String? {
        let facts = ImageFacts(reading: bytes.span)
        guard let header = try? facts.header.get() else { return "output without a header" }
        guard header.size == decoded.size, header.frameCount == 1 else {
            return "output of another size: \(header.size) of \(decoded.size)"
        }
        let again = try? codec.verify(bytes, as: facts.format, frames: .first)
        guard let again, again.damage == nil else { return "output that is damaged" }
        return header.hasGPS ? "output with a position" : nil
    }
}
