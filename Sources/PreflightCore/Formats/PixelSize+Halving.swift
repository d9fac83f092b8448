extension PixelSize {
    /// The widest proportional size that halving finds below this one, which does not fit.
    ///
    /// It follows Anthropic's published algorithm step by step, its double and its ties included:
    /// whether a size fits is not monotone in its width, so another way of searching finds others.
    ///
    /// Source: Anthropic, "Vision coordinates"
    /// (https://platform.claude.com/docs/en/build-with-claude/vision).
    func foundByHalving(where fits: (PixelSize) -> Bool) -> PixelSize {
        guard height <= width else {
            return transposed.foundByHalving { fits($0.transposed) }.transposed
        }
        let aspectRatio = Double(width) / Double(height)
        var fitting = 1
        var tooWide = width
        while tooWide - fitting > 1 {
            let middle = fitting + (tooWide - fitting) / 2
            if fits(PixelSize(width: middle, aspectRatio)) {
                fitting = middle
            } else {
                tooWide = middle
            }
        }
        return PixelSize(width: fitting, aspectRatio)
    }

    /// The size with `width` columns, its height rounded half to even but at least 1.
    private init(width: Int, _ aspectRatio: Double) {
        let height = Double(width) / aspectRatio
        // In steps that need no C mathematics library, which this module does not link.
        let whole = Int(height)
        let rest = height - Double(whole)
        let roundsUp = rest > 0.5 || (rest == 0.5 && !whole.isMultiple(of: 2))
        self.init(width: width, height: max(1, roundsUp ? whole + 1 : whole))
    }
}
