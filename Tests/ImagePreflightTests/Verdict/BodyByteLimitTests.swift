import Fixtures
import Foundation
import ImagePreflight
import PreflightCore
import Testing

/// The limits on the body, met to the byte with real files.
///
/// Base64 comes in fours, and a JPEG's media type is one byte longer than a PNG's: three images of
/// which none to three are JPEG reach every length.
struct BodyByteLimitTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let model: String
        let code: FindingCode
        let limit: Int
        let excess: Int
        var testDescription: String { "\(model) \(code.rawValue) \(excess)" }
    }

    static let cases = [BuiltIn.gpt5, BuiltIn.claude]
        .flatMap { model in
            [(FindingCode.bodyBytesInConflict, 4_000_000), (.requestBytesOverLimit, 10_000_000)]
                .flatMap { code, limit in
                    [-1, 0, 1].map { Case(model: model, code: code, limit: limit, excess: $0) }
                }
        }

    @Test(arguments: cases)
    func `a body passes up to its limit`(_ c: Case) async throws {
        let files = try Self.files(withBodyOf: c.limit + c.excess, for: c.model)
        let report = try await Preflight(model: c.model).check(files)
        #expect(report.request.totals.payloadByteCount == c.limit + c.excess)
        let finding = report.request.findings.first { $0.code == c.code }
        #expect((finding != nil) == (c.excess > 0))
        guard let finding else { return }
        #expect(finding.measured == c.limit + c.excess)
        #expect(finding.limit == c.limit)
    }

    /// Three images whose body has exactly `byteCount` bytes.
    private static func files(withBodyOf byteCount: Int, for model: String) throws -> [ImageInput] {
        let fixed = (0...3)
            .map { jpegCount in
                body(
                    for: model,
                    mediaTypes: (0..<3).map { $0 < jpegCount ? "image/jpeg" : "image/png" }
                )
            }
        let jpegCount = try #require(fixed.firstIndex { (byteCount - $0) % 4 == 0 })
        let fours = (byteCount - fixed[jpegCount]) / 4
        let shares = [fours / 3, fours / 3, fours - 2 * (fours / 3)]
        return try shares.enumerated()
            .map { index, share in
                let bytes =
                    index < jpegCount
                    ? try PaddedImage.jpeg(byteCount: share * 3)
                    : PaddedImage.png(byteCount: share * 3)
                return .bytes(try #require(bytes), name: "\(index)")
            }
    }

    /// The length of a body whose images have no bytes, by the contract's own example.
    private static func body(for model: String, mediaTypes: [String]) -> Int {
        let images = mediaTypes.map {
            #",{"image_url":{"url":"data:\#($0);base64,"},"type":"image_url"}"#
        }
        let text = #"{"text":"","type":"text"}"#
        let content = text + images.joined()
        return #"{"messages":[{"content":[\#(content)],"role":"user"}],"model":"\#(model)"}"#.utf8
            .count
    }
}
