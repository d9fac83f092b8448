import Testing

@testable import PreflightCore

/// What a text is that stands where base64 of an image should.
struct StandInTests {
    typealias Case = ForeignCase

    static let cases = [
        Case("nothing", "", "an empty text", cure: "encode its bytes"),
        Case("white space", " \n", "an empty text"),
        Case("path", "/tmp/image", "a file path", cure: "read the file"),
        Case("path of a workspace", "/workspace/images/a b.png", "a file path"),
        Case("relative path", "images/a.png", "a file path"),
        Case("name", "photo.JPG", "a file path"),
        Case("path at home", "~/a", "a file path"),
        Case("path on Windows", "C:\\Users\\a\\b.png", "a file path"),
        Case("path on a share", "\\\\server\\a", "a file path"),
        Case("file URL", "file:///tmp/a.png", "a file URL", cure: "read the file"),
        Case("web", "HTTPS://example.com/a.png", "a web address", cure: "download it"),
        Case("gs", "gs://b/a.png", "a cloud storage address (gs://…)"),
        Case("s3", "s3://b/a.png", "a cloud storage address (s3://…)"),
        Case("dbfs", "dbfs:/FileStore/a.png", "a cloud storage address (dbfs:/…)"),
        Case("abfss", "abfss://c@a.dfs.core.windows.net/x", "a cloud storage address (abfss://…)"),
        Case("volume", "/Volumes/main/a/b.png", "a cloud storage address (/Volumes/…)"),
        Case("blob", "blob:https://a.example/1", "a browser's blob address"),
        Case("undefined", "undefined", "the word “undefined”"),
        Case("null", "null", "the word “null”"),
        Case("None", "None\n", "the word “None”"),
        Case(
            "PIL",
            "<PIL.Image.Image image mode=RGB size=1x1 at 0x7F>",
            "a Python object's printed form"
        ),
        Case("stream", "<_io.BytesIO object at 0x7f>", "a Python object's printed form"),
        Case("object", "<a.B object at 0x7f>", "a Python object's printed form"),
        Case("bytes", "b'\\x89PNG\\r\\n'", "the printed form of Python bytes"),
        Case("JavaScript", "[object Blob]", "a JavaScript object's printed form"),
        Case("Node.js", "<Buffer 89 50>", "a Node.js buffer's printed form"),
        Case("numbers", "[137, 80, 78, 71, 13]", "a list of numbers"),
        Case("numbers without brackets", "137,80,78,71,13", "a list of numbers"),
        Case("pixels", "[[[255 255 255]\n  [255", "a list of numbers"),
        Case("hexadecimal", "0xFFD8FFE000104A46", "a JPEG in hexadecimal"),
        Case("placeholder", "{base64_image}", "a placeholder that was not filled"),
        Case("placeholder of a template", "{{ image }}", "a placeholder that was not filled"),
        Case("placeholder in words", "<base64 here>", "a placeholder that was not filled"),
        Case("your own", "YOUR_BASE64", "a placeholder that was not filled"),
        Case("page", "<html><body>", "an HTML page"),
        Case("Git LFS", "version https://git-lfs.github.com/spec/v1", "a Git LFS pointer"),
        Case("JSON", "{\"error\":\"no\"}", "a JSON answer (“no”)"),
        Case("text", "a photo of a cat", "plain text (“a photo of a cat”)"),
        Case("data URL of nothing", "data:image/png;base64,", "a data URL without data"),
        Case("data URL cut in front of its data", "data:image/png", "a data URL without data"),
        Case(
            "data URL of a word",
            "data:image/png;base64,undefined",
            "a data URL that holds the word “undefined”"
        ),
        Case(
            "data URL of a path",
            "data:image/png;base64,/tmp/a.png",
            "a data URL that holds a file path",
            cure: "read the file"
        ),
        Case("data URL of text", "data:text/html,<p>", "a data URL of text/html"),
    ]

    @Test(arguments: cases)
    func `a text is named`(_ c: Case) { c.verify(ForeignContent(insteadOfBase64: c.bytes.span)) }

    struct Encoded: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let text: String
    }

    @Test(arguments: [
        Encoded(
            testDescription: "PNG",
            text: "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"
        ),
        Encoded(
            testDescription: "JPEG, which begins with a slash",
            text: "/9j/4AAQSkZJRgABAQAAAQABAAD"
        ),
        Encoded(testDescription: "URL-safe", text: "_9j_4AAQSkZJRgABAQAAAQABAAD"),
        Encoded(testDescription: "broken lines", text: "iVBO\nRw0K\nGgoA\nAAAN"),
        Encoded(testDescription: "a wrong letter further on", text: "iVBORw0KGgoAAAANSUhE*gAA"),
        Encoded(testDescription: "data URL", text: "data:image/png;base64,iVBORw0KGgo="),
        Encoded(
            testDescription: "data URL, twice",
            text: "data:image/png;base64,data:image/png;base64,iVB"
        ),
        Encoded(testDescription: "data URL of bytes", text: "data:image/png;base64,b'iVBORw0KGgo'"),
        Encoded(testDescription: "base64 of base64", text: "aVZCT1J3MEtHZ29BQUFBTlNVaEVVZ0FBQUQ0"),
        Encoded(
            testDescription: "data URL, upper case",
            text: "DATA:IMAGE/PNG;BASE64,iVBORw0KGgo="
        ),
        Encoded(
            testDescription: "base64 of something",
            text: "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo="
        ),
        Encoded(
            testDescription: "a long text that begins with a slash",
            text: "/" + String(repeating: "Ab0+", count: 40)
        ),
    ])
    func `base64 is not named`(_ c: Encoded) {
        #expect(ForeignContent(insteadOfBase64: Array(c.text.utf8).span) == nil)
    }

    @Test(arguments: [127, 128, 129])
    func `a path without a dot is short`(_ count: Int) {
        let path = "/" + String(repeating: "a", count: count - 1)
        let content = ForeignContent(insteadOfBase64: Array(path.utf8).span)
        #expect((content?.name == "a file path") == (count <= 128))
    }

    @Test(arguments: [4_095, 4_096, 4_097])
    func `a path is no longer than a system takes`(_ count: Int) {
        let path = "/a.b/" + String(repeating: "a", count: count - 5)
        let content = ForeignContent(insteadOfBase64: Array(path.utf8).span)
        #expect((content?.name == "a file path") == (count <= 4_096))
    }

    @Test func `a character that the window cuts off is no damage`() {
        for shift in 0..<4 {
            let text = String(repeating: "a", count: shift) + String(repeating: "🖼", count: 1_100)
            #expect(TextOpening(of: Array(text.utf8).span) != nil, "\(shift)")
        }
    }

    @Test func `bytes that are no text are not named`() {
        #expect(ForeignContent(insteadOfBase64: [0x80, 0x81, 0x00].span) == nil)
    }
}
