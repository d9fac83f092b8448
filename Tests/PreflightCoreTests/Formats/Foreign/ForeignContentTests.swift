import Fixtures
import Testing

@testable import PreflightCore

/// What content that is no image is called, and what cures it.
struct ForeignContentTests {
    typealias Case = ForeignCase

    static let texts = [
        Case("page", "<!DOCTYPE html><html></html>", "an HTML page", cure: "the image itself"),
        Case("page, lower case", "<!doctype html>\n<p>", "an HTML page"),
        Case("page, mixed case", "<!DocType HTML PUBLIC \"-//W3C\">", "an HTML page"),
        Case("page behind white space", "\r\n \t<HTML>", "an HTML page"),
        Case("page behind a mark", "\u{FEFF}<html>", "an HTML page"),
        Case("page behind a comment", "<!-- a <b> --> <html lang=en>", "an HTML page"),
        Case("page as XML", "<?xml version=\"1.0\"?><!DOCTYPE html><html>", "an HTML page"),
        Case("page in UTF-16", .utf16("<html>"), "an HTML page"),
        Case(
            "page with a title",
            "<html><head><title>403\n Forbidden</title>",
            "an HTML page (“403 Forbidden”)"
        ),
        Case("XML", "<?xml version=\"1.0\"?><feed/>", "an XML document"),
        Case(
            "XML of a store",
            "<Error><Code>NoSuchKey</Code><Message>No such key.</Message></Error>",
            "an XML answer (“No such key.”)",
            cure: "why it was refused"
        ),
        Case("JSON", "{\"a\": 1}", "a JSON text"),
        Case("JSON, a list", " [ {\"a\": 1} ]", "a JSON text"),
        Case(
            "JSON, an error",
            "{\"error\": {\"code\": 404, \"message\": \"No \\\"x\\\"\\nhere\"}}",
            "a JSON answer (“No \"x\" here”)",
            cure: "why it was refused"
        ),
        Case("JSON, an error as text", "{\"error\":\"gone\"}", "a JSON answer (“gone”)"),
        Case(
            "JSON, escapes",
            #"{"message":"a\u001b\u00e9\ud83d \/b\u00""#,
            "a JSON answer (“a é\u{FFFD} /b”)"
        ),
        Case("JSON, an error as a number", "{\"error\":1}", "a JSON text"),
        Case("buffer", "{\"type\":\"Buffer\",\"data\":[137]}", "a Node.js buffer as JSON"),
        Case(
            "Git LFS",
            "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n",
            "a Git LFS pointer",
            cure: "`git lfs pull`"
        ),
        Case("text", "Not Found", "plain text (“Not Found”)"),
        Case("text in UTF-16", .utf16("Not found"), "plain text (“Not found”)"),
        Case(
            "long text",
            String(repeating: "word ", count: 2_000),
            "plain text (“\(String(repeating: "word ", count: 12))…”)"
        ),
        Case("white space", " \n", "nothing but white space"),
        Case("path", "../images/a.png\n", "a text that is a file path", cure: "that it names"),
        Case("address", "https://a.example/b", "a text that is a web address"),
        Case("base64", "iVBORw0KGgoAAAANSUhEUg==", "a text that is base64 of a PNG", cure: "-d"),
        Case("base64 of a JPEG", "/9j/4AAQSkZJRg", "a text that is base64 of a JPEG"),
        Case("base64 in UTF-16", .utf16("R0lGODlhAQ"), "a text that is base64 of a GIF"),
        Case(
            "data URL",
            "data:image/png;base64,iVBORw0KGgo=",
            "a text that is a data URL of an image",
            cure: "comma"
        ),
        Case(
            "printed object",
            "<PIL.Image.Image image mode=RGB size=1x1 at 0x7F>",
            "a text that is a Python object's printed form"
        ),
        Case("hexadecimal", "89504E470D0A1A0A", "a text that is a PNG in hexadecimal"),
    ]

    @Test(arguments: texts)
    func `a text`(_ c: Case) { c.verify(ForeignContent(of: c.bytes.span)) }

    static let containers = [
        Case("nothing", [], "an empty file", cure: "from its origin"),
        Case("zeros", [UInt8](repeating: 0, count: 65_535), "a file of zeros"),
        Case("many zeros", [UInt8](repeating: 0, count: 65_536), "a file that begins with zeros"),
        Case("gzip", [0x1F, 0x8B, 0x08], "a gzip file", cure: "unpack"),
        Case("zip", "PK\u{03}\u{04}", "a zip archive", cure: "unpack"),
        Case(
            "Office",
            Array("PK\u{03}\u{04}".utf8) + [UInt8](repeating: 1, count: 26) + Array("word/".utf8),
            "an Office document",
            cure: "pages"
        ),
        Case("7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive"),
        Case("RAR", "Rar!\u{1A}\u{07}\0", "a RAR archive"),
        Case("tar", [UInt8](repeating: 0x61, count: 257) + Array("ustar".utf8), "a tar archive"),
        Case("PSD", "8BPS\0\u{01}", "a Photoshop document (PSD)", cure: "export"),
        Case("PDF", "%PDF-1.7", "a PDF document", cure: "pages"),
        Case(
            "AppleDouble",
            [0, 5, 0x16, 7, 0, 2],
            "an AppleDouble file, the “._” companion of another"
        ),
        Case("MP4", "\0\0\0\u{18}ftypisom\0\0\0\0isommp41", "a video (MP4)", cure: "frames"),
        Case("MOV", "\0\0\0\u{14}ftypqt  \0\0\0\0qt  ", "a QuickTime film (MOV)"),
        Case("old MOV", "\0\0\0\u{08}wide\0\0\0\0mdat", "a QuickTime film (MOV)"),
        Case("WebM", [0x1A, 0x45, 0xDF, 0xA3], "a video (WebM or Matroska)"),
        Case("AVI", "RIFF\0\0\0\0AVI LIST", "a video (AVI)"),
        Case(
            "answer with header",
            "HTTP/1.1 200 OK\r\n\r\n",
            "an HTTP answer with its header lines"
        ),
        Case(
            "part of a form",
            Array("--x\r\nContent-disposition: form-data\r\n\r\n".utf8) + [0xFF, 0xD8, 0xFF],
            "a part of a web form with its header lines"
        ),
    ]

    @Test(arguments: containers)
    func `a container`(_ c: Case) { c.verify(ForeignContent(of: c.bytes.span)) }

    static let raws = [
        Case("CR2", RawBytes.canon, "a Canon raw photograph (CR2)", cure: "develop"),
        Case("CR3", "\0\0\0\u{18}ftypcrx \0\0\0\u{01}crx isom", "a Canon raw photograph (CR3)"),
        Case("NEF", RawBytes(maker: "NIKON CORPORATION").bytes, "a Nikon raw photograph (NEF)"),
        Case("ARW", RawBytes(maker: "SONY", isBig: false).bytes, "a Sony raw photograph (ARW)"),
        Case("DNG", RawBytes(maker: "x", extra: 0xC612).bytes, "a raw photograph (DNG)"),
        Case("RAF", "FUJIFILMCCD-RAW 0201", "a Fujifilm raw photograph (RAF)"),
        Case("ORF", "IIRO\u{08}\0\0\0", "an Olympus raw photograph (ORF)"),
        Case("RW2", "IIU\0\u{18}\0\0\0", "a Panasonic raw photograph (RW2)"),
    ]

    @Test(arguments: raws)
    func `a camera's own format`(_ c: Case) { c.verify(ForeignContent(of: c.bytes.span)) }

    @Test func `a scanner's TIFF is no raw photograph`() {
        let plain = RawBytes(maker: "NIKON", hasSubdirectories: false).bytes
        #expect(ForeignContent(of: plain.span) == nil)
    }

    @Test(arguments: Fixture.all)
    func `an image is not foreign`(_ fixture: Fixture) throws {
        let bytes = try fixture.bytes()
        guard ![.pdf, .unknown].contains(ImageFormat(recognising: bytes.span)) else { return }
        #expect(ForeignContent(of: bytes.span) == nil)
    }

    @Test(arguments: texts + containers + raws + MangledImageTests.cases)
    func `every truncation and every changed byte is read`(_ c: Case) {
        var bytes = Array(c.bytes.prefix(280))
        for byteCount in 0...bytes.count {
            _ = ForeignContent(of: bytes.span.extracting(first: byteCount))
            _ = ForeignContent(insteadOfBase64: bytes.span.extracting(first: byteCount))
        }
        for offset in bytes.indices {
            let original = bytes[offset]
            for changed in [original ^ 0xFF, original ^ 0x20] {
                bytes[offset] = changed
                _ = ForeignContent(of: bytes.span)
                _ = ForeignContent(insteadOfBase64: bytes.span)
            }
            bytes[offset] = original
        }
    }
}
