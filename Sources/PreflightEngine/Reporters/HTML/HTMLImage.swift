internal import PreflightCore

/// One image: as it is sent, as the model will have it, and what is to be said of it.
struct HTMLImage {
    let image: ImageReport
    /// Its place in the request, from 0.
    let place: Int
    let report: HTMLReport

    /// The image's part of the page.
    var card: Markup {
        let name = "\(report.name)-image-\(place + 1)"
        return .element(
            "article",
            [
                "class": "card", "id": name, "aria-labelledby": "\(name)-name",
                "data-verdict": image.verdict.rawValue,
                "data-codes": image.remarks.map(\.name).joined(separator: " "),
            ],
            .lines([
                .element(
                    "header",
                    [:],
                    HTMLReport.badge(image.verdict),
                    report.heading(
                        3,
                        ["id": "\(name)-name"],
                        .element("bdi", text: image.source)
                    ),
                    .element("p", ["class": "place"], text: "\((place + 1).grouped)")
                ),
                HTMLFigures(image: image, pictures: report.pictures).markup,
                .element("div", ["class": "said"], .lines([measures, remarks])),
            ])
        )
    }

    private var measures: Markup {
        let bars =
            image.facts.map { HTMLBar.ofImage($0, limits: report.report.imageLimits) } ?? []
        let tokens = image.tokenCount.map {
            HTMLBar(name: "Tokens", value: $0, limits: [], of: .imagesTokenCount)
        }
        let entries = [tokens].compactMap(\.self) + bars
        return entries.isEmpty ? .nothing : .element("dl", [:], .lines(entries.map(\.markup)))
    }

    private var remarks: Markup {
        guard !image.remarks.isEmpty else {
            return .element("p", ["class": "quiet"], text: "Nothing is to be said of it.")
        }
        // The gravest first, and of equals the order of the codes.
        let ranked = Severity.allCases.reversed()
            .flatMap { severity in image.remarks.filter { $0.severity == severity } }
        let items = ranked.map { remark in
            Markup.element(
                "li",
                ["class": remark.severity.rawValue],
                .element("p", [:], text: remark.message.fact + "."),
                remark.message.help.map { help in
                    .element(
                        "p",
                        ["class": "help"],
                        text: help.phrase(in: report.words).asSentence + "."
                    )
                } ?? .nothing,
                .element(
                    "p",
                    ["class": "why"],
                    .element("span", ["class": "code"], text: remark.name),
                    .text(" \(remark.severity.rawValue)")
                )
            )
        }
        return .element("ul", [:], .lines(items))
    }
}
