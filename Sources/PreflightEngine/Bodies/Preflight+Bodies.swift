package import PreflightCore

extension Preflight {
    /// Judges the images in existing bodies in their place, each body as a request, and cures them.
    ///
    /// Every embedded image counts, of earlier turns and in tool results too.
    ///
    /// - Parameters:
    ///   - body: The document that holds the bodies.
    ///   - requests: Those of its bodies that go to this model.
    ///   - requestOptions: What may be done to the images, and the bytes that they may have.
    ///   - remote: What becomes of images that are only addresses.
    ///   - reject: What becomes of images that cannot be cured; nil where nothing is to be cured.
    /// - Returns: One report for all the requests, and the replacements.
    /// - Throws: `CancellationError` where the task was cancelled.
    package func judge(
        _ body: RequestBody,
        requests: [BodyRequest],
        options requestOptions: RequestOptions = RequestOptions(),
        remote: RemotePolicy,
        reject: RejectPolicy? = nil
    ) async throws(CancellationError) -> BodyJudgement {
        var judgement = BodyJudgement(report: emptyReport, table: table, replacements: [:])
        // A limit is one request's; beside the sum of several it would say nothing.
        if requests.count > 1 { judgement.report.request.limits = [] }
        let imageCount = requests.reduce(0) { $0 + $1.imageIndices.count }
        var doneCount = 0
        for request in requests {
            let documentCount =
                table.limits.contains(where: \.includesDocuments)
                ? body.documentCount(of: request) : 0
            var preflight = self
            preflight.table = table.counting(documents: documentCount)
            let task = BodyTask(
                body: body,
                request: request,
                options: requestOptions,
                remote: remote,
                reject: reject,
                imageCountBefore: doneCount,
                imageCountOfAll: imageCount
            )
            doneCount += request.imageIndices.count
            let packer = packer(options: requestOptions)
            var images = try await preflight.outcomes(of: task, in: packer.fitter.spool)
            if reject != nil {
                switch try await preflight.fitted(images, of: task, by: packer) {
                case .success(let smaller): images = smaller
                case .failure(let refusal): judgement.refusals.append(refusal.message)
                }
            }
            // An address is passed by for its bytes, which nobody sees, and not for where it stands.
            let judged = request.imageIndices.map { body.images[$0] }
                .filter { remote == .fail || !$0.isUploaded }
            let refused = table.refusedLocations(of: judged)
            for index in images.indices
            where table.takesNoImages || refused.contains(images[index].report.source) {
                images[index].report.isMisplaced = true
            }
            let places = table.placeFindings(for: judged)
            let route = judged.lazy.compactMap(\.dialect).first { $0.isSent }?.name
            judgement.add(
                images,
                of: request,
                under: table.narrowed(to: Circumstances(route: route)),
                documentCount: documentCount,
                besides: places
            )
            if reject == .omit {
                judgement.keepUnclaimed(in: body, request)
                judgement.refuse(images, thatStayIn: body)
            }
        }
        judgement.add(body.tornLines)
        return judgement
    }

    private var emptyReport: Report {
        var report = report(on: [])
        report.request.totals = RequestTotals(imageCount: 0, fileByteCount: 0, payloadByteCount: 0)
        return report
    }
}

extension BodyJudgement {
    fileprivate mutating func add(
        _ images: [BodyJob.Outcome],
        of request: BodyRequest,
        under table: RuleTable,
        documentCount: Int,
        besides places: [Finding]
    ) {
        let fileByteCount = images.reduce(0) { $0 + ($1.report.facts?.byteCount ?? 0) }
        var totals = RequestTotals(
            imageCount: request.imageIndices.count,
            fileByteCount: fileByteCount,
            payloadByteCount: request.byteCount
        )
        totals.documentCount = documentCount
        totals.lastTurnImageCount = request.lastTurnImageCount
        totals.base64ByteCount = images.reduce(0) {
            $0 + ($1.report.facts?.base64ByteCount ?? 0)
        }
        totals.tokenCount = images.reduce(0) { $0 + ($1.report.tokenCount ?? 0) }
        // Where an image stands, its own place says.
        let findings =
            (table.findings(for: totals)
            + (request.misfits.map(table.findings) ?? []))
            .map { finding in
                var finding = finding
                if let name = request.name { finding.message = finding.message.about(name) }
                return finding
            } + places
        let start = report.images.endIndex
        self.requests.append(Request(images: start..<start + images.count, findings: findings))
        report.images += images.map(\.report)
        report.request.add(
            totals,
            findings: findings,
            tokens: images.compactMap(\.report.tokenCount)
        )
        report.verdict = images.map(\.report.verdict)
            .reduce(max(report.verdict, Verdict(of: findings)), max)
        for image in images { replacements[image.index] = image.replacement }
    }

    /// Refuses what should be left out where nothing can stand in its place.
    fileprivate mutating func refuse(_ images: [BodyJob.Outcome], thatStayIn body: RequestBody) {
        for image in images where image.report.refusal != nil && image.replacement == nil {
            let place = body.images[image.index]
            let source = image.report.source
            if place.content.error?.leavesImageWhole == true {
                refusals.append(
                    Message(
                        "\(source): The image is whole and stays; its part is wrong",
                        help: image.report.refusal?.help
                    )
                )
            } else if !place.takesText {
                refusals.append(
                    Message(
                        "\(source): No text can stand in for the image in its dialect",
                        help: .act("take it out of the body")
                    )
                )
            }
        }
    }

    /// Lets images that no dialect claims stay where they are.
    fileprivate mutating func keepUnclaimed(in body: RequestBody, _ request: BodyRequest) {
        for index in request.imageIndices {
            guard case .unclaimed = body.images[index].content else { continue }
            kept.insert(body.images[index].location)
        }
    }

    /// Tells the lines that are not JSON, which nothing was read from.
    fileprivate mutating func add(_ lines: [TornLine]) {
        guard !lines.isEmpty else { return }
        report.verdict = .unchecked
        kept.formUnion(lines.map(\.source))
        report.images += lines.map { line in
            var report = ImageReport(
                source: line.source,
                verdict: .unchecked,
                findings: []
            )
            report.error = Message(
                "The line is not JSON, at column \(line.column) \(line.reason)",
                help: .act("it stays as it is, and the other lines are checked")
            )
            return report
        }
    }
}

extension RequestReport {
    fileprivate mutating func add(
        _ more: RequestTotals,
        findings moreFindings: [Finding],
        tokens: [Int]
    ) {
        totals.imageCount += more.imageCount
        totals.fileByteCount += more.fileByteCount
        totals.payloadByteCount += more.payloadByteCount
        findings += moreFindings
        if !tokens.isEmpty { tokenCount = (tokenCount ?? 0) + tokens.reduce(0, +) }
    }
}
