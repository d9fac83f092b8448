internal import PreflightCore

/// What the reader may see of the images: those of some verdicts, with one code, with a name.
///
/// It is there once the script runs, since without it nothing would happen.
struct HTMLFilter {
    private let images: [ImageReport]

    /// Creates the filter of all images of some reports.
    init(of reports: [Report]) { images = reports.flatMap(\.images) }

    /// The form.
    var form: Markup {
        .element(
            "form",
            ["class": "filter", "hidden": "", "aria-label": "Filter the images"],
            .lines([
                verdicts, codes, name, overlay,
                .element("p", ["class": "count", "role": "status"], text: ""),
            ])
        )
    }

    private var verdicts: Markup {
        let boxes = Verdict.allCases.reversed()
            .compactMap { verdict -> Markup? in
                let count = images.count { $0.verdict == verdict }
                guard count > 0 else { return nil }
                return box(
                    "verdict",
                    verdict.rawValue,
                    HTMLReport.badge(verdict),
                    .text(" \(count.grouped)")
                )
            }
        return .element(
            "fieldset",
            [:],
            [.element("legend", text: "Verdicts")] + boxes
        )
    }

    private var overlay: Markup {
        images.contains { $0.view?.grid != nil }
            ? box("overlay", "grid", .text("Grid")) : .nothing
    }

    private func box(_ name: String, _ value: String, _ label: Markup...) -> Markup {
        .element(
            "label",
            ["class": "choice"],
            [
                .void(
                    "input",
                    ["type": "checkbox", "name": name, "value": value, "checked": ""]
                )
            ] + label
        )
    }

    private var codes: Markup {
        let counts = images.flatMap { Set($0.remarks.map(\.name)) }
            .reduce(into: [:]) { $0[$1, default: 0] += 1 }
        let options = counts.sorted { $0.key < $1.key }
            .map { code, count in
                Markup.element("option", ["value": code], text: "\(code) (\(count.grouped))")
            }
        guard !options.isEmpty else { return .nothing }
        return .element(
            "label",
            ["class": "field"],
            [
                .text("Code"),
                .element(
                    "select",
                    ["name": "code"],
                    [.element("option", ["value": ""], text: "all")] + options
                ),
            ]
        )
    }

    private var name: Markup {
        .element(
            "label",
            ["class": "field"],
            .text("Name"),
            .void("input", ["type": "search", "name": "name", "autocomplete": "off"])
        )
    }
}
