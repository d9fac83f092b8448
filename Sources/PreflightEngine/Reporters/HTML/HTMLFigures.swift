internal import PreflightCore

/// An image beside what the model will have before it.
struct HTMLFigures {
    let image: ImageReport
    let pictures: HTMLPictures

    /// Both pictures with what is under them.
    var markup: Markup {
        .element("div", ["class": "figures"], .lines([sent, seen]))
    }

    private var header: ImageHeader? { image.facts.flatMap { try? $0.header.get() } }

    private var sent: Markup {
        let facts = image.facts
        let frames = header.map {
            $0.isAnimated ? ", the first of \($0.frameCount.grouped) frames" : ""
        }
        let lines = [
            header.map { "\($0.displaySize) px\(frames ?? "")" },
            facts.map { "\($0.format.displayName), \($0.byteCount.grouped) bytes" },
        ]
        return figure(
            "As it is sent",
            lines.compactMap(\.self),
            header.flatMap {
                drawing(of: $0.displaySize, in: nil, label: "The picture as it is sent")
            }
        )
    }

    private var seen: Markup {
        guard let view = image.view, let header else {
            return figure("As the model sees it", [absence], nil)
        }
        let lines =
            ["\(view.size) px\(view.scalePhrase(from: header.displaySize))"]
            + [view.grid?.phrase].compactMap(\.self)
        return figure(
            "As the model sees it",
            lines,
            drawing(of: view.size, in: view.grid, label: "The picture as the model sees it")
        )
    }

    /// Why there is no view.
    private var absence: String {
        switch image.verdict {
        case .unchecked: "It could not be read."
        case .rejected: "It would be refused."
        case .accepted, .fixable: "Its provider does not say."
        }
    }

    private func figure(_ title: String, _ lines: [String], _ drawing: Markup?) -> Markup {
        .element(
            "figure",
            [:],
            .element("div", ["class": "stage"], drawing ?? .element("span", ["class": "none"])),
            .element(
                "figcaption",
                [:],
                [.element("strong", text: title)]
                    + lines.map { .element("span", text: $0) }
            )
        )
    }

    /// A picture of some size within its grid; nil where there is no thumbnail to draw.
    private func drawing(of size: PixelSize, in grid: ModelView.Grid?, label: String) -> Markup? {
        image.thumbnail.map { pictures.drawing(of: $0, at: size, in: grid, label: label) }
    }
}

extension ModelView {
    /// How the picture is scaled, as the end of a phrase.
    fileprivate func scalePhrase(from original: PixelSize) -> String {
        guard size != original else { return ", as it is" }
        let percent = (100 * size.longEdge + original.longEdge / 2) / max(1, original.longEdge)
        return percent < 1 ? ", less than 1 % of each side" : ", \(percent.grouped) % of each side"
    }
}

extension ModelView.Grid {
    /// The pieces as a phrase.
    fileprivate var phrase: String {
        let count = columns.multipliedSaturating(by: rows)
        let noun: (one: String, many: String) =
            switch kind {
            case .patch: ("patch", "patches")
            case .tile: ("tile", "tiles")
            case .crop: ("crop", "crops")
            }
        guard count != 1 else { return "1 \(noun.one) of \(edgePixels.grouped) px" }
        return "\(columns) × \(rows) \(noun.many) of \(edgePixels.grouped) px"
    }
}
