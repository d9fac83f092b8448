internal import FoundationEssentials
internal import PreflightCore

/// The shapes of the JSON report, field for field as the contract has them.
enum JSONDocument {
    /// Several reports, one for each model.
    struct Reports: Encodable {
        var schemaVersion = 1
        var reports: [Report]
    }

    /// One report.
    struct Report: Encodable {
        struct Tool: Encodable {
            var name: String
            var version: String
            var libvips: String
        }

        struct Model: Encodable {
            var name: String
            var table: String
            var verifiedOn: String
        }

        var schemaVersion = 1
        var tool: Tool
        var model: Model
        var mode: String
        var verdict: String
        var request: Request
        var images: [Image]?
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
        var source: String?
        var verdict: String
        var facts: Facts?
        var base64ByteCount: Int?
        var tokenCount: Int?
        var findings: [Finding]?
        var plan: [Step]?
        var output: Output?
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
        var byteCount: Int?
        var background: String?
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
        var measured: Int?
        var limit: Int?
        var unit: String?
        var remedy: String?
        var source: String?
    }
}

extension JSONDocument {
    /// A compact object that is not empty with an `id`, as JSON, put first: what an identity looks
    /// like is not known, so that it is not encoded but echoed.
    static func inserting(id: String, into object: String) -> String {
        #"{"id":"# + id + "," + object.dropFirst()
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
        let text = String(decoding: data, as: UTF8.self)
        return text.unicodeScalars.reduce(into: "") { escaped, scalar in
            let isWritten = !scalar.isControlling || scalar == "\n"
            if isWritten {
                escaped.unicodeScalars.append(scalar)
            } else {
                escaped += "\\u" + scalar.fourHexDigits
            }
        } + "\n"
    }
}
