import Testing

@testable import PreflightCore

@Suite struct ICCProfilePartsTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var file: JPEGBytes
        var expected: ICCProfile?
        var testDescription: String { name }
    }

    static let profile = ICCBytes.primaries(ICCBytes.standardPrimaries).named(Array("sRGB".utf8))
        .bytes
    static let first = Array(profile.prefix(150))
    static let second = Array(profile.dropFirst(150))
    static let readable = ICCProfile(isStandard: true, name: "sRGB")
    static let unreadable = ICCProfile(isStandard: false)

    static let cases: [Case] = [
        Case(name: "none", file: JPEGBytes(), expected: nil),
        Case(
            name: "one part",
            file: JPEGBytes().profilePart(1, of: 1, profile),
            expected: readable
        ),
        Case(
            name: "two parts",
            file: JPEGBytes().profilePart(1, of: 2, first).profilePart(2, of: 2, second),
            expected: readable
        ),
        Case(
            name: "two parts, the second first",
            file: JPEGBytes().profilePart(2, of: 2, second).profilePart(1, of: 2, first),
            expected: readable
        ),
        Case(
            name: "other segments between",
            file: JPEGBytes().profilePart(1, of: 2, first).segment(0xE2, Array("MPF\0".utf8))
                .profilePart(2, of: 2, second),
            expected: readable
        ),
        Case(
            name: "first part missing",
            file: JPEGBytes().profilePart(2, of: 2, second),
            expected: unreadable
        ),
        Case(
            name: "second part missing",
            file: JPEGBytes().profilePart(1, of: 2, profile),
            expected: unreadable
        ),
        Case(
            name: "one part twice",
            file: JPEGBytes().profilePart(1, of: 1, profile).profilePart(1, of: 1, profile),
            expected: unreadable
        ),
        Case(
            name: "parts that disagree on their number",
            file: JPEGBytes().profilePart(1, of: 1, profile).profilePart(2, of: 2, second),
            expected: unreadable
        ),
        Case(
            name: "part 0",
            file: JPEGBytes().profilePart(0, of: 1, profile),
            expected: unreadable
        ),
        Case(
            name: "part beyond the last",
            file: JPEGBytes().profilePart(2, of: 1, profile),
            expected: unreadable
        ),
        Case(
            name: "of 0 parts",
            file: JPEGBytes().profilePart(1, of: 0, profile),
            expected: unreadable
        ),
        Case(
            name: "signature only",
            file: JPEGBytes().segment(0xE2, Array("ICC_PROFILE\0".utf8) + [1]),
            expected: nil
        ),
        Case(
            name: "255 parts",
            file: (1...255)
                .reduce(JPEGBytes()) { file, number in
                    file.profilePart(UInt8(number), of: 255, number == 1 ? profile : [])
                },
            expected: readable
        ),
    ]

    @Test(arguments: cases)
    func joinsTheParts(_ row: Case) throws {
        let file = row.file.frame().scan().end()
        #expect(try JPEGReader.header(of: file.bytes.span).iccProfile == row.expected)
    }
}
