internal import PreflightCore

/// An image beside what the model will have before it.
struct HTMLFigures {
    let image: ImageReport
    let pictures: HTMLPictures

    /// Both pictures with what is under them.
    var markup: Markup {
        let isBare = image.preview == nil
        return .element(
            "div",
            ["class": isBare ? "figures bare" : "figures"],
            .lines([sent, seen])
        )
    }

    private var header: ImageHeader? { image.facts.flatMap { try? $0.header.get() } }

    private var sent: Markup {
        let frames = header.map {
            $0.isAnimated ? ", the first of \($0.frameCount.grouped) frames" : ""
        }
        let lines = [
            header.map { "\($0.displaySize) px\(frames ?? "")" },
            image.facts.map { "\($0.format.displayName), \($0.byteCount.grouped) bytes" },
            image.closeUp.map { "The part: \($0.region.size) px" },
        ]
        return figure("As it is sent", lines.compactMap(\.self)) { preview in
            guard let header else { return [] }
            return [
                pictures.drawing(
                    of: preview.thumbnail,
                    at: header.displaySize,
                    marking: image.closeUp?.region,
                    label: "The picture as it is sent"
                ),
                part(of: image.closeUp?.sent, label: "A part of it as it is sent"),
            ]
        }
    }

    private var seen: Markup {
        guard let view = image.view, let header else {
            return figure("As the model sees it", [absence]) { _ in [.nothing] }
        }
        let lines = [
            "\(view.size) px\(view.scalePhrase(from: header.displaySize))", view.grid?.phrase,
            view.countedSize.map { "Its tokens are counted as of \($0) px" },
            image.closeUp.map { _ in "The same part, enlarged" },
        ]
        return figure("As the model sees it", lines.compactMap(\.self)) { preview in
            [
                pictures.drawing(
                    of: preview.thumbnail,
                    at: view.size,
                    in: view.grid,
                    label: "The picture as the model sees it"
                ),
                part(of: image.closeUp?.seen, label: "The same part as the model sees it"),
            ]
        }
    }

    private func part(of picture: ImagePreview.Picture?, label: String) -> Markup {
        guard let picture, let region = image.closeUp?.region else { return .nothing }
        return pictures.drawing(of: picture, at: region.size, label: label)
    }

    /// Why there is no view.
    private var absence: String {
        switch image.verdict {
        case .unchecked: "It could not be read."
        case .rejected: "It would be refused."
        case .omitted: "It was left out."
        case .accepted, .fixable: "Its provider does not say."
        }
    }

    /// A figure: the drawings, each on a ground of its own, then what they are.
    private func figure(
        _ title: String,
        _ lines: [String],
        drawings: (ImagePreview) -> [Markup]
    ) -> Markup {
        let stages = (image.preview.map(drawings) ?? [])
            .enumerated()
            .map { index, drawing in
                Markup.element("div", ["class": index == 0 ? "stage" : "part"], drawing)
            }
        let caption =
            [.element("strong", text: title)] + lines.map { Markup.element("span", text: $0) }
        return .element("figure", [:], stages + [.element("figcaption", [:], caption)])
    }
}

extension ModelView {
    /// How the picture is scaled, as the end of a phrase.
    fileprivate func scalePhrase(from original: PixelSize) -> String {
        guard size != original else { return ", as it is" }
        let share = Double(size.longEdge) / Double(max(1, original.longEdge))
        let percent = Int((100 * min(share, 1_000)).rounded())
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
