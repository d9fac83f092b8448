import Testing

/// File names that try to be something else in a report.
struct HostileName: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let source: String

    static let all = [
        HostileName(testDescription: "newline and command", source: "a\n::error::b\r\n.png"),
        HostileName(testDescription: "end of CDATA", source: "]]>&amp;<x y=\"'\">.png"),
        HostileName(testDescription: "pipes and backticks", source: "a|b`c\\|d``.png"),
        HostileName(
            testDescription: "HTML and a link",
            source: "<img src=x> [a](http://b) www.c.d.png"
        ),
        HostileName(testDescription: "right-to-left", source: "a\u{202E}gnp\u{2066}.png"),
        HostileName(
            testDescription: "controls",
            source: String(String.UnicodeScalarView((0..<0x20).map { Unicode.Scalar($0) }))
                + "\u{7F}\u{9B}"
        ),
        HostileName(testDescription: "no characters of XML", source: "a\u{FFFE}\u{FFFF}.png"),
        HostileName(testDescription: "not UTF-8", source: #"caf\xe9.png"#),
        HostileName(testDescription: "percent, colon, comma", source: "C:a,b%0A::c.png"),
        HostileName(testDescription: "200 characters", source: String(repeating: "n", count: 200)),
    ]
}
