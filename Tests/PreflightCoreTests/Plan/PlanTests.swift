import Testing

@testable import PreflightCore

/// What a plan says of itself.
struct PlanTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let step: Step
        let name: String
        let loss: Loss

        init(_ step: Step, _ name: String, _ loss: Loss) {
            self.step = step
            self.name = name
            self.loss = loss
        }

        var testDescription: String { "\(name), loses \(loss.rawValue)" }
    }

    static let size = PixelSize(width: 30, height: 20)
    static let sideways = Orientation(rawValue: 6) ?? .upright

    static let rows = [
        Row(.firstFrame(of: 3), "firstFrame", .meaning),
        Row(.upright(sideways), "upright", .none),
        Row(.convertToSRGB, "convertToSRGB", .detail),
        Row(.flatten(.white), "flatten", .detail),
        Row(.downscale(size), "downscale", .detail),
        Row(.stripMetadata, "stripMetadata", .none),
        Row(.trim, "trim", .none),
        Row(.encode(.png), "encode", .none),
        Row(.encode(.webpLossless), "encode", .none),
        Row(.encode(.jpeg(quality: 100)), "encode", .detail),
        Row(.encode(.webp(quality: 100)), "encode", .detail),
        Row(.encode(.gif), "encode", .detail),
        Row(.fitBytes(1), "fitBytes", .none),
    ]

    @Test(arguments: rows)
    func `a step has a name and a loss`(_ row: Row) {
        #expect(row.step.name == row.name)
        #expect(row.step.loss == row.loss)
        #expect(Plan([row.step]).loss == row.loss)
    }

    @Test(arguments: rows, rows)
    func `a plan loses what its worst step does`(_ one: Row, _ other: Row) {
        #expect(Plan([one.step, other.step]).loss == max(one.loss, other.loss))
    }

    @Test
    func `an empty plan does nothing`() {
        let plan = Plan()
        #expect(plan.isEmpty)
        #expect(plan.loss == .none)
        #expect(plan.encoding == nil)
        #expect(plan.downscaledSize == nil)
        #expect(plan.orientation == nil)
        #expect(!plan.keepsFirstFrameOnly)
    }

    @Test
    func `a plan tells what is in its steps`() {
        let plan = Plan([
            .firstFrame(of: 2), .upright(Self.sideways), .downscale(Self.size), .encode(.gif),
        ])
        #expect(!plan.isEmpty)
        #expect(plan.encoding == .gif)
        #expect(plan.downscaledSize == Self.size)
        #expect(plan.orientation == Self.sideways)
        #expect(plan.keepsFirstFrameOnly)
    }

    @Test
    func `losses are in order`() {
        #expect(Loss.allCases.sorted() == [.none, .detail, .meaning])
        #expect(Loss.none < .detail)
        #expect(Loss.detail < .meaning)
        #expect(!(Loss.meaning < .meaning))
    }

    static let encodings: [(Encoding, ImageFormat, Int?, Bool)] = [
        (.jpeg(quality: 80), .jpeg, 80, false),
        (.webp(quality: 70), .webp, 70, true),
        (.webpLossless, .webp, nil, true),
        (.png, .png, nil, true),
        (.gif, .gif, nil, true),
    ]

    @Test(arguments: encodings)
    func `an encoding has a format, a quality and room for alpha`(
        _ encoding: Encoding,
        format: ImageFormat,
        quality: Int?,
        keepsAlpha: Bool
    ) {
        #expect(encoding.format == format)
        #expect(encoding.quality == quality)
        #expect(encoding.keepsAlpha == keepsAlpha)
    }
}
