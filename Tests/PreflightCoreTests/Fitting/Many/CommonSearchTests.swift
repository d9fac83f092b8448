import Testing

@testable import PreflightCore

/// The search against pictures that are nothing but the sizes and the distortions of their files.
struct CommonSearchTests {
    /// A picture whose bytes and distortion follow the encoder's step.
    struct FormulaPicture: Sendable {
        /// The size that it is written in first, in pixels.
        var size = PixelSize(width: 1_000, height: 800)
        /// The largest that it may be written in; nil for the first one.
        var largest: PixelSize?
        /// The one that it goes down to before its quality falls; nil for the largest.
        var smallest: PixelSize?
        /// The smallest that it may be written in.
        var least = PixelSize(width: 1, height: 1)
        /// The bytes at a step of 1 in a size of one pixel.
        var detail: Double
        /// The distortion at a step of 1.
        var fragility: Double
        /// The bytes of its file as it is.
        var untouchedByteCount = 900_000
        /// Whether it may be written anew.
        var isWritten = true
        /// How many equal pictures it stands for.
        var copyCount = 1

        func probe(_ quality: Int, in size: PixelSize) -> SizeCurve.Probe {
            let step = Quantiser.jpeg.step(at: quality)
            // The step to the power of 3/4, about what photographs have.
            let coarseness = step.squareRoot() * step.squareRoot().squareRoot()
            return SizeCurve.Probe(
                quality: quality,
                byteCount: Int(detail * Double(size.pixelCount) / coarseness),
                distortion: min(1, fragility * step)
            )
        }

        var picture: CommonSearch.Picture {
            CommonSearch.Picture(
                untouchedByteCount: untouchedByteCount,
                size: size,
                largest: largest ?? size,
                smallest: smallest,
                least: least,
                quantiser: isWritten ? .jpeg : nil,
                copyCount: copyCount
            )
        }
    }

    /// A search that was run to its end, with what was asked of the encoder.
    struct Run {
        var search: CommonSearch
        var attempts: [[CommonSearch.Attempt]] = []

        init(
            _ pictures: [FormulaPicture],
            room: Double,
            distortionAtMost: Double = 0.2,
            mayScale: Bool = true,
            wantedQuality: Int = 20
        ) {
            search = CommonSearch(
                pictures.map(\.picture),
                room: room,
                distortionAtMost: distortionAtMost,
                mayScale: mayScale,
                wantedQuality: wantedQuality
            )
            while !search.next.isEmpty, attempts.count < 100 {
                attempts.append(search.next)
                search.note(
                    search.next.map { attempt in
                        attempt.qualities
                            .map { pictures[attempt.place].probe($0, in: attempt.size) }
                    }
                )
            }
        }

        /// How many encodes the search says were made.
        var encodeCount: Int {
            (search.choices ?? []).indices.reduce(0) { $0 + search.encodeCount(at: $1) }
        }

        /// The encodes that were made.
        var encodes: [CommonSearch.Choice] {
            attempts.joined()
                .flatMap { attempt in
                    attempt.qualities
                        .map { CommonSearch.Choice(size: attempt.size, quality: $0) }
                }
        }
    }

    private static let mixed: [FormulaPicture] = (0..<30)
        .map { index in
            FormulaPicture(
                detail: 1 + 0.3 * Double(index % 7),
                fragility: 0.0004 * Double(1 + index % 5)
            )
        }

    private static func byteCount(_ run: Run, _ pictures: [FormulaPicture]) -> Double {
        guard let choices = run.search.choices else { return .infinity }
        return zip(pictures, choices)
            .reduce(0) { sum, pair in
                let (picture, choice) = pair
                let byteCount =
                    choice.map { picture.probe($0.quality, in: $0.size).byteCount }
                    ?? picture.untouchedByteCount
                return sum + Double(byteCount * picture.copyCount)
            }
    }

    @Test(arguments: [(0.1, true), (0.6, false)])
    func `what cannot fit however small it becomes is given up after its first encodes`(
        roomShare: Double,
        _ isHopeless: Bool
    ) {
        let picture = FormulaPicture(
            least: PixelSize(width: 500, height: 400),
            detail: 2,
            fragility: 0.001
        )
        let coarsest = Double(picture.probe(20, in: picture.size).byteCount)
        let run = Run([picture, picture, picture], room: 3 * roomShare * coarsest)
        #expect((run.search.choices == nil) == isHopeless)
        #expect((run.attempts.count == 1) == isHopeless)
    }

    @Test(arguments: [2_500_000, 3_000_000, 4_000_000, 6_000_000])
    func `uses its room, with few encodes`(room: Double) throws {
        let run = Run(Self.mixed, room: room)
        let byteCount = Self.byteCount(run, Self.mixed)
        #expect(byteCount <= room)
        #expect(byteCount >= 0.95 * room)
        #expect(run.encodeCount == run.encodes.count)
        #expect(run.encodes.count <= 3 * Self.mixed.count)
    }

    @Test
    func `distorts all alike`() throws {
        let run = Run(Self.mixed, room: 3_500_000)
        let choices = try #require(run.search.choices)
        let distortions = zip(Self.mixed, choices)
            .compactMap { picture, choice in
                choice.map { picture.probe($0.quality, in: $0.size).distortion }
            }
        let (least, most) = try (#require(distortions.min()), #require(distortions.max()))
        #expect(most < 1.6 * least)
    }

    @Test
    func `no encode is made twice, and what is chosen was made`() throws {
        let run = Run(Self.mixed, room: 3_000_000)
        for place in Self.mixed.indices {
            let made = run.attempts.joined().filter { $0.place == place }
                .flatMap { attempt in
                    attempt.qualities.map { CommonSearch.Choice(size: attempt.size, quality: $0) }
                }
            #expect(Set(made).count == made.count)
            let choice = try #require(run.search.choices)[place]
            #expect(choice.map(made.contains) ?? true)
        }
    }

    @Test
    func `the largest are written first, in batches`() throws {
        let run = Run(Self.mixed, room: 3_500_000)
        #expect(run.attempts[0].count == Self.mixed.count)
        #expect(run.attempts[0].allSatisfy { $0.qualities == CommonSearch.Picture.firstQualities })
        #expect(run.attempts[1].count <= 8)
        let first = try #require(run.attempts[1].first)
        #expect(Self.mixed[first.place].detail >= 2.5)
    }

    @Test
    func `pictures become smaller where no quality is low enough`() throws {
        let run = Run(Self.mixed, room: 400_000)
        #expect(Self.byteCount(run, Self.mixed) <= 400_000)
        let choices = try #require(run.search.choices).compactMap(\.self)
        #expect(choices.contains { $0.size.width < 1_000 })
        let stubborn = Run(Self.mixed, room: 400_000, mayScale: false)
        #expect(stubborn.search.choices == nil)
        #expect(stubborn.encodes.count == 2 * Self.mixed.count)
    }

    @Test
    func `gives up where nothing fits`() {
        let tiny = FormulaPicture(detail: 1, fragility: 1, isWritten: false)
        let run = Run([tiny], room: 10_000)
        #expect(run.search.choices == nil)
        #expect(run.attempts.isEmpty)
    }

    @Test
    func `what may not be written goes as it is and takes its part`() throws {
        let fixed = FormulaPicture(
            detail: 1,
            fragility: 0.001,
            untouchedByteCount: 500_000,
            isWritten: false
        )
        let pictures = [fixed] + Self.mixed.prefix(8)
        let run = Run(pictures, room: 1_500_000)
        #expect(try #require(run.search.choices)[0] == nil)
        #expect(Self.byteCount(run, pictures) <= 1_500_000)
        #expect(!run.attempts.joined().contains { $0.place == 0 })
    }

    @Test
    func `pictures grow back where the finest quality leaves room`() throws {
        let small = FormulaPicture(
            size: PixelSize(width: 500, height: 400),
            largest: PixelSize(width: 1_000, height: 800),
            detail: 0.5,
            fragility: 0.0001
        )
        let run = Run([small, small], room: 500_000)
        let choices = try #require(run.search.choices).compactMap(\.self)
        #expect(choices.allSatisfy { $0.size.width > 500 && $0.quality == 100 })
        #expect(Self.byteCount(run, [small, small]) <= 500_000)
        #expect(Self.byteCount(run, [small, small]) >= 400_000)
    }

    @Test(arguments: [500_000, 900_000, 1_500_000, 3_000_000])
    func `size goes before quality, as far as it may`(room: Double) throws {
        let pictures = Self.mixed.map { picture in
            var picture = picture
            picture.smallest = PixelSize(width: 500, height: 400)
            picture.least = PixelSize(width: 500, height: 400)
            return picture
        }
        let run = Run(pictures, room: room, wantedQuality: 85)
        #expect(Self.byteCount(run, pictures) <= room)
        let choices = try #require(run.search.choices).compactMap(\.self)
        let areAllSmallest = choices.allSatisfy { $0.size.width <= 500 }
        #expect(areAllSmallest || choices.allSatisfy { $0.quality >= 85 })
        #expect(choices.allSatisfy { $0.size.width >= 500 })
    }

    @Test
    func `nothing becomes smaller than it may`() {
        let pictures = Self.mixed.map { picture in
            var picture = picture
            picture.least = picture.size
            return picture
        }
        #expect(Run(pictures, room: 400_000).search.choices == nil)
    }

    @Test
    func `equal pictures are one`() throws {
        var one = Self.mixed[0]
        one.copyCount = 7
        let pictures = [one, Self.mixed[1]]
        let run = Run(pictures, room: 800_000)
        let byteCount = Self.byteCount(run, pictures)
        #expect(byteCount <= 800_000)
        #expect(byteCount >= 0.8 * 800_000)
    }

    @Test
    func `no pictures fit into any room`() {
        #expect(Run([], room: 0).search.choices?.isEmpty == true)
    }
}
