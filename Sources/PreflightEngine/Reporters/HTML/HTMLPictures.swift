internal import PreflightCore

/// What the pictures of a page are drawn from, each stored once however often it is shown: the
/// thumbnails, and the lines between the pieces that models cut pictures into.
///
/// They stand at the end of the page, so that a reader need not wait for them, and are drawn by
/// reference, which a browser does as they come into view.
struct HTMLPictures {
    private var thumbnails = Numbering<[UInt8], Thumbnail>()
    private var grids = Numbering<ModelView.Grid, ModelView.Grid>()

    /// Collects what reports show.
    init(of reports: [Report]) {
        for image in reports.flatMap(\.images) {
            guard let thumbnail = image.thumbnail else { continue }
            thumbnails.add(thumbnail, as: thumbnail.bytes)
            if let grid = image.view?.grid, grid.isDrawn { grids.add(grid, as: grid) }
        }
    }

    /// The drawing of a thumbnail.
    ///
    /// - Parameters:
    ///   - thumbnail: The thumbnail.
    ///   - size: The size that it stands for, in pixels.
    ///   - grid: The pieces that cover it; nil for none.
    ///   - label: What it is, for those who do not see it.
    /// - Returns: The drawing, which is as large as the pieces; nothing for what was not collected.
    func drawing(
        of thumbnail: Thumbnail,
        at size: PixelSize,
        in grid: ModelView.Grid?,
        label: String
    ) -> Markup {
        guard let number = thumbnails.number(of: thumbnail.bytes) else { return .nothing }
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
            grid.flatMap(grids.number).map(lines) ?? .nothing
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

    /// All of it, which nothing shows by itself; a thumbnail is a square of one unit.
    var store: Markup {
        let images = thumbnails.elements.map { number, thumbnail in
            Markup.element(
                "image",
                [
                    "id": "picture-\(number)", "width": "1", "height": "1",
                    "preserveAspectRatio": "none", "href": thumbnail.dataURL,
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

/// Elements by key, numbered from 1 in the order in which they came.
private struct Numbering<Key: Hashable & Sendable, Element: Sendable>: Sendable {
    private(set) var elements: [(number: Int, element: Element)] = []
    private var numbers: [Key: Int] = [:]

    /// Numbers an element unless one with its key was numbered before.
    mutating func add(_ element: Element, as key: Key) {
        guard numbers[key] == nil else { return }
        numbers[key] = elements.count + 1
        elements.append((elements.count + 1, element))
    }

    func number(of key: Key) -> Int? { numbers[key] }
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
