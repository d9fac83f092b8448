/// What a model has before it of an image: the size that its provider makes of it, and what that is
/// cut into.
public struct ModelView: Sendable, Hashable {
    /// Square pieces that cover a picture from its upper left corner; those at the other edges may
    /// reach beyond it.
    public struct Grid: Sendable, Hashable {
        /// What the pieces are called.
        public enum Kind: String, Sendable, Hashable {
            /// Pieces that one or a few tokens stand for.
            case patch
            /// Pieces with tokens of their own, each looked at as a picture.
            case tile
            /// Pieces that are scaled before they are looked at.
            case crop
        }

        /// What the pieces are called.
        public var kind: Kind

        /// A piece's side, in pixels of the view, at least 1.
        public var edgePixels: Int

        /// Pieces side by side.
        public var columns: Int

        /// Pieces one above the other.
        public var rows: Int

        /// What all pieces cover, in pixels of the view.
        public var coveredSize: PixelSize {
            PixelSize(
                width: columns.multipliedSaturating(by: edgePixels),
                height: rows.multipliedSaturating(by: edgePixels)
            )
        }

        /// Creates a grid.
        public init(kind: Kind, edgePixels: Int, columns: Int, rows: Int) {
            self.kind = kind
            self.edgePixels = edgePixels
            self.columns = columns
            self.rows = rows
        }

        /// The pieces of one size that cover a picture.
        init(_ kind: Kind, of edgePixels: Int, covering size: PixelSize) {
            self.init(
                kind: kind,
                edgePixels: edgePixels,
                columns: size.width.dividedRoundingUp(by: edgePixels),
                rows: size.height.dividedRoundingUp(by: edgePixels)
            )
        }
    }

    /// The size in pixels after the provider's own resize, each side at least 1.
    public var size: PixelSize

    /// What the picture is cut into; nil where nobody says.
    public var grid: Grid?

    /// The size by which tokens are counted, in pixels, where their arithmetic keeps more than the
    /// table says is looked at; nil where that is ``size``.
    public var countedSize: PixelSize?

    /// Creates a view.
    public init(size: PixelSize, grid: Grid? = nil) {
        self.size = size
        self.grid = grid
    }
}

extension RuleTable {
    /// What the model has before it of an image.
    ///
    /// The arithmetic of tokens says it, within what the table says is looked at (IMG203): a picture
    /// is never shown larger than the size that a finding names and that a copy is scaled to.
    ///
    /// - Parameters:
    ///   - displaySize: The size in pixels that a person sees, each side at least 1.
    ///   - detail: The request's `detail` for the image, as in ``tokenMethod(detail:)``.
    /// - Returns: The view; nil where neither a resize nor pieces are published.
    public func view(of displaySize: PixelSize, detail: String? = nil) -> ModelView? {
        let method = tokenMethod(detail: detail)
        let counted = method?.view(of: displaySize)
        // Another `detail` than the usual one has a resize of its own, which is not in the table.
        guard method == tokenMethod(), let target = resizeTarget(detail: detail) else {
            return counted
        }
        let size = target.largestSize(fitting: displaySize)
        guard let counted else { return ModelView(size: size) }
        guard !target.isMet(by: counted.size), var view = method?.view(of: size) else {
            return counted
        }
        view.countedSize = view.size == counted.size ? nil : counted.size
        return view
    }

    /// What is looked at where a request says so closely how the model is to look.
    private func resizeTarget(detail: String?) -> ResizeTarget? {
        narrowed(to: Circumstances(detail: detail ?? Circumstances.defaultDetail)).resizeTarget
    }

    /// What the model has before it of an image; nil also where its size is not known.
    package func view(of facts: ImageFacts, detail: String? = nil) -> ModelView? {
        guard let header = try? facts.header.get() else { return nil }
        return view(of: header.displaySize, detail: detail)
    }
}

extension TokenMethod {
    /// What the arithmetic makes of an image of `displaySize`; nil where it neither resizes nor cuts.
    fileprivate func view(of displaySize: PixelSize) -> ModelView? {
        switch self {
        case .grid(let grid):
            ModelView(grid.resized(displaySize), in: .patch, of: grid.cellEdgePixels)
        case .patch(let patch):
            ModelView(patch.resized(displaySize), in: .patch, of: patch.budget.edgePixels)
        case .cells(let cells):
            ModelView(cells.resized(displaySize), in: .patch, of: cells.cellEdgePixels)
        case .tile(let tile):
            ModelView(tile.resized(displaySize), in: .tile, of: tile.tileEdgePixels)
        case .crop(let crop):
            ModelView(displaySize, in: .crop, of: crop.edgePixels(for: displaySize))
        case .canvas(let canvas):
            ModelView(
                size: canvas.resized(displaySize),
                grid: ModelView.Grid(
                    .tile,
                    of: canvas.tileEdgePixels,
                    covering: canvas.canvasSize(for: displaySize)
                )
            )
        case .fixed, .area, .nearest, .unpublished: nil
        }
    }
}

extension ModelView {
    fileprivate init(_ size: PixelSize, in kind: Grid.Kind, of edgePixels: Int) {
        self.init(size: size, grid: Grid(kind, of: edgePixels, covering: size))
    }
}
