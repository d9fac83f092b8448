internal import PreflightCore

/// What the pictures of a page are drawn from, each stored once however often it is shown: the
/// previews, and the lines between the pieces that models cut pictures into.
///
/// They stand at the end of the page, so that a reader need not wait for them, and are drawn by
/// reference, which a browser does as they come into view.
struct HTMLPictures {
    private var pictures = Numbering<ImagePreview.Picture>()
    private var grids = Numbering<ModelView.Grid>()

    /// Collects what reports show.
    init(of reports: [Report]) {
        for image in reports.flatMap(\.images) {
            guard let preview = image.preview else { continue }
            pictures.add(preview.thumbnail)
            if let grid = image.view?.grid, grid.isDrawn { grids.add(grid) }
            guard let closeUp = image.closeUp else { continue }
            pictures.add(closeUp.sent)
            pictures.add(closeUp.seen)
        }
    }

    /// The drawing of a picture.
    ///
    /// - Parameters:
    ///   - picture: The picture.
    ///   - size: The size that it stands for, in pixels.
    ///   - grid: The pieces that cover it; nil for none.
    ///   - mark: A part of it that is shown elsewhere; nil for none.
    ///   - label: What it is, for those who do not see it.
    /// - Returns: The drawing, which is as large as the pieces; nothing for what was not collected.
    func drawing(
        of picture: ImagePreview.Picture,
        at size: PixelSize,
        in grid: ModelView.Grid? = nil,
        marking mark: PixelRegion? = nil,
        label: String
    ) -> Markup {
        guard let number = pictures.number(of: picture) else { return .nothing }
        let canvas = grid?.coveredSize ?? size
        return .element(
            "svg",
            [
                "class": "picture", "role": "img", "aria-label": label,
                "width": "\(canvas.width)", "height": "\(canvas.height)",
                "viewBox": "0 0 \(canvas.width) \(canvas.height)",
            ],
            .element(
                "use",
                [
                    "href": "#picture-\(number)",
                    "transform": "scale(\(size.width) \(size.height))",
                ]
            ),
            grid.flatMap(grids.number).map(lines) ?? .nothing,
            mark.map(outline) ?? .nothing
        )
    }

    private func outline(_ region: PixelRegion) -> Markup {
        let size = region.size
        let path = "M\(region.x) \(region.y)h\(size.width)v\(size.height)h-\(size.width)z"
        return .element(
            "g",
            ["class": "mark"],
            ["under", "upon"].map { .element("path", ["class": "\($0) grid", "d": path]) }
        )
    }

    /// The lines of a grid, light on dark, so that they show on any picture.
    private func lines(_ number: Int) -> Markup {
        .element(
            "g",
            ["class": "lines"],
            ["under", "upon"].map { .element("use", ["class": $0, "href": "#grid-\(number)"]) }
        )
    }

    /// All of it, which nothing shows by itself; a picture is a square of one unit.
    var store: Markup {
        let images = pictures.elements.map { number, picture in
            Markup.element(
                "image",
                [
                    "id": "picture-\(number)", "width": "1", "height": "1",
                    "preserveAspectRatio": "none", "href": picture.dataURL,
                ]
            )
        }
        let lines = grids.elements.map { number, grid in
            Markup.element("path", ["class": "grid", "id": "grid-\(number)", "d": grid.path])
        }
        guard !images.isEmpty else { return .nothing }
        return .element(
            "svg",
            ["class": "store", "width": "0", "height": "0", "aria-hidden": "true"],
            .element("defs", [:], .lines(lines + images))
        )
    }
}

/// Elements, numbered from 1 in the order in which they came, equal ones once.
private struct Numbering<Element: Hashable & Sendable>: Sendable {
    private(set) var elements: [(number: Int, element: Element)] = []
    private var numbers: [Element: Int] = [:]

    mutating func add(_ element: Element) {
        guard numbers[element] == nil else { return }
        numbers[element] = elements.count + 1
        elements.append((elements.count + 1, element))
    }

    func number(of element: Element) -> Int? { numbers[element] }
}

extension ImageReport {
    /// The part that is shown pixel for pixel; nil where the model's provider leaves the image as
    /// it is.
    var closeUp: (region: PixelRegion, sent: ImagePreview.Picture, seen: ImagePreview.Picture)? {
        guard let closeUp = preview?.closeUp, let size = view?.size, let seen = closeUp.seen[size]
        else { return nil }
        return (closeUp.region, closeUp.sent, seen)
    }
}

extension ModelView.Grid {
    /// Whether the lines are drawn; with more a thumbnail would be nothing but lines.
    fileprivate var isDrawn: Bool { max(columns, rows) <= 100 && columns * rows > 1 }

    /// The lines between the pieces, as the data of a path (SVG 2, section 9.3).
    fileprivate var path: String {
        let size = coveredSize
        let downward = (0..<columns).dropFirst().map { "M\($0 * edgePixels) 0V\(size.height)" }
        let across = (0..<rows).dropFirst().map { "M0 \($0 * edgePixels)H\(size.width)" }
        return (downward + across).joined()
    }
}
