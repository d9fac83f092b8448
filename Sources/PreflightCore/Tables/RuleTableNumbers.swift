/// The numbers that a rule table may hold, wide enough for every provider and narrow enough that no
/// arithmetic on them overflows.
enum RuleTableNumbers {
    /// Pixels along an edge.
    static let edgePixels = 1...1_000_000
    /// Pixels of an area.
    static let pixelCount = 1...1_000_000_000_000
    /// Images of a request.
    static let imageCount = 1...1_000_000
    /// Bytes of an image or a request.
    static let byteCount = 1...1_000_000_000_000
    /// Tokens of an image, of a tile.
    static let tokenCount = 1...1_000_000
    /// Tokens that may be absent.
    static let optionalTokenCount = 0...1_000_000
    /// Patches of an image.
    static let patchCount = 1...1_000_000
    /// Tiles of a canvas: every way to lay them out is tried for every image.
    static let tileCount = 1...1_024
    /// Tokens of a hundred patches.
    static let percent = 1...100_000
}
