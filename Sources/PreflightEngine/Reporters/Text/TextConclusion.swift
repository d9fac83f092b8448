internal import PreflightCore

/// The verdict on a request, with how many images have which, and what came of them.
struct TextConclusion {
    let report: Report
    let style: TextStyle

    /// The verdict; then that on each image alone, where the request as a whole is what fails; then
    /// what was written.
    var lines: [String] { ([verdict] + alone + written).flatMap { style.wrapped($0) } }

    private var verdict: String {
        let isAboutRequest = report.request.findings.contains { $0.severity == .error }
        let isSaid = report.images.count != 1
        let details =
            (isAboutRequest ? ["the request"] : [])
            + (isSaid ? [report.images.verdictCounts.phrase] : [])
        let detail = details.filter { !$0.isEmpty }.joined(separator: "; ")
        let changedCount = report.images.count { $0.output != nil && $0.isChanged }
        let change = changedCount == 0 ? "" : "; \(changedCount.grouped) changed"
        return style.verdict(report.verdict, report.verdict.rawValue)
            + (isSaid && !detail.isEmpty ? ": \(detail)" : "") + change
    }

    /// The verdict on each image alone, as a sentence; none where nobody asks.
    var alone: [String] {
        guard let counts = report.verdictsAlone else { return [] }
        let count = report.images.count.grouped
        let how = style.words.phrase(.judgeEachAlone).map { " (\($0))" } ?? ""
        return [
            "\(count) images were judged as one request; each alone: \(counts.phrase)\(how)"
        ]
    }

    /// What was written, into how many bytes, and what was left out, by why.
    private var written: [String] {
        let images = report.images.filter(\.isWritten)
        let total = report.images.count + report.keptCount
        if report.images.isEmpty, let kept { return ["Nothing to write: \(kept)"] }
        if images.isEmpty, report.outputFolder != nil, let reason = commonRefusal {
            let counts = ["0 of \(total.grouped) written", kept].compactMap(\.self)
            return ["\(counts.joined(separator: "; ")). \(reason.sentence(in: style.words))"]
        }
        guard !images.isEmpty || report.keptCount > 0, total > 1 else { return [] }
        let before = images.reduce(0) { $0 + ($1.facts?.byteCount ?? 0) }
        let after = images.reduce(0) { $0 + ($1.output?.byteCount ?? 0) }
        let place =
            report.outputFolder.map { " to \($0.neutralised)\($0.hasSuffix("/") ? "" : "/")" } ?? ""
        return [
            [
                "\(images.count.grouped) of \(total.grouped) written\(place), "
                    + Self.sizes(before, after),
                kept, leftOut(besides: images.count), savesNoTokens ? "no tokens saved" : nil,
            ]
            .compactMap(\.self).joined(separator: "; ")
        ]
    }

    /// How many copies of an earlier run stay; nil for none.
    private var kept: String? {
        report.keptCount == 0
            ? nil : "\(report.keptCount.grouped) there already and left alone"
    }

    /// Why none of several images was written, where the reason is one for all of them.
    private var commonRefusal: Message? {
        let reasons = Set(report.images.map(\.refusal))
        return reasons.count == 1 && report.images.count > 1 ? reasons.first ?? nil : nil
    }

    private static func sizes(_ before: Int, _ after: Int) -> String {
        if before == after { return before.bytePhrase }
        // In megabytes, both may read alike.
        let phrases = (before.bytePhrase, after.bytePhrase)
        return phrases.0 == phrases.1 || max(before, after) < 100_000
            ? "\(before.grouped) → \(after.grouped) bytes" : "\(phrases.0) → \(phrases.1)"
    }

    private func leftOut(besides writtenCount: Int) -> String? {
        let count = report.images.count - writtenCount
        guard count > 0 else { return nil }
        var reasons: [String: Int] = [:]
        for image in report.images where !image.isWritten {
            reasons[image.absence, default: 0] += 1
        }
        let phrases = reasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .map { "\($0.value.grouped) \($0.key)" }
        return "\(count.grouped) left out: \(phrases.joined(separator: ", "))"
    }

    /// Whether pictures are smaller now and cost what they did.
    private var savesNoTokens: Bool {
        let scaled = report.images.filter { image in
            image.isWritten && image.plan?.downscaledSize != nil
        }
        return !scaled.isEmpty
            && scaled.allSatisfy { image in
                image.tokenCount != nil && image.tokenCount == image.output?.tokenCount
            }
    }
}

extension ImageReport {
    /// Whether something was written to files in its place.
    fileprivate var isWritten: Bool { output?.isWritten ?? false }

    /// Why nothing was written in its place, as what it is.
    fileprivate var absence: String {
        if error != nil { return "unreadable or not written" }
        let codes = findings.filter { $0.severity == .error }.map(\.code)
        if codes.contains(.undecodable) || codes.contains(.headerDisagrees) { return "damaged" }
        if codes.contains(.unacceptedFormat) { return "of no format that is taken" }
        return refusal == nil ? "not written" : "not curable"
    }
}

extension Int {
    /// Bytes as people say them: in full below 100,000, else in megabytes of 1,000,000.
    fileprivate var bytePhrase: String {
        guard self >= 100_000 else { return "\(grouped) bytes" }
        guard self < 10_000_000 else { return "\(((self + 500_000) / 1_000_000).grouped) MB" }
        let tenths = (self + 50_000) / 100_000
        return "\(tenths / 10).\(tenths % 10) MB"
    }
}

extension [ImageReport] {
    /// How many images have each verdict.
    var verdictCounts: [Verdict: Int] {
        reduce(into: [:]) { $0[$1.shownVerdict, default: 0] += 1 }
    }
}

extension [Verdict: Int] {
    /// The counts from best to worst, `3 accepted, 1 fixable`.
    var phrase: String {
        Verdict.allCases
            .compactMap { verdict in
                self[verdict].map { "\($0.grouped) \(verdict.rawValue)" }
            }
            .joined(separator: ", ")
    }
}
