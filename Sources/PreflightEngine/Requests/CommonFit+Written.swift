internal import PreflightCore

extension CommonFit {
    /// The images of a request with the quality that each is written in.
    struct Written: Sendable {
        /// The images with their encodes.
        var samples: [BudgetFitter.Sample]

        /// The quality of each; nil where it goes as it is.
        var qualities: [Int?]

        /// Images of which none is written yet.
        init(samples: [BudgetFitter.Sample]) {
            self.samples = samples
            qualities = Array(repeating: nil, count: samples.count)
        }
    }
}

extension CommonFit.Written {
    /// The bytes of all.
    var byteCount: Double { byteCount(of: samples.indices) }

    /// The bytes of some: as written where they are, else as foreseen.
    func byteCount(of indices: some Sequence<Int>) -> Double {
        indices.reduce(0) { $0 + samples[$1].totalByteCount(at: qualities[$1]) }
    }

    /// The bytes of all but some.
    func byteCount(except indices: [Int]) -> Double {
        let excepted = Set(indices)
        return byteCount(of: samples.indices.filter { !excepted.contains($0) })
    }

    /// All encodes so far.
    var encodeCount: Int { samples.reduce(0) { $0 + $1.image.encodeCount } }

    /// Why an image could not be written; nil where all could.
    var failure: RequestPacker.Refusal? {
        samples.lazy.compactMap(\.failure).first.map(RequestPacker.Refusal.init)
    }

    /// The images as they are written.
    func images(by fitter: BudgetFitter) -> [FittingImage] {
        zip(samples, qualities).map { fitter.image(of: $0, quality: $1) }
    }

    /// The indices, of the most bytes at a level of distortion first.
    func indicesFromLargest(atDistortion level: Double) -> [Int] {
        let byteCounts = samples.map { $0.candidate.totalByteCount(atDistortion: level) }
        return byteCounts.indices.sorted { (byteCounts[$1], $0) < (byteCounts[$0], $1) }
    }

    /// Moves qualities towards another level of distortion.
    ///
    /// One image moves after the other, the one that changes the sum most first, until the sum is
    /// expected to be within a range. Equal images are one sample and move together.
    mutating func move(to level: Double, until range: ClosedRange<Double>) {
        var total = byteCount
        var lastChange: Double?
        let moves = samples.indices.map { index in
            let quality = samples[index].candidate.quality(atDistortion: level)
            let change =
                samples[index].totalByteCount(at: quality)
                - samples[index].totalByteCount(at: qualities[index])
            return (index: index, quality: quality, change: change)
        }
        for move in moves.sorted(by: { abs($0.change) > abs($1.change) }) {
            guard !range.contains(total) || move.change == lastChange else { return }
            qualities[move.index] = move.quality
            total += move.change
            lastChange = move.change
        }
    }
}

extension CommonFit.Written {
    /// A better encode of one image, made already.
    private struct Upgrade {
        var index: Int
        var quality: Int
        /// The similarity that the image has now.
        var similarity: Double
    }

    /// Gives what is left of the room to the worst-looking images, by encodes that were made already.
    mutating func useTrials(within room: Double) {
        while let upgrade = nextUpgrade(within: room - byteCount) {
            qualities[upgrade.index] = upgrade.quality
        }
    }

    private func nextUpgrade(within byteCount: Double) -> Upgrade? {
        samples.indices.compactMap { upgrade(of: $0, within: byteCount) }
            .min { $0.similarity < $1.similarity }
    }

    private func upgrade(of index: Int, within byteCount: Double) -> Upgrade? {
        let trials = samples[index].trials
        guard let now = trials.first(where: { $0.encoding.quality == qualities[index] }) else {
            return nil
        }
        let copyCount = samples[index].copyCount
        let better = trials.filter { trial in
            trial.similarity > now.similarity
                && Double(copyCount * (trial.bytes.count - now.bytes.count)) <= byteCount
        }
        return better.min { $0.similarity < $1.similarity }?.encoding.quality
            .map { Upgrade(index: index, quality: $0, similarity: now.similarity) }
    }
}

extension CommonFit {
    /// How far the bytes that were foreseen are from those that were found.
    struct Forecast {
        private var foreseen = 0.0
        private var found = 0.0

        /// Notes one forecast and what came of it, both in bytes.
        mutating func note(foreseen: Double, found: Double) {
            self.foreseen += foreseen
            self.found += found
        }

        /// What is found for each byte that is foreseen; 1 while nothing is known, and never so far
        /// from it that one odd image could spoil the rest.
        var bias: Double {
            guard foreseen > 0 else { return 1 }
            return min(max(found / foreseen, 0.8), 1.25)
        }
    }
}
