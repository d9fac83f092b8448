/// Writing the pictures in batches, each with what the ones before it left of the room.
extension CommonSearch {
    /// How many batches there are, about; each corrects what was foreseen for those after it.
    private static let batchCount = 8

    /// How many pictures a batch has, so that none has to make up for the error of another.
    private static let batchSizeAtLeast = 8

    private var batchSize: Int {
        max(Self.batchSizeAtLeast, chosen.pictures.count / Self.batchCount)
    }

    /// Goes on to writing, the largest pictures first, where some quality is low enough.
    mutating func beginWriting() {
        tried = chosen.pictures
        guard let level = level(of: chosen.pictures, fitting: room * Self.aimedShare) else {
            return shrink()
        }
        forecast = Forecast()
        writeBatch(of: chosen.placesFromLargest(atDistortion: level))
    }

    /// Writes the first of what is left in the qualities that it still has room for.
    ///
    /// What a batch leaves of the room decides how the rest is written, so that errors of the
    /// forecast do not add up.
    mutating func writeBatch(of places: [Int]) {
        guard !places.isEmpty else {
            phase = .correcting(0)
            return
        }
        let rest = room * Self.aimedShare - chosen.byteCount(except: places)
        let left = places.map { chosen.pictures[$0] }
        let level = level(of: left, fitting: rest / forecast.bias) ?? distortionAtMost
        let batch = Array(places.prefix(batchSize))
        for place in batch {
            chosen.qualities[place] = chosen.pictures[place].quality(nearDistortion: level)
        }
        phase = .writing(
            batch: batch,
            left: Array(places.dropFirst(batch.count)),
            foreseen: chosen.byteCount(of: batch)
        )
        writeChosen(batch)
    }

    /// Has pictures written in the qualities that are chosen for them.
    mutating func writeChosen(_ places: some Sequence<Int>) {
        next = places.compactMap { place in
            attempt(at: place, qualities: chosen.qualities[place].map { [$0] } ?? [])
        }
    }
}

extension CommonSearch {
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
        /// from it that one odd picture could spoil the rest.
        var bias: Double {
            guard foreseen > 0 else { return 1 }
            return min(max(found / foreseen, 0.8), 1.25)
        }
    }
}
