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
        let images = report.images.filter(isWritten)
        let total = report.images.count + report.keptCount
        if report.images.isEmpty, let kept { return ["Nothing to write: \(kept)"] }
        if images.isEmpty, report.outputFolder != nil || report.isRehearsal,
            let refusal = commonRefusal
        {
            return [nothingWritten(of: total, because: refusal.reason, of: refusal.count)]
        }
        guard !images.isEmpty || report.keptCount > 0, total > 1 else { return [] }
        let place =
            report.outputFolder.map { " to \($0.neutralised)\($0.hasSuffix("/") ? "" : "/")" } ?? ""
        let sizes = report.isRehearsal ? "" : ", " + Self.sizes(of: images)
        return [
            [
                "\(images.count.grouped) of \(total.grouped) \(verb)\(place)\(sizes)",
                kept, leftOut(besides: images.count), tokens(of: images),
            ]
            .compactMap(\.self).joined(separator: "; ")
        ]
    }

    /// Whether a copy was written, or would be.
    private func isWritten(_ image: ImageReport) -> Bool {
        report.isRehearsal
            ? image.refusal == nil && image.error == nil : image.output?.isWritten ?? false
    }

    private var verb: String { report.isRehearsal ? "would be written" : "written" }

    /// How many copies of an earlier run stay; nil for none.
    private var kept: String? {
        report.keptCount == 0
            ? nil : "\(report.keptCount.grouped) there already and left alone"
    }

    /// Why most of several images were not written, where the reason is one for all of these.
    private var commonRefusal: (reason: Message, count: Int)? {
        let counts = report.images.compactMap(\.refusal)
            .reduce(into: [:]) { $0[$1, default: 0] += 1 }
        return counts.max { $0.value < $1.value }
            .flatMap {
                $0.value > report.images.count / 2 && $0.value > 1 ? ($0.key, $0.value) : nil
            }
    }

    private func nothingWritten(of total: Int, because reason: Message, of count: Int) -> String {
        let others = report.images.count - count
        let counts = [
            "0 of \(total.grouped) \(verb)", kept,
            others > 0 ? "\(others.grouped) could not be in any case" : nil,
        ]
        return counts.compactMap(\.self).joined(separator: "; ")
            + ". \(reason.sentence(in: style.words))"
    }

    private static func sizes(of images: [ImageReport]) -> String {
        let before = images.reduce(0) { $0 + ($1.facts?.byteCount ?? 0) }
        let after = images.reduce(0) { $0 + ($1.output?.byteCount ?? 0) }
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
        for image in report.images where !isWritten(image) {
            reasons[image.absence, default: 0] += 1
        }
        let phrases = reasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .map { "\($0.value.grouped) \($0.key)" }
        return "\(count.grouped) left out: \(phrases.joined(separator: ", "))"
    }

    /// What the copies cost where that is another number of tokens, or that smaller ones save none.
    private func tokens(of images: [ImageReport]) -> String? {
        let counts = images.compactMap { image in
            image.output?.tokenCount.flatMap { after in image.tokenCount.map { ($0, after) } }
        }
        guard counts.count == images.count else { return nil }
        let before = counts.reduce(0) { $0 + $1.0 }
        let after = counts.reduce(0) { $0 + $1.1 }
        if before != after { return "tokens \(before.grouped) → \(after.grouped)" }
        return images.contains { $0.plan?.downscaledSize != nil } ? "no tokens saved" : nil
    }
}

extension ImageReport {
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
