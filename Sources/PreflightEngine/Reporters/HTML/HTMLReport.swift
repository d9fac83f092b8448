internal import PreflightCore

/// One model's part of the page.
struct HTMLReport {
    let report: Report
    /// Its number, from 1.
    let number: Int
    /// Whether it is the only one, so that its headline is that of the page.
    let isAlone: Bool
    let words: CureWords
    /// What to do about all of it, as a command; nil for nothing.
    let nextStep: NextStep?
    let pictures: HTMLPictures

    /// What links lead to.
    var name: String { "model-\(number)" }

    /// The part as a whole.
    var section: Markup {
        .element(
            "section",
            ["class": "report", "id": name, "aria-labelledby": "\(name)-title"],
            .lines([
                header,
                .element("div", ["class": "overview"], .lines([toDo, totals])),
                images,
                footer,
            ])
        )
    }

    /// A verdict as a word with a sign, so that colour is never all that tells it.
    static func badge(_ verdict: Verdict) -> Markup {
        .element(
            "span",
            ["class": "badge \(verdict.rawValue)"],
            .element("span", ["class": "sign", "aria-hidden": "true"], text: verdict.mark),
            .text(verdict.rawValue)
        )
    }

    /// A heading, one level deeper where the page has several models.
    func heading(
        _ level: Int,
        _ attributes: Markup.Attributes = [:],
        _ content: Markup
    ) -> Markup {
        switch isAlone ? level : level + 1 {
        case 1: .element("h1", attributes, content)
        case 2: .element("h2", attributes, content)
        case 3: .element("h3", attributes, content)
        default: .element("h4", attributes, content)
        }
    }
}

extension HTMLReport {
    private var header: Markup {
        .element(
            "header",
            [:],
            .lines([
                .element(
                    "p",
                    ["class": "overline"],
                    .text(isAlone ? "imgcheck for " : ""),
                    .element("bdi", text: report.model.name)
                ),
                heading(1, ["id": "\(name)-title"], .text(report.headline)),
                .element("p", ["class": "lead"], text: report.lead),
            ])
        )
    }

    private var footer: Markup {
        let tool = report.tool
        let decoder = tool.codecVersion.map { ", libvips \($0)" } ?? ""
        return .element(
            "footer",
            [:],
            .text("\(tool.name) \(tool.version)\(decoder). Rules "),
            .element("bdi", text: report.model.table),
            .text(" of \(report.model.verifiedOn).")
        )
    }

    /// What is to be done, and folded away behind it what else is worth knowing; each line is a
    /// filter of the images.
    private var toDo: Markup {
        let groups = FindingGroup.groups(in: [report], withRequest: true)
        let errors = groups.filter { $0.severity == .error }
        let others = groups.filter { $0.severity != .error }
        let title = errors.isEmpty ? "Worth a look" : "What to do"
        return .element(
            "div",
            ["class": "to-do"],
            groups.isEmpty ? .nothing : heading(2, [:], .text(title)),
            list(errors),
            nextStep.map(next) ?? .nothing,
            errors.isEmpty || others.isEmpty ? list(others) : fold(others)
        )
    }

    /// A command by itself, so that it can be copied whole.
    private func next(_ step: NextStep) -> Markup {
        .element(
            "p",
            [:],
            .text("\(step.purpose.prefix(1).uppercased() + step.purpose.dropFirst()):"),
            .element("code", ["class": "next"], text: step.command)
        )
    }

    private func fold(_ groups: [FindingGroup]) -> Markup {
        let more = groups.count == 1 ? "1 more is" : "\(groups.count) more are"
        return .element(
            "details",
            [:],
            .element("summary", text: "\(more) worth a look"),
            list(groups)
        )
    }

    private func list(_ groups: [FindingGroup]) -> Markup {
        groups.isEmpty ? .nothing : .element("ul", [:], .lines(groups.map(item)))
    }

    private func item(_ group: FindingGroup) -> Markup {
        let act = group.act(in: words)
        return .element(
            "li",
            ["class": group.severity.rawValue],
            .element("p", ["class": "act"], text: (act ?? group.title).asSentence),
            .element(
                "p",
                ["class": "why"],
                .text(act == nil ? "" : group.title + ". "),
                .element("span", ["class": "code"], text: group.name),
                .text(" \(group.severity.rawValue), \(group.subject).")
            ),
            group.imageCount == 0
                ? .nothing
                : .element(
                    "button",
                    ["type": "button", "hidden": "", "data-code": group.name],
                    text: "Show"
                )
        )
    }

    private var totals: Markup {
        let bars = HTMLBar.ofRequest(report.request)
        return .element(
            "div",
            ["class": "totals"],
            heading(2, [:], .text("Altogether")),
            .element("dl", [:], .lines(bars.map(\.markup)))
        )
    }

    private var images: Markup {
        let cards = report.imagesFromWorst.map { place, image in
            HTMLImage(image: image, place: place, report: self).card
        }
        return .element(
            "div",
            ["class": "images", "id": "images-\(number)"],
            heading(2, [:], .text("Images")),
            isAlone ? HTMLFilter(of: [report]).form : .nothing,
            .element("div", ["class": "cards"], .lines(cards))
        )
    }
}

extension FindingGroup {
    /// What to do, the most frequent cures; nil where there is none.
    fileprivate func act(in words: CureWords) -> String? {
        let phrases = helps.map { $0.cure.phrase(in: words) }.filter { !$0.isEmpty }
        return phrases.isEmpty ? nil : phrases.prefix(2).joined(separator: "; or ")
    }

    /// What is meant, as a noun.
    fileprivate var subject: String {
        switch imageCount {
        case 0: "the request"
        case 1: "1 image"
        default: "\(imageCount.grouped) images"
        }
    }
}

extension String {
    /// The text with its first letter in upper case.
    var asSentence: String { prefix(1).uppercased() + dropFirst() }
}
