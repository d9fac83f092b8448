extension CommonSearch {
    /// One picture, or several equal ones, in some size, with what its encodes showed.
    package struct Picture: Sendable {
        /// The bytes of its file as it is, without any distortion.
        package var untouchedByteCount: Int

        /// The displayed size that it is written in, in pixels.
        package var size: PixelSize

        /// The largest displayed size that it may be written in, in pixels.
        package var largest: PixelSize

        /// The displayed size down to which it is scaled before its quality falls below the wanted
        /// one, in pixels.
        package var smallest: PixelSize

        /// The smallest displayed size that it may be written in, in pixels.
        package var least: PixelSize

        /// What rounds where it is written; nil where it can only go as it is.
        package var quantiser: Quantiser?

        /// How many equal pictures it stands for, at least 1.
        package var copyCount: Int

        /// How often it was encoded so far, in any size.
        package var encodeCount: Int

        /// The encodes in its size.
        package private(set) var probes: [SizeCurve.Probe] = []

        /// The qualities that it may be written with, 1 to 100.
        var qualities = Self.qualities

        /// Creates a picture of which no encode in its size is known.
        package init(
            untouchedByteCount: Int,
            size: PixelSize,
            largest: PixelSize,
            smallest: PixelSize? = nil,
            least: PixelSize = PixelSize(width: 1, height: 1),
            quantiser: Quantiser?,
            copyCount: Int = 1,
            encodeCount: Int = 0
        ) {
            self.untouchedByteCount = untouchedByteCount
            self.size = size
            self.largest = largest
            self.smallest = smallest ?? largest
            self.least = least
            self.quantiser = quantiser
            self.copyCount = copyCount
            self.encodeCount = encodeCount
        }
    }
}

extension CommonSearch.Picture {
    /// The qualities that are used; below, a smaller picture looks better.
    package static let qualities = 20...100

    /// The qualities of the first encodes, between which sizes are foreseen within 4 % for JPEG and
    /// WebP.
    package static let firstQualities = [40, 85]

    /// Whether it is as small as it becomes before its quality falls.
    var isSmallest: Bool { !isWritten || size.pixelCount <= smallest.pixelCount }

    /// The picture at another scale, but no smaller than `bound`, in which it was not encoded yet.
    func scaled(by scale: Double, downTo bound: PixelSize) -> Self {
        guard isWritten, size.pixelCount > bound.pixelCount else { return untried(in: size) }
        let scaled = size.scaled(by: scale)
        return untried(in: scaled.pixelCount < bound.pixelCount ? bound : scaled)
    }

    /// Whether it may be written anew.
    package var isWritten: Bool { quantiser != nil }

    /// Notes encodes in its size.
    package mutating func note(_ probes: [SizeCurve.Probe]) {
        self.probes += probes
        encodeCount += probes.count
    }

    /// The picture in another size, in which it was not encoded yet.
    func untried(in size: PixelSize) -> Self {
        var picture = self
        picture.size = size
        picture.probes = []
        return picture
    }

    /// The picture as it stands for so many equal ones.
    package func standing(for copyCount: Int) -> Self {
        var picture = self
        picture.copyCount = copyCount
        return picture
    }

    /// What the encodes show.
    package var candidate: CommonLevel.Candidate {
        CommonLevel.Candidate(
            curve: quantiser.flatMap { SizeCurve(probes, of: $0, qualities: qualities) },
            untouchedByteCount: untouchedByteCount,
            copyCount: copyCount
        )
    }

    /// How far a quality that was tried may be from the wanted one to be taken in its place: it may
    /// rather be better than worse.
    private static let toleratedDifference = -2...3

    /// The quality at a level of distortion, or one that was tried and is as good as that.
    func quality(nearDistortion level: Double) -> Int? {
        guard let wanted = candidate.quality(atDistortion: level) else { return nil }
        return probes.map(\.quality)
            .first { Self.toleratedDifference.contains($0 - wanted) && qualities.contains($0) }
            ?? wanted
    }

    /// The bytes of all the equal pictures at a quality; nil for the picture as it is.
    func totalByteCount(at quality: Int?) -> Double { Double(copyCount) * byteCount(at: quality) }

    /// The bytes of one picture at a quality: as written where it was, else as expected.
    private func byteCount(at quality: Int?) -> Double {
        if let probe = probes.first(where: { $0.quality == quality }) {
            return Double(probe.byteCount)
        }
        guard let quality, let curve = candidate.curve else { return Double(untouchedByteCount) }
        return curve.byteCount(at: quality)
    }
}
