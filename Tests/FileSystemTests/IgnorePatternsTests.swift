import FileSystem
import Foundation
import Testing

/// Patterns of an ignore file mean what they mean to Git.
struct IgnorePatternsTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let lines: String
        /// Paths that are left out; a slash at the end makes a folder.
        let ignored: [String]
        let kept: [String]

        var testDescription: String { lines.debugDescription }

        init(_ lines: String, _ ignored: [String], not kept: [String]) {
            self.lines = lines
            self.ignored = ignored
            self.kept = kept
        }
    }

    static let rows = [
        Row("", [], not: ["a"]),
        Row("# a\n\n \n!\n/\n//", [], not: ["a", "# a", "b/"]),
        Row("a", ["a", "b/a", "a/", "a/x"], not: ["ab", "ba", "b/ab"]),
        Row("\u{FEFF}a\r\nb", ["a", "b"], not: ["c"]),
        Row("a/", ["a/", "b/a/", "a/x"], not: ["b/a", "ab"]),
        Row("/a", ["a", "a/x"], not: ["b/a"]),
        Row("b/a", ["b/a"], not: ["a", "c/b/a"]),
        Row("b//a\na//", [], not: ["b/a", "a/"]),
        Row("*.png", ["x.png", ".png", "d/x.png"], not: ["x.png.txt", "xpng"]),
        Row("/*.png", ["x.png"], not: ["d/x.png"]),
        Row("d/*.png", ["d/x.png"], not: ["d/e/x.png", "x.png"]),
        Row("*\n!*.png", ["x.txt", "d/"], not: ["x.png"]),
        Row("*\n!*/\n!*.png", ["x.txt", "d/x.txt"], not: ["x.png", "d/x.png", "d/"]),
        Row("d\n!d/x", ["d/x", "d/"], not: ["e"]),
        Row("d/*\n!d/x", ["d/y"], not: ["d/x", "d/"]),
        Row("!a\na", ["a"], not: ["b"]),
        Row("a\n!a", [], not: ["a"]),
        Row("a\n!a/", ["a"], not: ["b/a/"]),
        Row("a/\n!a", [], not: ["a/", "b/a"]),
        Row("**/a", ["a", "b/a", "b/c/a"], not: ["ba", "b/ca"]),
        Row("a/**", ["a/x", "a/b/", "a/b/x"], not: ["a/", "b/a/x"]),
        Row("a/**/b", ["a/b", "a/x/b", "a/x/y/b"], not: ["ab", "a/xb", "b"]),
        Row("**", ["a", "b/c"], not: []),
        Row("**/", ["a/", "a/b"], not: ["c"]),
        Row("/**", ["a", "b/"], not: []),
        Row("a**b", ["ab", "axb"], not: ["a/b", "a/x/b"]),
        Row("x/a**b/c", ["x/ab/c", "x/ayb/c"], not: ["x/a/b/c"]),
        Row("**/**/a/**/**/b", ["a/b", "x/a/y/b"], not: ["ab"]),
        Row("a/***/b", ["a/b", "a/x/y/b"], not: ["ab"]),
        Row("?", ["a"], not: ["ab", "é"]),
        Row("a?c", ["abc", "a?c"], not: ["ac", "a/c"]),
        Row("[a-c]x", ["ax", "cx"], not: ["dx", "-x"]),
        Row("[!a-c]x\n[^x]y", ["dx", "-x", "zy"], not: ["ax", "xy"]),
        Row("[]x]1\n[!]]2", ["]1", "x1", "a2"], not: ["a1", "]2"]),
        Row("[a-]1\n[-a]2", ["a1", "-1", "-2"], not: ["b1", "b2"]),
        Row("[a-c-e]", ["b", "-", "e"], not: ["d"]),
        Row("[c-a]", ["c"], not: ["b", "a", "-"]),
        Row(#"[\]]1"# + "\n" + #"[a\-c]2"#, ["]1", "-2", "c2"], not: ["\\1", "b2"]),
        Row("[[:digit:]x]\n[[:UPPER:]]y", ["7", "x"], not: ["a", "Ay"]),
        Row("[[:digit]1\n[[]2", ["d1", "[1", "[2"], not: ["71", "a2"]),
        Row("a[b", [], not: ["a[b", "ab"]),
        Row("a[/]b\nc[x/y]d", ["cxd"], not: ["a/b", "cy/d", "e/cxd"]),
        Row("\\#a\n\\!b", ["#a", "!b"], not: ["a", "b"]),
        Row(#"\*"#, ["*"], not: ["a"]),
        Row(#"a\b"#, ["ab"], not: [#"a\b"#]),
        Row(#"a\\b"#, [#"a\b"#], not: ["ab"]),
        Row(#"a\"#, [], not: ["a", #"a\"#]),
        Row("a  ", ["a"], not: ["a  ", "a "]),
        Row(#"a\ "#, ["a "], not: ["a"]),
        Row(#"a\  "#, ["a "], not: ["a", "a  "]),
        Row("a b ", ["a b"], not: ["a"]),
        Row("a\t", ["a\t"], not: ["a"]),
        Row("é.png", ["é.png"], not: ["e\u{301}.png"]),
        Row("A", ["A"], not: ["a"]),
        Row("a*b*c*d", ["abcd", "axbxcxd", "abcbcd"], not: ["abc", "abdc"]),
    ]

    /// What the patterns say of a path, as a walk asks them: a folder that is left out is not
    /// entered.
    private static func isIgnored(_ path: FilePath, _ isFolder: Bool, by lines: [UInt8]) -> Bool {
        let patterns = IgnorePatterns(lines)
        let names = path.components
        return names.indices.contains { index in
            let part = FilePath(
                bytes: Array(names[...index].map(\.bytes).joined(separator: [0x2F]))
            )
            let isLast = index == names.count - 1
            return patterns.decision(for: part, isFolder: !isLast || isFolder) == .ignored
        }
    }

    private static func isIgnored(_ path: String, by lines: String) -> Bool {
        isIgnored(FilePath(path), path.hasSuffix("/"), by: Array(lines.utf8))
    }

    @Test(arguments: rows)
    func `what is left out and what is not`(_ row: Row) {
        for path in row.ignored { #expect(Self.isIgnored(path, by: row.lines), "\(path)") }
        for path in row.kept { #expect(!Self.isIgnored(path, by: row.lines), "\(path)") }
    }

    @Test(.enabled(if: GitIgnoring.isThere, "git is not installed"), arguments: rows)
    func `the table is what Git does`(_ row: Row) throws {
        for (paths, isIgnored) in [(row.ignored, true), (row.kept, false)] {
            for path in paths {
                let git = try GitIgnoring()
                try git.create(FilePath(path), isFolder: path.hasSuffix("/"))
                let ignored = try git.ignored(by: Array(row.lines.utf8), of: [FilePath(path)])
                #expect(ignored.isEmpty == !isIgnored, "\(path)")
            }
        }
    }

    @Test(.enabled(if: GitIgnoring.isThere, "git is not installed"))
    func `made-up patterns mean what they mean to Git`() throws {
        let git = try GitIgnoring()
        let names: [[UInt8]] = [
            [0x61], [0x62], [0x61, 0x62], Array("a b".utf8), Array("[a]".utf8), [0x61, 0xFF],
            Array("-".utf8), Array("é".utf8),
        ]
        var paths: [(path: FilePath, isFolder: Bool)] = []
        for first in names {
            for second in names {
                let path = FilePath(bytes: first + [0x2F] + second)
                let isFolder = second.count == 1
                try git.create(path, isFolder: isFolder)
                paths.append((path, isFolder))
                guard isFolder else { continue }
                for third in names.prefix(3) {
                    try git.create(path.appending(FilePath(bytes: third)), isFolder: false)
                    paths.append((path.appending(FilePath(bytes: third)), false))
                }
            }
        }
        var generator = SplitMix(state: 7)
        let pieces = [
            "a", "b", "/", "*", "**", "**/", "?", "[", "]", "!", "^", "-", "\\", " ", "é",
        ]
        for _ in 0..<150 {
            let lines = (0..<4)
                .map { _ in
                    (0..<Int.random(in: 1...5, using: &generator))
                        .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
                }
            let text = Array(lines.joined(separator: "\n").utf8)
            let ours = paths.filter { Self.isIgnored($0.path, $0.isFolder, by: text) }.map(\.path)
            let theirs = try git.ignored(by: text, of: paths.map(\.path))
            #expect(Set(ours) == theirs, "\(lines)")
        }
    }

    @Test
    func `bytes that are no UTF-8 are matched as they are`() {
        let patterns = IgnorePatterns([0xE9, 0x2A, 0x0A, 0x5B, 0xF0, 0x2D, 0xFF, 0x5D])
        for name: [UInt8] in [[0xE9], [0xE9, 0x78], [0xF5]] {
            #expect(patterns.decision(for: FilePath(bytes: name), isFolder: false) == .ignored)
        }
        #expect(patterns.decision(for: FilePath(bytes: [0xC3, 0xA9]), isFolder: false) == nil)
    }

    @Test(.timeLimit(.minutes(1)))
    func `many stars take no longer than many letters`() {
        let stars = String(repeating: "*a", count: 200) + "b"
        let depths = String(repeating: "**/a*/", count: 500) + "b"
        let plain = (0..<100_000).map { "name\($0)/\n!name\($0)" }.joined(separator: "\n")
        let patterns = IgnorePatterns(Array("\(stars)\n\(depths)\n\(plain)".utf8))
        let name = FilePath(String(repeating: "a", count: 255))
        let deep = FilePath(String(repeating: "a/", count: 2_000) + "c")
        for _ in 0..<20 {
            #expect(patterns.decision(for: name, isFolder: false) == nil)
            #expect(patterns.decision(for: deep, isFolder: false) == nil)
        }
    }

    @Test
    func `no bytes trap`() {
        var generator = SplitMix(state: 11)
        for _ in 0..<3_000 {
            let lines = (0..<Int.random(in: 0...24, using: &generator))
                .map { _ in
                    Bool.random(using: &generator)
                        ? UInt8.random(in: 0...255, using: &generator)
                        : Array("[]*?\\/!-:\n a^".utf8).randomElement(using: &generator) ?? 0
                }
            let patterns = IgnorePatterns(lines)
            for path in ["", "/", "a", "a/b", "[", "a/[/]/:"] {
                _ = patterns.decision(for: FilePath(path), isFolder: true)
            }
        }
    }
}
