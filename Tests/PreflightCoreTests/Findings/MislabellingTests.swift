import PreflightCore
import Testing

/// IMG102: what an image calls itself against what it is.
struct MislabellingTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let label: ImageLabel
        let format: ImageFormat
        let severity: Severity?
        var testDescription: String { "\(label) over \(format)" }
    }

    static let families: [(format: ImageFormat, endings: [String])] = [
        (.jpeg, ["jpg", "jpeg", "jpe", "jfif", "mpo"]), (.png, ["png", "apng"]),
        (.gif, ["gif"]), (.webp, ["webp"]),
    ]

    static let promises = families.flatMap { family in
        family.endings.flatMap { ending in
            families.flatMap { bytes in
                [ending, ending.uppercased()]
                    .map { spelled in
                        Case(
                            label: .fileNameExtension(spelled),
                            format: bytes.format,
                            severity: family.format == bytes.format ? nil : .warning
                        )
                    }
            }
        }
    }

    static let foreign = [
        "bmp", "tif", "tiff", "heic", "heif", "avif", "ico", "svg", "jxl", "jp2", "pdf",
    ]
    .map { Case(label: .fileNameExtension($0), format: .png, severity: .warning) }

    static let silent = ["", "dat", "txt", "image", "jpg ", "j", "png2"]
        .map {
            Case(label: .fileNameExtension($0), format: .png, severity: nil)
        }

    static let declared = [
        ("image/png", nil), ("image/PNG", Severity.error), ("", .error), ("image/jpeg", .error),
        ("image/jpg", .error), ("image/png; charset=utf-8", .error), ("text/plain", .error),
    ]
    .map { Case(label: .declaredMediaType($0.0), format: .png, severity: $0.1) }

    static let unregistered = [
        Case(label: .declaredMediaType("image/jpg"), format: .jpeg, severity: .error),
        Case(label: .declaredMediaType("image/jpeg"), format: .jpeg, severity: nil),
        Case(label: .none, format: .jpeg, severity: nil),
    ]

    @Test(arguments: promises + foreign + silent + declared + unregistered)
    func `a label is held against the bytes`(_ c: Case) {
        let image = InspectedImage(
            label: c.label,
            facts: ImageFacts(
                format: c.format,
                byteCount: 10,
                header: .success(ImageHeader(size: PixelSize(width: 1, height: 1)))
            )
        )
        let findings = RuleTable.sample().findings(for: image, amongImages: 1)
        #expect(findings.map(\.code) == (c.severity == nil ? [] : [.mislabelled]))
        #expect(findings.first?.severity == c.severity)
        #expect(findings.allSatisfy { $0.remedy == .retype })
    }
}
