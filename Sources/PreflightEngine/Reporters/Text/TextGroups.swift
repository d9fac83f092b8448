internal import PreflightCore

/// What is to be said of many images: each code once, with how many images and the first of their
/// names.
struct TextGroups {
    private let style: TextStyle
    private let namesModels: Bool
    private let folder: String
    private let widths: (name: Int, severity: Int, count: Int, models: Int)

    /// Prepares the lines.
    ///
    /// - Parameters:
    ///   - groups: All groups that are told, whose columns are aligned.
    ///   - style: How they are told.
    ///   - folder: The folder that all images are in, which is not named again.
    ///   - namesModels: Whether there are several models, which are named by their numbers.
    init(
        aligning groups: [FindingGroup],
        style: TextStyle,
        in folder: String,
        namesModels: Bool = false
    ) {
        self.style = style
        self.folder = folder
        self.namesModels = namesModels
        let width = { (text: (FindingGroup) -> String) in
            groups.map { text($0).columnCount }.max() ?? 0
        }
        widths = (
            width(\.name), width(\.severity.rawValue), width(Self.count), width(Self.models)
        )
    }
}

extension TextGroups {
    /// The lines of some of the groups.
    ///
    /// - Parameters:
    ///   - groups: The groups.
    ///   - detail: How much is told of each.
    /// - Returns: The lines.
    func lines(of groups: [FindingGroup], _ detail: TextDetail) -> [String] {
        groups.flatMap { group in
            style.lines(label(group), group.title, indent: 1)
                + (detail.names(group.severity) ? names(group) : [])
                + (detail.cures(group.severity) ? helps(group) : [])
        }
    }

    private func label(_ group: FindingGroup) -> TextStyle.Label {
        let padding = String(repeating: " ", count: widths.name - group.name.columnCount)
        let name = group.name + padding
        let severity = group.severity.rawValue
        let gap = String(repeating: " ", count: widths.severity - severity.count)
        let models = namesModels ? "  " + Self.models(group).padded(to: widths.models) : ""
        let rest = "\(gap)  \(Self.count(group).padded(to: widths.count, before: " "))\(models)"
        return TextStyle.Label(
            "\(name) \(severity)\(rest)",
            painted:
                "\(style.link(group.name, to: group.source))\(padding) \(style.severity(group.severity, severity))\(rest)"
        )
    }

    /// How many images it is; nothing for the request.
    private static func count(_ group: FindingGroup) -> String {
        group.imageCount == 0 ? "" : "\(group.imageCount.grouped)×"
    }

    /// Which models say it: nothing for all of them, `1` for the first, `1: 30, 2: 44` where they
    /// say it of different images.
    private static func models(_ group: FindingGroup) -> String {
        guard !group.isAlike else { return "" }
        let places = group.places
        guard places.count <= modelCountAtMost else {
            return "\(places.count) of \(group.imageCounts.count)"
        }
        let isSame = Set(places.map { group.imageCounts[$0] }).count == 1
        let names = places.map { place in
            isSame ? "\(place + 1)" : "\(place + 1): \(group.imageCounts[place].grouped)"
        }
        return names.joined(separator: ", ")
    }

    private func names(_ group: FindingGroup) -> [String] {
        guard !group.examples.isEmpty else { return [] }
        let room = (style.columnCount ?? Self.usualColumnCount) - Self.indent
        let more = { (count: Int) in count == 0 ? "" : " and \(count.grouped) more" }
        var line = ""
        var named = 0
        for example in group.examples {
            let name = name(of: example, in: group, toColumns: room / 2)
            let next = named == 0 ? name : "\(line), \(name)"
            let rest = group.imageCount - named - 1
            guard named == 0 || (next + more(rest)).columnCount <= room else { break }
            line = next
            named += 1
        }
        let spaces = String(repeating: " ", count: Self.indent)
        return style.wrapped(
            spaces + line + style.faint(more(group.imageCount - named)),
            indent: Self.indent
        )
    }

    /// An image's name, with what was measured in it where the title does not say it.
    private func name(
        of example: FindingGroup.Example,
        in group: FindingGroup,
        toColumns limit: Int
    ) -> String {
        let measure = group.hasOneFact ? "" : example.measure.map { " (\($0))" } ?? ""
        let room = style.columnCount == nil ? Int.max : limit
        return example.source.dropFirst(folder.count).description.neutralised
            .shortened(toColumns: room) + measure
    }

    private func helps(_ group: FindingGroup) -> [String] {
        if let others = otherModels(for: group) {
            return style.lines(helpLabel, others, indent: Self.indent, gap: 1)
        }
        let phrases = group.helps.prefix(Self.helpCountAtMost)
        let others = group.helps.count - phrases.count
        let all = phrases.map { $0.cure.phrase(in: style.words) }.filter { !$0.isEmpty }
        guard !all.isEmpty else { return [] }
        let text = all.joined(separator: "; or ") + (others > 0 ? "; and \(others) more" : "")
        return style.lines(helpLabel, text, indent: Self.indent, gap: 1)
    }

    private var helpLabel: TextStyle.Label {
        TextStyle.Label("help:", painted: style.faint("help:"))
    }

    /// The models to use instead, where each of several has one of its own; nil elsewhere.
    private func otherModels(for group: FindingGroup) -> String? {
        let models = group.helps.compactMap { cure, count in
            if case .useModel(let name) = cure { "\(name) (for \(count.grouped))" } else { nil }
        }
        guard models.count > 1, models.count == group.helps.count else { return nil }
        return "send it to the model that each table names: " + .list(models, joinedBy: "or")
    }
}

extension TextGroups {
    /// Where names and cures begin.
    private static let indent = 8

    /// The columns that names are given where lines may be as long as they are.
    private static let usualColumnCount = 100

    private static let helpCountAtMost = 2

    private static let modelCountAtMost = 4
}
