internal import PreflightCore

extension TextTable.Row {
    /// Creates the lines of one image.
    ///
    /// - Parameters:
    ///   - image: The image.
    ///   - namesRequest: Whether it is said which request holds it, since there are several.
    init(_ image: ImageReport, namesRequest: Bool) {
        let header = image.facts.flatMap { try? $0.header.get() }
        let frames = header.map { $0.isAnimated ? " × \($0.frameCount) frames" : "" } ?? ""
        self.init(
            verdict: image.shownVerdict,
            isChanged: image.isChanged,
            cells: [
                image.source.neutralised,
                image.facts.map(\.format.displayName) ?? "",
                header.map { "\($0.displaySize)\(frames)" } ?? "",
                image.facts.map(\.byteCount.grouped) ?? "",
                image.tokenCount.map(\.grouped) ?? "",
            ],
            findings: image.findings,
            remarks: Self.remarks(on: image, namesRequest: namesRequest)
        )
    }

    /// What became of the image: what was accepted and is changed all the same is told apart.
    var mark: String {
        verdict == .accepted && isChanged ? "→" : verdict.mark
    }

    private static func remarks(on image: ImageReport, namesRequest: Bool) -> [TextTable.Remark] {
        let absence = image.verdict == .omitted ? leftOut : notWritten
        let failed = [failure("unchecked", image.error), failure(absence, image.refusal)]
            .compactMap(\.self)
            .map { image.isSaid($0) ? TextTable.Remark(isFailure: true, title: $0.title) : $0 }
        guard let plan = image.plan, image.error == nil else { return failed }
        let notes = image.notes.map {
            TextTable.Remark(isFailure: false, title: "note", text: .message($0))
        }
        // What is said of the outcome stands under it.
        let raised = image.outputFindings.map {
            TextTable.Remark(isFailure: false, title: "", text: .finding($0))
        }
        return failed + [change(of: image, by: plan, namesRequest: namesRequest)].compactMap(\.self)
            + (image.output?.tiles ?? []).map { receipt(of: $0, namesRequest: namesRequest) }
            + raised + notes
    }

    /// What is said of an image in whose place nothing was written.
    static let notWritten = "not written"

    /// What is said of an image that was left out of what was written, as the caller wished.
    static let leftOut = "left out"

    private static func failure(_ title: String, _ reason: Message?) -> TextTable.Remark? {
        reason.map { TextTable.Remark(isFailure: true, title: title, text: .message($0)) }
    }

    /// What was or would be done to an image; nil where nothing would.
    private static func change(
        of image: ImageReport,
        by plan: Plan,
        namesRequest: Bool
    ) -> TextTable.Remark? {
        guard let output = image.output else {
            let planned = TextTable.Remark(
                isFailure: false,
                title: "plan",
                text: .receipt(plan.phrase)
            )
            return plan.isEmpty ? nil : planned
        }
        let changes = (plan.isEmpty ? [] : [plan.phrase]) + output.corrections.map(\.phrase)
        let what = changes.isEmpty ? "unchanged" : changes.joined(separator: ", ")
        let tokens = output.tiles.isEmpty ? nil : output.tokenCount.map { ", \($0.grouped) tokens" }
        let size =
            "\(output.format.displayName), \(output.size), \(output.byteCount.grouped) bytes"
            + (tokens ?? "")
        let request = namesRequest ? output.request.map { "request \($0.grouped)" } : nil
        let path = (output.path ?? request).map { "\($0): " } ?? ""
        return TextTable.Remark(
            isFailure: false,
            title: "→",
            text: .receipt("\(path)\(size): \(what)")
        )
    }
}

extension TextTable.Row {
    /// Where a tile lies in its image, and where it was written.
    private static func receipt(of tile: TileReport, namesRequest: Bool) -> TextTable.Remark {
        let (part, size) = (tile.rectangle, tile.rectangle.size)
        let lies = "x \(part.x), y \(part.y), \(size), \(tile.byteCount.grouped) bytes"
        let scale = tile.scale == 1 ? "" : ", scaled to \(Int((tile.scale * 100).rounded())) %"
        let request = namesRequest ? tile.request.map { "request \($0.grouped)" } : nil
        let place = (tile.path ?? request).map { "\($0): " } ?? ""
        return TextTable.Remark(
            isFailure: false,
            title: " ",
            text: .receipt("\(place)\(lies)\(scale)")
        )
    }
}

extension Verdict {
    /// One character that can be told from the others without colour.
    var mark: String {
        switch self {
        case .accepted: "✓"
        case .omitted: "–"
        case .fixable: "~"
        case .rejected: "✗"
        case .unchecked: "?"
        }
    }
}

extension ImageReport {
    /// Whether a finding of the image says the same already.
    fileprivate func isSaid(_ remark: TextTable.Remark) -> Bool {
        guard case .message(let message) = remark.text else { return false }
        return findings.contains { $0.message == message }
    }
}
