import FileSystem
import Testing

/// Paths are bytes; what is shown and taken as text loses none of them.
struct FilePathTests {
    struct Named: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let bytes: [UInt8]
        let text: String

        init(_ description: String, _ bytes: [UInt8], _ text: String) {
            testDescription = description
            self.bytes = bytes
            self.text = text
        }
    }

    @Test(arguments: [
        Named("nothing", [], ""),
        Named("ASCII", Array("a b.png".utf8), "a b.png"),
        Named("UTF-8 of every length", Array("aé€😀".utf8), "aé€😀"),
        Named("a decomposed letter", Array("e\u{301}".utf8), "e\u{301}"),
        Named("Latin-1", [0x61, 0xE9, 0x62], #"a\xe9b"#),
        Named("a byte that never stands in UTF-8", [0xFF], #"\xff"#),
        Named("a lone continuation", [0x80], #"\x80"#),
        Named("a cut sequence", [0xE2, 0x82], #"\xe2\x82"#),
        Named("a cut sequence before a letter", [0xE2, 0x82, 0x61], #"\xe2\x82a"#),
        Named("too long a form of /", [0xC0, 0xAF], #"\xc0\xaf"#),
        Named("a surrogate", [0xED, 0xA0, 0x80], #"\xed\xa0\x80"#),
        Named("past U+10FFFF", [0xF4, 0x90, 0x80, 0x80], #"\xf4\x90\x80\x80"#),
        Named("a newline", [0x61, 0x0A, 0x62], "a\nb"),
        Named("CR and LF, one Character", [0x0D, 0x0A], "\r\n"),
        Named("private use", Array("\u{10FFFF}".utf8), "\u{10FFFF}"),
    ])
    func `text shows bytes that form no character`(_ named: Named) {
        #expect(FilePath(bytes: named.bytes).text == named.text)
    }

    @Test(
        arguments: [
            [], [0x61], Array("aé€😀".utf8), [0xFF, 0xFE], [0x61, 0xE9, 0x62], [0xED, 0xA0, 0x80],
            Array("\u{10FEFF}\u{10FF00}\u{10FFFF}".utf8), Array("\u{10FF41}".utf8) + [0x80],
            [0x0D, 0x0A], Array("e\u{301}".utf8), Array(0x01...0xFF),
        ] as [[UInt8]]
    )
    func `an argument gives its bytes back`(_ bytes: [UInt8]) {
        #expect(FilePath(argument: FilePath(bytes: bytes).argument).bytes == bytes)
    }

    /// Bytes that begin, continue and break characters, each before all 256.
    @Test(
        arguments: [0x00, 0x2F, 0x41, 0x80, 0xBF, 0xC2, 0xDF, 0xE0, 0xED, 0xF0, 0xF4, 0xFF]
            as [UInt8]
    )
    func `every pair of bytes comes back, and no two arguments are alike`(first: UInt8) {
        let paths = (UInt8.min...UInt8.max).map { FilePath(bytes: [first, $0]) }
        #expect(paths.map { FilePath(argument: $0.argument) } == paths)
        let scalars = Set(paths.map { $0.argument.unicodeScalars.map(\.value) })
        #expect(scalars.count == 256)
    }

    /// The stand-ins are characters themselves, so the characters around them matter most.
    @Test(
        arguments: [
            0x0...0x7FF, 0xD7F0...0xE010, 0xFFF0...0x1_0010, 0x10_FE00...0x10_FFFF,
        ] as [ClosedRange<UInt32>]
    )
    func `every character comes back from its argument`(values: ClosedRange<UInt32>) {
        let paths = values.compactMap(Unicode.Scalar.init).map { FilePath(String($0)) }
        #expect(paths.map { FilePath(argument: $0.argument) } == paths)
    }

    @Test(arguments: ["a.png", "é", "-", "\u{10FEFF}"])
    func `an argument without odd bytes is the text itself`(_ text: String) {
        #expect(FilePath(text).argument == text)
    }

    @Test(arguments: [
        ("a.png", "a.png"), ("dir/a.png", "a.png"), ("/a.png", "a.png"), ("dir/", "dir"),
        ("a/dir//", "dir"), ("/", ""), ("", ""), (".", "."), ("a/..", ".."),
    ])
    func `the last component`(_ path: String, _ last: String) {
        #expect(FilePath(path).lastComponent == FilePath(last))
    }

    @Test(arguments: [
        ("a.png", "png"), ("a.PNG", "PNG"), ("a.tar.gz", "gz"), ("dir.d/a.png", "png"),
        ("dir.d/a", nil), ("a", nil), (".png", nil), ("dir/.png", nil), ("a.", ""), ("", nil),
        ("a.png/", "png"), ("..", ""),
    ])
    func `the file name's extension`(_ path: String, _ fileNameExtension: String?) {
        #expect(FilePath(path).fileNameExtension == fileNameExtension)
    }

    @Test(arguments: [
        ("dir", "a", "dir/a"), ("dir/", "a", "dir/a"), ("/", "a", "/a"), ("", "a", "a"),
        (".", "a", "./a"), ("dir//", "a", "dir//a"),
    ])
    func `appending joins by one slash`(_ path: String, _ component: String, _ joined: String) {
        #expect(FilePath(path).appending(FilePath(component)) == FilePath(joined))
    }

    @Test
    func `appending keeps bytes that form no character`() {
        let joined = FilePath(bytes: [0xFF]).appending(FilePath(bytes: [0xFE]))
        #expect(joined.bytes == [0xFF, 0x2F, 0xFE])
    }
}
