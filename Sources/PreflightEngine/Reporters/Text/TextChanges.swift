internal import PreflightCore

/// What was or would be done to many images, each kind of change once, and what a person should
/// know of it.
struct TextChanges {
    let report: Report
    let style: TextStyle
}

extension TextChanges {
    /// The lines; empty where nobody asked for changes.
    var lines: [String] {
        let changed = report.images.filter { $0.isChanged && $0.error == nil }
        guard !changed.isEmpty else { return [] }
        var counts: [String: Int] = [:]
        var kinds: [String] = []
        for step in changed.flatMap({ $0.plan?.steps ?? [] }) {
            if counts.updateValue((counts[step.kind] ?? 0) + 1, forKey: step.kind) == nil {
                kinds.append(step.kind)
            }
        }
        let phrases = kinds.map { "\($0) \((counts[$0] ?? 0).grouped)" }
        let label = "→ \(changed.count.grouped) \(changed.count == 1 ? "image" : "images")"
        return style.lines(TextStyle.Label(label), phrases.joined(separator: ", "), indent: 1)
            + raised + notes
    }

    /// What is said of outcomes, each code once, with how many images it is about.
    private var raised: [String] {
        let findings = report.images.flatMap { image in
            image.outputFindings.map { (finding: $0, source: image.source) }
        }
        return FindingCode.allCases.flatMap { code -> [String] in
            let alike = findings.filter { $0.finding.code == code }
            guard let (first, source) = alike.first else { return [] }
            let others = alike.count > 1 ? " and \((alike.count - 1).grouped) more" : ""
            let message = Message(
                "\(first.message.fact) (\(source.neutralised)\(others))",
                help: first.message.help
            )
            return style.lines(style.label(first), of: message, indent: 1)
        }
    }

    /// Each note once, with how many images it is about.
    private var notes: [String] {
        var sources: [Message: [String]] = [:]
        var order: [Message] = []
        for image in report.images {
            for note in image.notes {
                if sources[note] == nil { order.append(note) }
                sources[note, default: []].append(image.source)
            }
        }
        let shown = order.prefix(Self.noteCountAtMost)
            .flatMap { note in
                style.lines(
                    TextStyle.Label("note  \(Self.phrase(ofImages: sources[note] ?? []))"),
                    of: note,
                    indent: 1
                )
            }
        let others = order.count - Self.noteCountAtMost
        return shown + (others > 0 ? [" note  \(others.grouped) more of other kinds"] : [])
    }

    /// An image by its name, several by their number.
    private static func phrase(ofImages sources: [String]) -> String {
        sources.count == 1
            ? sources[0].neutralised.shortened(toColumns: nameColumnCountAtMost)
            : "\(sources.count.grouped) images"
    }

    private static let nameColumnCountAtMost = 30

    private static let noteCountAtMost = 5
}

extension Step {
    /// What kind of change it is, without its numbers.
    fileprivate var kind: String {
        switch self {
        case .firstFrame: "keep the first frame"
        case .fillMissing: "make up what is missing"
        case .upright: "turn upright"
        case .convertToSRGB: "convert to sRGB"
        case .flatten: "flatten"
        case .downscale: "scale down"
        case .tile: "cut into tiles"
        case .stripMetadata: "strip metadata"
        case .trim: "trim"
        case .repair: "repair"
        case .noteDamage: "note made-up pixels"
        case .encode: "encode anew"
        case .fitBytes: "fit bytes"
        }
    }
}
