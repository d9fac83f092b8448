import Fixtures
import Testing

/// The exit status of `imgcheck fix`, and what it says of what it does not write.
struct FixStatusTests {
    @Test(arguments: [
        Case(
            "cured",
            ["jpeg-orientation-6.jpg"],
            status: 0,
            output: ["turn upright"]
        ),
        Case(
            "cannot be cured",
            ["cut-jpeg-half.jpg", "jpeg-photo.jpg"],
            status: 1,
            output: ["IMG105", "not written"]
        ),
        Case(
            "a format that is only named",
            ["other-heic.heic"],
            status: 1,
            output: ["HEIC", "not written"]
        ),
        Case(
            "cannot be read",
            ["gone.png", "jpeg-photo.jpg"],
            status: 2,
            output: ["? gone.png", "No such file or directory"]
        ),
        Case(
            "worse than cannot be cured",
            ["gone.png", "empty.png"],
            status: 2,
            output: ["? gone.png", "not written"]
        ),
        Case(
            "more than may be lost",
            ["--loss", "none", "size-8001x200.png"],
            status: 1,
            output: ["IMG201", "--loss detail"]
        ),
        Case(
            "scaling that is forbidden",
            ["--resize", "none", "size-8001x200.png"],
            status: 1,
            output: ["IMG201", "--resize target"]
        ),
        Case(
            "fewer bytes than anything has",
            ["--budget", "200", "png-rgb8.png", "size-8001x200.png"],
            status: 1,
            output: [
                "IMG201",
                "There is no way to write the images so that they fit into 200 bytes together",
            ]
        ),
    ])
    func `what came of it`(_ c: Case) throws {
        let scene = try FixScene([:])
        c.verify(
            try Program.run(
                ["fix", "--model", FixScene.claude, "--out", "\(scene.path)/out"] + c.arguments
            )
        )
        let fine = c.arguments.filter { $0 == "jpeg-photo.jpg" || $0.contains("orientation") }
        #expect(scene.files() == fine)
    }

    @Test(arguments: ["300", "2000", "3000"])
    func `of images that do not fit together none is written, with why and what helps`(
        budget: String
    ) throws {
        let photographs: [Fixture] = [.jpegPhoto, .jpegProgressive, .blurredPhoto]
        var files: [String: Fixture] = [:]
        for (index, fixture) in photographs.enumerated() { files["\(index).jpg"] = fixture }
        let scene = try FixScene(files)
        let run = try scene.fix("--budget", budget, "in")
        #expect(run.status == 1)
        #expect(scene.files() == [])
        let last = try #require(run.output.split(separator: "\n").last)
        #expect(last.hasPrefix("0 of 3 written. "), "\(run.output)")
        #expect(last.contains("--budget") && last.contains("--each"))
        #expect(last.contains("imgcheck request --split when-needed"))
    }

    @Test(arguments: [(2, false), (3, true)])
    func `what one request cannot hold by number is not brought under its bytes`(
        limit: Int,
        _ isFitted: Bool
    ) throws {
        let scene = try FixScene(["0.jpg": .jpegPhoto, "1.jpg": .jpegPhoto, "2.jpg": .jpegPhoto])
        let table = """
            {"schemaVersion": 2, "name": "few", "title": "Few", "provider": "P",
             "verifiedOn": "2026-11-01",
             "sources": {"a": {"title": "A", "address": "https://a.example", "checkedOn": "2026-11-01"}},
             "limits": [
               {"code": "IMG101", "measure": "format", "oneOf": ["jpeg"], "evidence": "documented",
                "source": "a"},
               {"code": "REQ401", "measure": "imageCount", "atMost": \(limit),
                "evidence": "documented", "source": "a"},
               {"code": "REQ402", "measure": "fileByteCount", "atMost": 60000,
                "evidence": "documented", "source": "a"}
             ],
             "tokens": [
               {"method": "fixed", "tokenCount": 100, "evidence": "documented", "source": "a"}
             ]}
            """
        try scene.write(Array(table.utf8), to: "few.json")
        let run = try scene.fix("--rules", "few.json", "in", model: "few")
        #expect(run.status == (isFitted ? 0 : 1), "\(run.errors)")
        #expect(scene.files() == ["0.jpg", "1.jpg", "2.jpg"])
        let isWhole = try scene.bytes(of: "out/0.jpg") == Fixture.jpegPhoto.bytes()
        #expect(isWhole != isFitted)
        #expect(run.errors.contains("the copies together: ") != isFitted)
    }

    @Test(arguments: [
        Case("no folder", ["--model", FixScene.claude], status: 64, errors: ["--out"]),
        Case(
            "a folder without a name",
            ["--model", FixScene.claude, "--out", ""],
            status: 64,
            errors: ["--out needs the name of a folder"]
        ),
        Case(
            "no model",
            ["--out", "x"],
            status: 64,
            errors: ["--model", "Usage: imgcheck fix [<options>]"]
        ),
        Case(
            "a budget with a unit",
            ["--model", FixScene.claude, "--out", "x", "--budget", "4XB"],
            status: 64,
            errors: ["'4XB'", "A number of bytes is 1 or more, written as 4000000, 4MB or 4MiB."]
        ),
        Case(
            "a budget below 0",
            ["--model", FixScene.claude, "--out", "x", "--budget", "-1"],
            status: 64,
            errors: ["'-1'", "A number of bytes is 1 or more, written as 4000000, 4MB or 4MiB."]
        ),
        Case(
            "a budget of 0",
            ["--model", FixScene.claude, "--out", "x", "--budget", "0"],
            status: 64,
            errors: ["'0'", "A number of bytes is 1 or more, written as 4000000, 4MB or 4MiB."]
        ),
        Case(
            "two models",
            ["--model", FixScene.claude, "--model", Example.model, "--out", "x"],
            status: 64,
            errors: ["give one --model"]
        ),
        Case(
            "a quality of none",
            ["--model", FixScene.claude, "--out", "x", "--quality", "0"],
            status: 64,
            errors: ["1 to 100"]
        ),
        Case(
            "a quality of too much",
            ["--model", FixScene.claude, "--out", "x", "--quality", "101"],
            status: 64,
            errors: ["1 to 100"]
        ),
        Case(
            "no colour",
            ["--model", FixScene.claude, "--out", "x", "--background", "blau"],
            status: 64,
            errors: ["--background", "A colour is white, black, #rgb or #rrggbb."]
        ),
        Case(
            "no policy",
            ["--model", FixScene.claude, "--out", "x", "--resize", "half"],
            status: 64,
            errors: ["--resize"]
        ),
        Case(
            "no loss",
            ["--model", FixScene.claude, "--out", "x", "--loss", "all"],
            status: 64,
            errors: ["--loss"]
        ),
    ])
    func `wrong usage writes nothing`(_ c: Case) throws {
        let scene = try FixScene(["a.png": .pngRGB8])
        c.verify(try Program.run(["fix"] + c.arguments + ["in/a.png"], in: scene.path))
        #expect(scene.files(in: "") == ["in/a.png"])
    }

    @Test(arguments: [(20, false), (21, true)])
    func `many images ask for shorter edges`(count: Int, isScaled: Bool) throws {
        let scene = try FixScene([:])
        let names = Array(repeating: "size-2001x200.png", count: count)
        let run = try Program.run(
            ["fix", "--model", FixScene.claude, "--resize", "limits", "--verbose"]
                + ["--out", "\(scene.path)/out"] + names
        )
        #expect(run.status == 0)
        #expect(scene.files().count == count)
        #expect(run.output.contains("downscale to 2000 × 200") == isScaled)

        let each = try Program.run(
            ["fix", "--model", FixScene.claude, "--resize", "limits", "--each"]
                + ["--out", "\(scene.path)/each"] + names
        )
        #expect(each.status == 0)
        #expect(!each.output.contains("downscale to"))
    }
}
