public import PreflightCore

/// Static analysis results, SARIF 2.1.0: one run a model, with the pages of all codes as its rules.
///
/// An image that could not be looked at is no result but a notification of the invocation, which is
/// then not successful.
public struct SARIFReporter: Reporter {
    /// How cures are worded.
    public var words: CureWords

    /// The path of the file that the images stand in; nil where each is a file of its own.
    public var document: String?

    /// Creates a reporter.
    public init(words: CureWords = .neutral, document: String? = nil) {
        self.words = words
        self.document = document
    }

    /// The document, ending in a newline.
    public func text(for reports: [Report]) -> String {
        JSONDocument.text(SARIFDocument.Log(runs: reports.map(run)), isPretty: true)
    }
}

extension SARIFReporter {
    private func run(_ report: Report) -> SARIFDocument.Run {
        let remarks = report.remarks
        let notifications = remarks.filter { $0.code == nil }
            .map { remark in
                SARIFDocument.Notification(
                    message: text(of: remark.message),
                    locations: locations(of: remark, in: report)
                )
            }
        return SARIFDocument.Run(
            tool: SARIFDocument.Tool(report.tool),
            // GitHub tells the runs of a file apart by what stands before the last slash.
            automationDetails: .init(id: "imgcheck/\(report.model.name)/"),
            invocations: [
                .init(
                    executionSuccessful: notifications.isEmpty,
                    toolExecutionNotifications: notifications.isEmpty ? nil : notifications
                )
            ],
            results: results(for: remarks, in: report)
        )
    }

    private func results(for remarks: [Remark], in report: Report) -> [SARIFDocument.Result] {
        var counts: [String: Int] = [:]
        return remarks.compactMap { remark in
            guard let finding = remark.finding else { return nil }
            let source = remark.source ?? Remark.request
            let hash = "\(report.model.name)\n\(finding.code.rawValue)\n\(source)".fingerprint
            counts[hash, default: 0] += 1
            return SARIFDocument.Result(
                ruleId: finding.code.rawValue,
                ruleIndex: FindingCode.allCases.firstIndex(of: finding.code) ?? -1,
                level: finding.severity.rawValue,
                message: text(of: remark.message),
                locations: locations(of: remark, in: report),
                // The name is the one that GitHub compares; where it is absent, the lines of the
                // file are hashed, which an image has none of.
                partialFingerprints: .init(
                    primaryLocationLineHash: "\(hash):\(counts[hash, default: 1])"
                ),
                properties: SARIFDocument.Properties(finding)
            )
        }
    }

    private func text(of message: Message) -> SARIFDocument.Text {
        SARIFDocument.Text(text: message.sentence(in: words).neutralised)
    }

    /// Where a remark belongs; one about the request stands at its first image, since a result
    /// without a file is shown nowhere.
    private func locations(of remark: Remark, in report: Report) -> [SARIFDocument.Location] {
        let path = document ?? remark.source ?? report.images.first?.source
        let isPlace = remark.source == nil || document != nil
        let place = (remark.source ?? Remark.request).neutralised
        return [
            SARIFDocument.Location(
                physicalLocation: path.map {
                    .init(artifactLocation: .init(uri: $0.plainPath.fileURI))
                },
                logicalLocations: isPlace ? [.init(fullyQualifiedName: place)] : nil
            )
        ]
    }
}

extension SARIFDocument.Tool {
    fileprivate init(_ tool: ToolReport) {
        self.init(
            driver: .init(
                name: tool.name,
                version: tool.version,
                rules: FindingCode.allCases.map(SARIFDocument.Rule.init)
            ),
            extensions: tool.codecVersion.map { [.init(name: "libvips", version: $0)] }
        )
    }
}

extension SARIFDocument.Rule {
    fileprivate init(_ code: FindingCode) {
        let page = code.page
        let name = "\(code)"
        self.init(
            id: code.rawValue,
            // Section 3.49.7: an identifier that people understand.
            name: name.prefix(1).uppercased() + name.dropFirst(),
            shortDescription: .init(text: page.title),
            fullDescription: .init(text: page.check),
            help: .init(
                text: "\(page.check)\n\n\(page.reason)\n\n\(page.cure)",
                markdown: """
                    **What is checked.** \(page.check)

                    **Why it matters.** \(page.reason)

                    **What to do.** \(page.cure)
                    """
            ),
            defaultConfiguration: .init(level: page.severity.rawValue)
        )
    }
}

extension SARIFDocument.Properties {
    fileprivate init?(_ finding: Finding) {
        self.init(
            measured: finding.measured,
            limit: finding.limit,
            unit: finding.unit?.rawValue,
            remedy: finding.remedy?.rawValue
        )
        guard measured != nil || remedy != nil else { return nil }
    }
}
