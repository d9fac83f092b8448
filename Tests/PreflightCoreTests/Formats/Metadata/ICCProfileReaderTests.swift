import Testing

@testable import PreflightCore

@Suite struct ICCProfileReaderTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var profile: [UInt8]
        var isStandard: Bool
        var testDescription: String { name }
    }

    static let standard: ICCBytes = .primaries(ICCBytes.standardPrimaries)

    /// sRGB with one coordinate moved.
    static func shifted(by difference: Double) -> [UInt8] {
        var primaries = ICCBytes.standardPrimaries
        primaries[1][1] = 0.7169 + difference
        return ICCBytes.primaries(primaries).bytes
    }

    /// sRGB without the tag at `index`.
    static func lackingTag(at index: Int) -> [UInt8] {
        var profile = standard
        profile.tags.remove(at: index)
        return profile.bytes
    }

    static let cases: [Case] = [
        Case(name: "sRGB", profile: standard.bytes, isStandard: true),
        Case(name: "within the tolerance", profile: shifted(by: 0.0049), isStandard: true),
        Case(name: "below, beyond the tolerance", profile: shifted(by: -0.0051), isStandard: false),
        Case(name: "above, beyond the tolerance", profile: shifted(by: 0.0051), isStandard: false),
        Case(
            name: "Display P3",
            profile: ICCBytes.primaries(ICCBytes.displayP3Primaries).bytes,
            isStandard: false
        ),
        Case(
            name: "Adobe RGB",
            profile:
                ICCBytes.primaries([
                    [0.60974, 0.31111, 0.01947], [0.20528, 0.62567, 0.06087],
                    [0.14919, 0.06322, 0.74457],
                ])
                .bytes,
            isStandard: false
        ),
        Case(
            name: "ProPhoto RGB",
            profile:
                ICCBytes.primaries([
                    [0.79767, 0.28804, 0.0], [0.13519, 0.71188, 0.0], [0.03134, 0.00009, 0.82491],
                ])
                .bytes,
            isStandard: false
        ),
        Case(
            name: "Rec. 2020",
            profile:
                ICCBytes.primaries([
                    [0.67348, 0.27904, -0.00193], [0.16566, 0.67534, 0.02998],
                    [0.12505, 0.04561, 0.79684],
                ])
                .bytes,
            isStandard: false
        ),
        Case(
            name: "sRGB with red and blue exchanged",
            profile: ICCBytes.primaries(ICCBytes.standardPrimaries.reversed()).bytes,
            isStandard: false
        ),
        Case(name: "grey", profile: ICCBytes(colorSpace: "GRAY").bytes, isStandard: true),
        Case(name: "inks", profile: ICCBytes(colorSpace: "CMYK").bytes, isStandard: false),
        Case(name: "Lab", profile: ICCBytes(colorSpace: "Lab ").bytes, isStandard: false),
        Case(
            name: "Lab with the primaries of sRGB",
            profile: ICCBytes(colorSpace: "Lab ", tags: standard.tags).bytes,
            isStandard: false
        ),
        Case(
            name: "tables only",
            profile: ICCBytes(tags: [("A2B0", [0, 0, 0, 0])]).bytes,
            isStandard: false
        ),
        Case(name: "no red", profile: lackingTag(at: 0), isStandard: false),
        Case(name: "no green", profile: lackingTag(at: 1), isStandard: false),
        Case(name: "no blue", profile: lackingTag(at: 2), isStandard: false),
        Case(name: "nothing", profile: [], isStandard: false),
        Case(
            name: "grey without the signature of profiles",
            profile: [UInt8](repeating: 0, count: 16) + Array("GRAY".utf8)
                + [UInt8](repeating: 0, count: 200),
            isStandard: false
        ),
    ]

    @Test(arguments: cases)
    func tellsWhetherAProfileIsStandard(_ row: Case) {
        #expect(ICCProfileReader.read(row.profile).isStandard == row.isStandard)
    }

    struct NameCase: CustomTestStringConvertible, Sendable {
        var name: String
        var profile: [UInt8]
        var expected: String?
        var testDescription: String { name }
    }

    static let nameCases: [NameCase] = [
        NameCase(name: "none", profile: standard.bytes),
        NameCase(
            name: "version 2",
            profile: standard.named(Array("sRGB IEC61966-2.1".utf8)).bytes,
            expected: "sRGB IEC61966-2.1"
        ),
        NameCase(
            name: "version 2, up to the first zero",
            profile: standard.named(Array("sRGB\0more".utf8)).bytes,
            expected: "sRGB"
        ),
        NameCase(name: "version 2, empty", profile: standard.named([]).bytes),
        NameCase(name: "only spaces", profile: standard.named([0x20, 0x20]).bytes),
        NameCase(
            name: "terminal escapes lose their effect",
            profile: standard.named(Array("a\u{1B}[31mb\n\u{7F}c".utf8)).bytes,
            expected: "a[31mbc"
        ),
        NameCase(
            name: "version 4",
            profile: standard.localized([("en", "Display P3 ✓")]).bytes,
            expected: "Display P3 ✓"
        ),
        NameCase(
            name: "version 4, English preferred",
            profile: standard.localized([("hr", "LCD u boji"), ("en", "Color LCD")]).bytes,
            expected: "Color LCD"
        ),
        NameCase(
            name: "version 4, else the first",
            profile: standard.localized([("hr", "LCD u boji"), ("de", "Farb-LCD")]).bytes,
            expected: "LCD u boji"
        ),
        NameCase(
            name: "version 4, no record",
            profile: standard.adding("desc", Array("mluc".utf8) + [UInt8](repeating: 0, count: 40))
                .bytes
        ),
        NameCase(
            name: "marks that turn the reading direction",
            profile: standard.localized([("en", "a\u{202E}b\u{2028}c\u{200B}d")]).bytes,
            expected: "abcd"
        ),
        NameCase(
            name: "another type",
            profile: standard.adding("desc", Array("text\0\0\0\0name\0".utf8)).bytes
        ),
    ]

    @Test(arguments: nameCases)
    func readsTheName(_ row: NameCase) {
        #expect(ICCProfileReader.read(row.profile).name == row.expected)
    }

    @Test(arguments: [(79, 79), (80, 80), (81, 80)])
    func limitsTheName(length: Int, expected: Int) {
        let ascii = Self.standard.named([UInt8](repeating: 0x78, count: length)).bytes
        let localized = Self.standard.localized([("en", String(repeating: "é", count: length))])
            .bytes
        #expect(ICCProfileReader.read(ascii).name?.count == expected)
        #expect(ICCProfileReader.read(localized).name?.count == expected)
    }

    @Test func survivesEveryTruncationAndChange() {
        let profile = Self.standard.localized([("en", "name")]).bytes
        for byteCount in 0..<profile.count {
            let found = ICCProfileReader.read(Array(profile.prefix(byteCount)))
            #expect(found.name == nil, "\(byteCount) bytes")
        }
        for offset in profile.indices {
            var changed = profile
            changed[offset] = ~changed[offset]
            let name = ICCProfileReader.read(changed).name ?? ""
            #expect(name.unicodeScalars.count <= 80, "byte \(offset)")
        }
    }
}
