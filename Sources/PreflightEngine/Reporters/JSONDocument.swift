internal import FoundationEssentials
internal import PreflightCore

/// The shapes of the JSON report, field for field as the contract has them.
enum JSONDocument {
    /// The reports of a run, one for each model.
    struct Reports: Encodable {
        var schemaVersion: Int
        var reports: [Report]
    }

    /// One report.
    struct Report: Encodable {
        struct Tool: Encodable {
            var name: String
            var version: String
            var libvips: String?
        }

        struct Model: Encodable {
            var name: String
            var table: String
            var tableName: String?
            var verifiedOn: String
            var retiresOn: String?
            var successor: String?
        }

        /// What a line of several is; nil in a document.
        var type: String?
        /// Where the report is not part of a document that says it.
        var schemaVersion: Int?
        var tool: Tool
        var model: Model
        var mode: String
        var verdict: String
        var request: Request
        var images: [Image]?
        var requests: [Receipt]?
        var passedByCount: Int?
        var keptCount: Int?
    }

    /// The request as a whole.
    struct Request: Encodable {
        var imageCount: Int
        var fileByteCount: Int
        var payloadByteCount: Int
        var tokenCount: Int?
        var findings: [Finding]
    }

    /// One image.
    struct Image: Encodable {
        /// What a line of several is; nil in a document and in a stream.
        var type: String?
        /// Whose rules a line of several is about; nil in a document and in a stream.
        var model: Report.Model?
        var id: String?
        var source: String?
        var verdict: String
        var facts: Facts?
        var base64ByteCount: Int?
        var tokenCount: Int?
        var findings: [Finding]?
        var plan: [Step]?
        var output: Output?
        var notes: [String]?
        var refusal: String?
        var error: String?
        var data: String?
        var mediaType: String?
    }

    /// The answer to a line of a stream that is not understood.
    struct StreamFailure: Encodable {
        var error: String
        var line: Int
        var verdict = "unchecked"
    }

    /// One change to an image.
    struct Step: Encodable {
        var step: String
        var loss: String
        var width: Int?
        var height: Int?
        var format: String?
        var quality: Int?
        var orientation: Int?
        var frameCount: Int?
        var tileCount: Int?
        var byteCount: Int?
        var background: String?
        var missing: String?
        var madeUp: String?
    }

    /// What was written in an image's place.
    struct Output: Encodable {
        var path: String?
        var format: String
        var byteCount: Int
        var width: Int
        var height: Int
        var scaleX: Double
        var scaleY: Double
        var quality: Int?
        var frame: Int?
        var encodeCount: Int?
        var request: Int?
        var corrections: [String]?
        var tiles: [Tile]?
        var findings: [Finding]?
    }

    /// One of the tiles that were written in an image's place.
    struct Tile: Encodable {
        var path: String?
        var x: Int
        var y: Int
        var width: Int
        var height: Int
        var scale: Double
        var byteCount: Int
        var quality: Int?
        var tokenCount: Int?
        var request: Int?
    }

    /// One of the requests that the images were put into.
    struct Receipt: Encodable {
        var number: Int
        var path: String?
        var byteCount: Int
        var imageCount: Int
        var images: [Int]
        var verdict: String
        var findings: [Finding]?
    }

    /// What the bytes of an image say.
    struct Facts: Encodable {
        var format: String
        var mediaType: String
        var byteCount: Int
        var width: Int?
        var height: Int?
        var orientation: Int?
        var displayWidth: Int?
        var displayHeight: Int?
        var frameCount: Int?
        var isAnimated: Bool?
        var bitsPerSample: Int?
        var colorModel: String?
        var hasAlpha: Bool?
        var hasICCProfile: Bool?
        var hasGPS: Bool?
    }

    /// One finding.
    struct Finding: Encodable {
        var code: String
        var severity: String
        var message: String
        var fact: String
        var help: String?
        var measured: Int?
        var limit: Int?
        var unit: String?
        var remedy: String?
        var source: String?
    }
}

extension JSONDocument {
    /// An image as a compact line, with an `id` in its place among the sorted keys.
    ///
    /// What an identity looks like is not known: `1.0` and `1e2` are lost to any number type. It is
    /// therefore not encoded, but put in the place of an empty text, which no other key `id` and no
    /// string, whose quotation marks are escaped, can be taken for.
    ///
    /// - Parameters:
    ///   - image: The image, which has no identity yet.
    ///   - id: The identity as JSON; nil for none.
    /// - Returns: The line, ending in a newline.
    static func text(of image: Image, id: String?) -> String {
        var image = image
        image.id = id.map { _ in "" }
        let text = text(image, isPretty: false)
        // The key comes after `data`, which can be long and holds nothing that is escaped.
        let rest = text.utf8.dropFirst(image.data?.utf8.count ?? 0)
        guard let id, let place = rest.firstRange(of: #""id":"""#.utf8) else { return text }
        return text[..<place.lowerBound] + #""id":"# + id.escapingControls
            + text[place.upperBound...]
    }

    /// A document as text with sorted keys, ending in a newline.
    ///
    /// Characters that control how text is shown are written as `\uXXXX`, also where JSON would let
    /// them stand, so that a report can be looked at in a terminal.
    static func text(_ document: some Encodable, isPretty: Bool) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if isPretty { encoder.outputFormatting.insert(.prettyPrinted) }
        // The shapes above hold only strings, whole numbers and flags, which always encode.
        guard let data = try? encoder.encode(document) else { return "" }
        return String(decoding: data, as: UTF8.self).escapingControls + "\n"
    }
}

extension String {
    /// JSON with every controlling character but the newline written as `\uXXXX`.
    fileprivate var escapingControls: String {
        // A report of many images is long, and most are plain ASCII.
        let isPlain = utf8.allSatisfy { (0x20..<0x7F).contains($0) || $0 == 0x0A }
        return isPlain ? self : escapingControlsOneByOne
    }

    private var escapingControlsOneByOne: String {
        unicodeScalars.reduce(into: "") { escaped, scalar in
            let isWritten = !scalar.isControlling || scalar == "\n"
            if isWritten {
                escaped.unicodeScalars.append(scalar)
            } else {
                escaped += "\\u" + scalar.fourHexDigits
            }
        }
    }
}
