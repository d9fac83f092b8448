/// What is done where the sum of what was written is not what it should be.
extension CommonSearch {
    /// How much of the room is aimed at: a little less than all, since sizes are foreseen.
    static let aimedShare = 0.985

    /// The least of the room that has to be used where loss was needed.
    private static let leastShare = 0.95

    /// How often some pictures are written once more.
    private static let correctionCountAtMost = 4

    /// How many encodes a picture may take on average where more would only use the room better.
    private static let encodeCountPerPicture = 3

    /// As many encodes in all are allowed in any case, so that a few pictures use their room.
    private static let encodeCountInAnyCase = 36

    /// Has some pictures written once more where the sum is over the room, or uses little of it.
    ///
    /// - Parameter count: How often that was done already.
    mutating func correct(for count: Int) {
        if count < Self.correctionCountAtMost, chosen.byteCount > room || usesTooLittle,
            let level = level(of: chosen.pictures, fitting: room * Self.aimedShare)
        {
            phase = .correcting(count + 1)
            chosen.move(to: level, until: room * Self.leastShare...room * Self.aimedShare)
            return writeChosen(chosen.pictures.indices)
        }
        let mayShrink =
            mayScale && tried.contains { $0.isWritten && $0.size.pixelCount > $0.least.pixelCount }
        if !mayShrink { chosen.giveBytes(to: room, distortionAtMost) }
        chosen.useProbes(within: room)
        if chosen.byteCount > room { shrink() } else { finish() }
    }

    /// Whether much of the room is left, and encodes are too.
    var usesTooLittle: Bool {
        let allowed = max(
            Self.encodeCountPerPicture * chosen.pictures.count,
            Self.encodeCountInAnyCase
        )
        return chosen.byteCount < room * Self.leastShare && chosen.encodeCount < allowed
    }

    /// The lowest common distortion at which pictures are expected to fit; nil where there is none.
    func level(of pictures: some Sequence<Picture>, fitting byteCount: Double) -> Double? {
        CommonLevel.distortion(
            of: pictures.map(\.candidate),
            fitting: byteCount,
            atMost: distortionAtMost
        )
    }
}

extension CommonSearch {
    /// Goes back to what fitted where larger pictures are no better.
    mutating func compare(with before: Chosen) {
        let isBetter = chosen.byteCount > before.byteCount && chosen.byteCount <= room
        end(with: isBetter ? chosen : before)
    }

    /// Ends with what fits, or makes it larger first.
    mutating func finish() {
        guard usesTooLittle, let grown = grown() else { return end(with: chosen) }
        phase = .growing(from: chosen)
        chosen = grown
        writeChosen(chosen.pictures.indices)
    }

    /// The pictures larger where they leave much of the room; nil where none can be.
    ///
    /// The finest steps of quality are coarse, so that pictures that were made smaller may not use
    /// it.
    private func grown() -> Chosen? {
        let growth = (Self.aimedShare * room / chosen.byteCount).squareRoot()
        var grown = chosen
        for (place, picture) in chosen.pictures.enumerated() {
            guard let quality = chosen.qualities[place] else { continue }
            // What has not the wanted quality had better not be larger than it need be.
            let most = quality < wantedQuality ? picture.smallest : picture.largest
            guard picture.size.pixelCount < most.pixelCount else { continue }
            let size = most.scaled(
                by: growth * Double(picture.size.longEdge) / Double(most.longEdge)
            )
            if size != picture.size { grown.pictures[place] = picture.untried(in: size) }
        }
        return grown.pictures.map(\.size) == chosen.pictures.map(\.size) ? nil : grown
    }
}
