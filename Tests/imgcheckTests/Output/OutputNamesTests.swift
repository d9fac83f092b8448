import FileSystem
import PreflightCore
import Testing

@testable import imgcheck

/// Outputs keep their inputs' names, and no two get the same one.
struct OutputNamesTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let inputs: [(name: String, format: ImageFormat)]
        let outputs: [String]
        let changed: Set<Int>

        init(
            _ description: String,
            _ inputs: [(String, ImageFormat)],
            _ outputs: [String],
            changed: Set<Int> = []
        ) {
            testDescription = description
            self.inputs = inputs
            self.outputs = outputs
            self.changed = changed
        }
    }

    static let extensions = [
        Case(
            "fine extensions stay",
            [
                ("a.jpg", .jpeg), ("b.JPG", .jpeg), ("c.jpeg", .jpeg), ("d.jfif", .jpeg),
                ("e.apng", .png), ("f.WebP", .webp),
            ],
            ["a.jpg", "b.JPG", "c.jpeg", "d.jfif", "e.apng", "f.WebP"]
        ),
        Case(
            "an extension that promises another format is corrected",
            [
                ("a.png", .jpeg), ("b.JPG", .png), ("c.gif", .webp), ("d.heic", .gif),
                ("e.tar.png", .jpeg),
            ],
            ["a.jpg", "b.png", "c.webp", "d.gif", "e.tar.jpg"]
        ),
        Case(
            "an extension that promises nothing stays",
            [
                ("a", .png), ("b.dat", .png), (".png", .jpeg), ("c.", .jpeg), ("-", .png),
                ("d.png.bak", .jpeg),
            ],
            ["a", "b.dat", ".png", "c.", "-", "d.png.bak"]
        ),
        Case("a folder's dot is no extension", [("x.png/a", .jpeg)], ["x.png/a"]),
    ]

    static let collisions = [
        Case(
            "the first keeps the name",
            [("a.png", .png), ("a.png", .png), ("a.png", .png)],
            ["a.png", "a-2.png", "a-3.png"],
            changed: [1, 2]
        ),
        Case(
            "a number is not another input's name",
            [("a.png", .png), ("a.png", .png), ("a-2.png", .png)],
            ["a.png", "a-3.png", "a-2.png"],
            changed: [1]
        ),
        Case(
            "a corrected name gives way to the one who bears it",
            [("a.png", .jpeg), ("a.jpg", .jpeg)],
            ["a-2.jpg", "a.jpg"],
            changed: [0]
        ),
        Case(
            "two corrected names",
            [("a.png", .jpeg), ("a.webp", .jpeg)],
            ["a.jpg", "a-2.jpg"],
            changed: [1]
        ),
        Case(
            "corrected, the input's own name is free for nobody else",
            [("a.jpg", .png), ("a.png", .jpeg)],
            ["a-2.png", "a-2.jpg"],
            changed: [0, 1]
        ),
        Case("without an extension", [("a", .png), ("a", .png)], ["a", "a-2"], changed: [1]),
        Case(
            "a dot at the beginning",
            [(".png", .png), (".png", .png)],
            [".png", ".png-2"],
            changed: [1]
        ),
        Case(
            "sub-folders tell names apart",
            [("a.png", .png), ("x/a.png", .png), ("y/a.png", .png), ("x/a.png", .png)],
            ["a.png", "x/a.png", "y/a.png", "x/a-2.png"],
            changed: [3]
        ),
        Case(
            "a file gives way to a folder",
            [("x", .png), ("x/y/a.png", .png), ("x/y", .png)],
            ["x-2", "x/y/a.png", "x/y-2"],
            changed: [0, 2]
        ),
        Case(
            "letter case tells names apart",
            [("a.png", .png), ("A.png", .png)],
            ["a.png", "A.png"]
        ),
        Case(
            "composed and decomposed letters are two",
            [("é", .png), ("e\u{301}", .png)],
            ["é", "e\u{301}"]
        ),
    ]

    @Test(arguments: extensions + collisions)
    func `names are kept, corrected and told apart`(_ c: Case) {
        let inputs = c.inputs.map { (name: FilePath($0.name), format: $0.format) }
        var names = OutputNames(keeping: inputs.map(\.name))
        let outputs = inputs.map { names.name(for: $0.name, as: $0.format) }
        #expect(outputs.map(\.path) == c.outputs.map { FilePath($0) })
        #expect(Set(outputs.indices.filter { outputs[$0].isChanged }) == c.changed)
    }

    @Test
    func `parts of an image are numbered, beside names that inputs bear`() {
        let inputs = ["a.png", "b/c.webp", "-", "a-part-1-of-2.png"].map { FilePath($0) }
        var names = OutputNames(keeping: inputs)
        let parts = inputs.dropLast()
            .flatMap { input in
                (1...2)
                    .map { number in
                        names.name(
                            for: input,
                            as: .png,
                            addingExtension: input == FilePath("-"),
                            part: (number, 2)
                        )
                        .path
                    }
            }
        let expected = [
            "a-part-1-of-2-2.png", "a-part-2-of-2.png", "b/c-part-1-of-2.png",
            "b/c-part-2-of-2.png", "--part-1-of-2.png", "--part-2-of-2.png",
        ]
        #expect(parts == expected.map { FilePath($0) })
        #expect(names.name(for: inputs[3], as: .png).path == inputs[3])
    }

    @Test
    func `bytes that form no character are kept, and so is what they are told apart by`() {
        let inputs = [[0x61, 0xFF, 0x2E, 0x70, 0x6E, 0x67], [0x61, 0xFE, 0x2E, 0x70, 0x6E, 0x67]]
            .map { FilePath(bytes: $0) }
        var names = OutputNames(keeping: inputs)
        #expect(inputs.map { names.name(for: $0, as: .png).path } == inputs)
        let third = names.name(for: inputs[0], as: .jpeg)
        #expect(third.path.bytes == [0x61, 0xFF, 0x2E, 0x6A, 0x70, 0x67])
        let fourth = names.name(for: inputs[1], as: .png)
        #expect(fourth.path.bytes == [0x61, 0xFE, 0x2D, 0x32, 0x2E, 0x70, 0x6E, 0x67])
        #expect(fourth.wantedPath == inputs[1])
    }

    @Test
    func `an image that is not written takes no name`() {
        let name = FilePath("a.png")
        var names = OutputNames(keeping: [name, name])
        #expect(names.name(for: name, as: .png).path == name)
    }

    @Test(.timeLimit(.minutes(1)))
    func `many of one name are numbered in time`() {
        let name = FilePath("a.png")
        let count = 20_000
        var names = OutputNames(keeping: Array(repeating: name, count: count))
        let given = Set((0..<count).map { _ in names.name(for: name, as: .png).path })
        #expect(given.count == count)
        #expect(given.contains(FilePath("a-\(count).png")))
    }
}
