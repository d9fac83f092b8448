internal import PreflightCore

extension JSONDocument.Report {
    init(_ report: Report, in words: CureWords = .neutral) {
        self.init(
            tool: Tool(
                name: report.tool.name,
                version: report.tool.version,
                libvips: report.tool.codecVersion
            ),
            model: Model(report.model),
            mode: report.mode.rawValue,
            verdict: report.verdict.rawValue,
            request: JSONDocument.Request(report.request, in: words),
            images: report.images.map { JSONDocument.Image($0, in: words) },
            requests: report.requests.isEmpty
                ? nil : report.requests.map { JSONDocument.Receipt($0, in: words) },
            passedByCount: report.passedByCount == 0 ? nil : report.passedByCount,
            keptCount: report.keptCount == 0 ? nil : report.keptCount
        )
    }
}

extension JSONDocument.Report.Model {
    init(_ model: ModelReport) {
        self.init(
            name: model.name,
            table: model.table,
            tableName: model.tableName,
            verifiedOn: model.verifiedOn,
            retiresOn: model.retirement?.day,
            successor: model.retirement?.successor
        )
    }
}

extension JSONDocument.Receipt {
    init(_ receipt: RequestReceipt, in words: CureWords) {
        self.init(
            number: receipt.number,
            path: receipt.path,
            byteCount: receipt.byteCount,
            imageCount: receipt.images.count,
            images: receipt.images,
            verdict: receipt.verdict.rawValue,
            findings: receipt.findings.isEmpty
                ? nil : receipt.findings.map { JSONDocument.Finding($0, in: words) }
        )
    }
}

extension JSONDocument.Request {
    init(_ request: RequestReport, in words: CureWords) {
        self.init(
            imageCount: request.totals.imageCount,
            fileByteCount: request.totals.fileByteCount,
            payloadByteCount: request.totals.payloadByteCount,
            tokenCount: request.tokenCount,
            findings: request.findings.map { JSONDocument.Finding($0, in: words) }
        )
    }
}

extension JSONDocument.Image {
    init(_ image: ImageReport, in words: CureWords) {
        let wasJudged = image.facts != nil || !image.findings.isEmpty
        self.init(
            source: image.source,
            verdict: image.verdict.rawValue,
            facts: image.facts.map(JSONDocument.Facts.init),
            base64ByteCount: image.facts?.base64ByteCount,
            tokenCount: image.tokenCount,
            findings: wasJudged ? image.findings.map { JSONDocument.Finding($0, in: words) } : nil,
            plan: image.plan.map { $0.steps.map(JSONDocument.Step.init) },
            output: image.output.map {
                JSONDocument.Output($0, raising: image.outputFindings, in: words)
            },
            notes: image.notes.isEmpty ? nil : image.notes.map { $0.sentence(in: words) },
            refusal: image.refusal?.sentence(in: words),
            error: image.error?.sentence(in: words)
        )
    }
}

extension JSONDocument.Facts {
    init(_ facts: ImageFacts) {
        self.init(
            format: facts.format.rawValue,
            mediaType: facts.format.mediaType,
            byteCount: facts.byteCount
        )
        guard let header = try? facts.header.get() else { return }
        width = header.size.width
        height = header.size.height
        orientation = header.orientation.rawValue
        displayWidth = header.displaySize.width
        displayHeight = header.displaySize.height
        frameCount = header.frameCount
        isAnimated = header.isAnimated
        bitsPerSample = header.bitsPerSample
        colorModel = header.colorModel.rawValue
        hasAlpha = header.hasAlpha
        hasICCProfile = header.iccProfile != nil
        hasGPS = header.hasGPS
    }
}

extension JSONDocument.Finding {
    init(_ finding: Finding, in words: CureWords) {
        self.init(
            code: finding.code.rawValue,
            severity: finding.severity.rawValue,
            message: finding.message.sentence(in: words),
            fact: finding.message.fact,
            help: finding.message.help?.phrase(in: words),
            measured: finding.measured,
            limit: finding.limit,
            unit: finding.unit?.rawValue,
            remedy: finding.remedy?.rawValue,
            source: finding.source
        )
    }
}
