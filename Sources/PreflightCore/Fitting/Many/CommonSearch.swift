/// Looks for the sizes and the qualities with which many pictures have room together, all of them
/// distorted alike.
///
/// Each picture is written in a few qualities, which show how its bytes and its distortion depend
/// on quality; then with the quality that the common distortion asks for, the largest first, in
/// batches whose outcome corrects what was foreseen for the rest. Where no quality is low enough,
/// all pictures become smaller.
///
/// The search encodes nothing: ``next`` says what is to be encoded, side by side,
/// ``note(_:)`` takes what came of it, and in the end ``choices`` says what fits.
package struct CommonSearch: Sendable {
    /// Encodes of one picture in one size.
    package struct Attempt: Sendable, Hashable {
        /// The picture's place among all.
        package let place: Int
        /// The displayed size that it is written in, in pixels.
        package let size: PixelSize
        /// The qualities that it is written with, 1 to 100, none of them twice.
        package let qualities: [Int]
    }

    /// One encode that was made.
    package struct Choice: Sendable, Hashable {
        /// The displayed size of the picture, in pixels.
        package var size: PixelSize
        /// The quality that it was written with, 1 to 100.
        package var quality: Int

        /// Creates a choice.
        package init(size: PixelSize, quality: Int) {
            self.size = size
            self.quality = quality
        }
    }

    /// What is being done.
    enum Phase {
        /// Every picture is written in its first qualities.
        case trying
        /// A batch is written, for which so many bytes are foreseen.
        case writing(batch: [Int], left: [Int], foreseen: Double)
        /// Some pictures are written once more, for the how manieth time.
        case correcting(Int)
        /// Pictures that fit are written larger.
        case growing(from: Chosen)
        /// Nothing: all is known.
        case over
    }

    /// The bytes that the files may have together.
    let room: Double

    /// The highest distortion, as 1 − SSIM; where it is not enough the pictures become smaller.
    let distortionAtMost: Double

    /// Whether pictures may become smaller.
    let mayScale: Bool

    /// The quality, 1 to 100, below which none is written while one may still become smaller.
    let wantedQuality: Int

    /// The pictures, and the quality that each is written in.
    var chosen: Chosen

    var phase = Phase.trying

    /// The pictures as they were when each was written in its first qualities.
    var tried: [Picture] = []
    var forecast = Forecast()
    private var scaleCount = 0
    private var stepCount = 0

    /// What is to be encoded next, side by side; empty where the search is over.
    package var next: [Attempt] = []

    /// For each picture how it is written, nil where it goes as it is; nil as a whole while the
    /// search is not over, and where the pictures do not fit.
    package private(set) var choices: [Choice?]?

    /// Prepares a search.
    ///
    /// - Parameters:
    ///   - pictures: The pictures, each with the encodes that were made of it.
    ///   - room: The bytes that the files may have together.
    ///   - distortionAtMost: The highest distortion, as 1 − SSIM.
    ///   - mayScale: Whether pictures may become smaller where that is not enough.
    ///   - wantedQuality: The quality, 1 to 100, below which none is written while one is larger
    ///     than ``Picture/smallest``.
    package init(
        _ pictures: [Picture],
        room: Double,
        distortionAtMost: Double,
        mayScale: Bool,
        wantedQuality: Int = Picture.qualities.lowerBound
    ) {
        self.room = room
        self.distortionAtMost = distortionAtMost
        self.mayScale = mayScale
        self.wantedQuality = max(Picture.qualities.lowerBound, wantedQuality)
        chosen = Chosen(pictures)
        tryFirstQualities()
        advance()
    }
}

extension CommonSearch {
    /// Notes what came of ``next``.
    ///
    /// - Parameter probes: The encodes of each attempt, in the order of the attempts.
    package mutating func note(_ probes: [[SizeCurve.Probe]]) {
        for (attempt, probes) in zip(next, probes) {
            chosen.pictures[attempt.place].note(probes)
        }
        next = []
        advance()
    }

    /// How often a picture was encoded, before the search too.
    ///
    /// Of a size that was given up only the first encodes count, which led to the next.
    package func encodeCount(at place: Int) -> Int { chosen.pictures[place].encodeCount }

    /// Goes on until there is something to encode, or nothing left to do.
    private mutating func advance() {
        while next.isEmpty {
            switch phase {
            case .trying: beginWriting()
            case .writing(let batch, let left, let foreseen):
                forecast.note(foreseen: foreseen, found: chosen.byteCount(of: batch))
                writeBatch(of: left)
            case .correcting(let count): correct(for: count)
            case .growing(let before): compare(with: before)
            case .over: return
            }
        }
    }

    mutating func end(with chosen: Chosen?) {
        phase = .over
        choices = chosen?.choices
    }
}

extension CommonSearch {
    /// How often the pictures are tried in a size, the first one included.
    private static let scaleCountAtMost = 5

    /// The excess that is assumed where forecasts say that there is hardly one.
    private static let leastExcess = 1.05

    /// How much smaller pictures become than their excess asks for: details do not get smaller.
    private static let areaMargin = 0.9

    private mutating func tryFirstQualities() {
        phase = .trying
        let isQualityLeft = chosen.pictures.allSatisfy(\.isSmallest)
        let qualities = isQualityLeft ? Picture.qualities : wantedQuality...100
        for place in chosen.pictures.indices { chosen.pictures[place].qualities = qualities }
        next = chosen.pictures.indices.compactMap { place in
            let picture = chosen.pictures[place]
            return attempt(at: place, qualities: picture.isWritten ? Picture.firstQualities : [])
        }
    }

    /// The encodes of a picture that were not made yet; nil for none.
    func attempt(at place: Int, qualities: [Int]) -> Attempt? {
        let picture = chosen.pictures[place]
        let untried = qualities.filter { quality in
            !picture.probes.contains { $0.quality == quality }
        }
        return untried.isEmpty
            ? nil : Attempt(place: place, size: picture.size, qualities: untried)
    }

    /// Makes pictures smaller: first those that are larger than they need be, then all.
    mutating func shrink() {
        guard mayScale, !isHopeless else { return end(with: nil) }
        if tried.allSatisfy(\.isSmallest) { shrinkAll() } else { shrinkLarge() }
    }

    /// Whether the pictures are foreseen to be over the room as small and as coarse as they may
    /// become.
    ///
    /// Details do not get smaller with a picture, so that its bytes shrink less than its pixels; where
    /// they are noise, somewhat more.
    private var isHopeless: Bool {
        let fewest = tried.reduce(0) { sum, picture in
            var coarsest = picture
            coarsest.qualities = Picture.qualities
            let byteCount = coarsest.candidate.totalByteCount(atDistortion: distortionAtMost)
            let share = Double(picture.least.pixelCount) / Double(picture.size.pixelCount)
            return sum + (picture.isWritten ? Self.shrunk(to: share) : 1) * byteCount
        }
        return fewest > Self.hopelessExcess * room
    }

    /// How far over the room the foreseen bytes are where trying is no use: forecasts err.
    private static let hopelessExcess = 1.5

    /// The least share of its bytes that a picture of detail keeps with this share of its pixels:
    /// share to the power of 1.25.
    private static func shrunk(to share: Double) -> Double {
        share < 1 ? share * share.squareRoot().squareRoot() : 1
    }

    /// How often what is larger than it need be is scaled by what is foreseen, before it goes down
    /// as far as it may at the wanted quality.
    private static let foreseenCountAtMost = 2

    /// Makes the pictures smaller that may lose size before quality.
    private mutating func shrinkLarge() {
        stepCount += 1
        let large = tried.filter { !$0.isSmallest }
        let others = tried.filter(\.isSmallest)
        let rest = room - Self.byteCount(of: others, atDistortion: distortionAtMost)
        let fewest = Self.byteCount(of: large, atDistortion: distortionAtMost)
        let isForeseen = stepCount <= Self.foreseenCountAtMost && rest > 0
        let scale = isForeseen ? Self.scale(bringing: fewest, to: rest) : 0
        chosen = Chosen(tried.map { $0.scaled(by: scale, downTo: $0.smallest) })
        tryFirstQualities()
    }

    /// Makes all pictures so much smaller that they should fit at the highest distortion.
    private mutating func shrinkAll() {
        scaleCount += 1
        let isLeft = tried.contains { $0.isWritten && $0.size.pixelCount > $0.least.pixelCount }
        guard isLeft, scaleCount < Self.scaleCountAtMost else { return end(with: nil) }
        let fewest = Self.byteCount(of: tried, atDistortion: distortionAtMost)
        let scale = Self.scale(bringing: fewest, to: room)
        // What goes as it is, because it is tiny or has to keep its frames, stays so.
        chosen = Chosen(
            tried.map { $0.isWritten ? $0.scaled(by: scale, downTo: $0.least) : $0 }
        )
        tryFirstQualities()
    }

    private static func byteCount(of pictures: [Picture], atDistortion level: Double) -> Double {
        pictures.reduce(0) { $0 + $1.candidate.totalByteCount(atDistortion: level) }
    }

    /// The scale that should bring so many bytes to others.
    private static func scale(bringing byteCount: Double, to wanted: Double) -> Double {
        (areaMargin / max(byteCount / max(1, wanted), leastExcess)).squareRoot()
    }
}
