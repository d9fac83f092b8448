import PreflightCore

/// A sample that was cut, or of which bytes were flipped.
struct BrokenJPEG {
    let bytes: [UInt8]
    /// What was done to it, for the message of a failed test.
    let recipe: String
}

extension BrokenJPEG {
    /// The next broken file whose header promises a picture of at most 2,000,000 px.
    static func next(using generator: inout SeededGenerator) throws -> BrokenJPEG {
        while true {
            let sample = JPEGSample.all[Int.random(in: JPEGSample.all.indices, using: &generator)]
            let missing = Int.random(in: 0...7, using: &generator)
            let whole = try sample.bytes(missingRows: missing)
            let broken =
                Bool.random(using: &generator)
                ? cut(whole, using: &generator) : flipped(whole, using: &generator)
            guard let header = try? ImageFacts(reading: broken.bytes.span).header.get(),
                header.size.width * header.size.height <= 2_000_000
            else { continue }
            return BrokenJPEG(
                bytes: broken.bytes,
                recipe: "\(sample) less \(missing) rows, \(broken.recipe)"
            )
        }
    }

    /// Half of the cuts are among the last 64 bytes, where a decode that leaves rows out sees less.
    private static func cut(
        _ bytes: [UInt8],
        using generator: inout SeededGenerator
    ) -> BrokenJPEG {
        let longest = Bool.random(using: &generator) ? 64 : bytes.count - 1
        let lost = Int.random(in: 1...longest, using: &generator)
        return BrokenJPEG(bytes: bytes.dropLast(lost), recipe: "cut by \(lost)")
    }

    private static func flipped(
        _ bytes: [UInt8],
        using generator: inout SeededGenerator
    ) -> BrokenJPEG {
        var bytes = bytes
        let offsets = (1...Int.random(in: 1...3, using: &generator))
            .map { _ in
                Int.random(in: bytes.indices, using: &generator)
            }
        for offset in offsets { bytes[offset] ^= UInt8.random(in: 1...255, using: &generator) }
        return BrokenJPEG(bytes: bytes, recipe: "flipped at \(offsets)")
    }
}
