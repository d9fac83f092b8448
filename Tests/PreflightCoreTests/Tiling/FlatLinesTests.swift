import Testing

@testable import PreflightCore

/// Where on a picture nothing is to be seen.
struct FlatLinesTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// The grey at a column and a row, of a picture of 64 × 300.
        let grey: @Sendable (Int, Int) -> UInt8
        /// Whether a row is flat.
        let isFlat: @Sendable (Int) -> Bool
    }

    /// Ink in every line of 20 rows, from its third to its fourteenth, on columns that change.
    private static func isInk(_ x: Int, _ y: Int) -> Bool {
        (3..<15).contains(y % 20) && (x / 3 + y / 20) % 2 == 0
    }

    private static func isBetweenLines(_ y: Int) -> Bool { !(3..<15).contains(y % 20) }

    @Test(arguments: [
        Case(testDescription: "white", grey: { _, _ in 255 }, isFlat: { _ in true }),
        Case(
            testDescription: "bars",
            grey: { x, _ in x % 2 == 0 ? 0 : 255 },
            isFlat: { _ in true }
        ),
        Case(
            testDescription: "a slow gradient",
            grey: { x, y in UInt8(x * 3 + y % 50) },
            isFlat: { _ in true }
        ),
        Case(
            testDescription: "text",
            grey: { isInk($0, $1) ? 0 : 255 },
            isFlat: isBetweenLines
        ),
        Case(
            testDescription: "faint text",
            grey: { isInk($0, $1) ? 230 : 255 },
            isFlat: isBetweenLines
        ),
        Case(
            testDescription: "text beside a rule and on a panel",
            grey: { x, y in
                let isText = isInk(x, y) && x >= 6 && !(15..<25).contains(x)
                return x == 2 || isText ? 0 : x < 20 ? 200 : 255
            },
            isFlat: isBetweenLines
        ),
        Case(
            testDescription: "noise as of a JPEG",
            grey: { x, y in isInk(x, y) ? 0 : UInt8(240 + (x * 7 + y * 13) % 16) },
            isFlat: isBetweenLines
        ),
    ])
    func `rows`(_ c: Case) {
        let samples: [UInt8] = (0..<300).flatMap { y in (0..<64).map { x in c.grey(x, y) } }
        let layout = DecodedPicture.Layout(
            size: PixelSize(width: 64, height: 300),
            colorModel: .gray,
            channelCount: 1
        )
        let picture = DecodedPicture(layout: layout, samples: samples)
        #expect(FlatLines(of: picture, along: .rows).isFlat == (0..<300).map(c.isFlat))
        // Turned on its side, the same in several colours and in two bytes a sample.
        let turned: [UInt8] = (0..<64).flatMap { x in (0..<300).map { y in c.grey(x, y) } }
        var wide = layout
        wide.size = layout.size.transposed
        (wide.colorModel, wide.channelCount, wide.sampleByteCount) = (.rgb, 3, 2)
        let wideSamples = turned.flatMap { sample -> [UInt8] in
            [sample, sample, 9, 9, sample, sample]
        }
        let columns = FlatLines(
            of: DecodedPicture(layout: wide, samples: wideSamples),
            along: .columns
        )
        #expect(columns.isFlat == (0..<300).map(c.isFlat))
    }
}
