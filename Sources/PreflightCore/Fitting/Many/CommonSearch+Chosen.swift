extension CommonSearch {
    /// The pictures of a request with the quality that each is written in.
    struct Chosen: Sendable {
        /// The pictures with their encodes.
        var pictures: [Picture]

        /// The quality of each; nil where it goes as it is.
        var qualities: [Int?]

        /// Pictures of which none is written yet.
        init(_ pictures: [Picture]) {
            self.pictures = pictures
            qualities = Array(repeating: nil, count: pictures.count)
        }
    }
}

extension CommonSearch.Chosen {
    /// The bytes of all.
    var byteCount: Double { byteCount(of: pictures.indices) }

    /// The bytes of some: as written where they are, else as foreseen.
    func byteCount(of places: some Sequence<Int>) -> Double {
        places.reduce(0) { $0 + pictures[$1].totalByteCount(at: qualities[$1]) }
    }

    /// The bytes of all but some.
    func byteCount(except places: [Int]) -> Double {
        let excepted = Set(places)
        return byteCount(of: pictures.indices.filter { !excepted.contains($0) })
    }

    /// All encodes so far.
    var encodeCount: Int { pictures.reduce(0) { $0 + $1.encodeCount } }

    /// How each picture is written; one whose quality was not tried goes as it is.
    var choices: [CommonSearch.Choice?] {
        zip(pictures, qualities)
            .map { picture, quality in
                picture.probes.first { $0.quality == quality }
                    .map { CommonSearch.Choice(size: picture.size, quality: $0.quality) }
            }
    }

    /// The places, of the most bytes at a level of distortion first.
    func placesFromLargest(atDistortion level: Double) -> [Int] {
        let byteCounts = pictures.map { $0.candidate.totalByteCount(atDistortion: level) }
        return byteCounts.indices.sorted { (byteCounts[$1], $0) < (byteCounts[$0], $1) }
    }

    /// Moves qualities towards another level of distortion.
    ///
    /// One picture moves after the other, the one that changes the sum most first, until the sum is
    /// expected to be within a range. Those that change it equally move together.
    mutating func move(to level: Double, until range: ClosedRange<Double>) {
        var total = byteCount
        var lastChange: Double?
        let moves = pictures.indices.map { place in
            let quality = pictures[place].candidate.quality(atDistortion: level)
            let change =
                pictures[place].totalByteCount(at: quality)
                - pictures[place].totalByteCount(at: qualities[place])
            return (place: place, quality: quality, change: change)
        }
        for move in moves.sorted(by: { abs($0.change) > abs($1.change) }) {
            guard !range.contains(total) || move.change == lastChange else { return }
            qualities[move.place] = move.quality
            total += move.change
            lastChange = move.change
        }
    }
}

extension CommonSearch.Chosen {
    /// Another encode of one picture, made already.
    private struct Upgrade {
        var place: Int
        var quality: Int
        /// The distortion of the worse of the two.
        var distortion: Double
    }

    /// Gives what is left of the room to the worst-looking pictures, by encodes that were made
    /// already.
    mutating func useProbes(within room: Double) {
        while let upgrade = nextUpgrade(within: room - byteCount) {
            qualities[upgrade.place] = upgrade.quality
        }
    }

    /// Brings the pictures within the room by encodes that were made already, at each step the one
    /// that looks best then; as far as that goes.
    mutating func giveBytes(to room: Double, _ distortionAtMost: Double) {
        while byteCount > room, let step = nextDowngrade(distortionAtMost) {
            qualities[step.place] = step.quality
        }
    }

    private func nextDowngrade(_ distortionAtMost: Double) -> Upgrade? {
        pictures.indices
            .flatMap { place -> [Upgrade] in
                let picture = pictures[place]
                let byteCount = picture.totalByteCount(at: qualities[place])
                return picture.probes
                    .filter { probe in
                        picture.qualities.contains(probe.quality)
                            && probe.distortion <= distortionAtMost
                            && picture.totalByteCount(at: probe.quality) < byteCount
                    }
                    .map { Upgrade(place: place, quality: $0.quality, distortion: $0.distortion) }
            }
            .min { $0.distortion < $1.distortion }
    }

    private func nextUpgrade(within byteCount: Double) -> Upgrade? {
        pictures.indices.compactMap { upgrade(of: $0, within: byteCount) }
            .max { $0.distortion < $1.distortion }
    }

    private func upgrade(of place: Int, within byteCount: Double) -> Upgrade? {
        let picture = pictures[place]
        guard let now = picture.probes.first(where: { $0.quality == qualities[place] }) else {
            return nil
        }
        let better = picture.probes.filter { probe in
            probe.distortion < now.distortion
                && Double(picture.copyCount * (probe.byteCount - now.byteCount)) <= byteCount
        }
        return better.max { $0.distortion < $1.distortion }
            .map { Upgrade(place: place, quality: $0.quality, distortion: now.distortion) }
    }
}
