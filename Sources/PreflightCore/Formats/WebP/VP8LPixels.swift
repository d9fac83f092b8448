/// The pixels of an image of a lossless WebP picture as they come: all of them where their values are
/// wanted, else only their number.
///
/// Source: RFC 9649, sections 3.6.2.2 and 3.6.2.3.
struct VP8LPixels {
    /// How many there are.
    private(set) var count = 0

    /// Their values, if they are kept; a run may reach beyond the image's end.
    private(set) var pixels: [UInt32] = []

    private let width: Int
    private let keepsPixels: Bool
    private let cacheBits: Int
    private var cache: [UInt32]

    /// Begins an image without pixels.
    init(width: Int, keepsPixels: Bool, cacheBits: Int) {
        self.width = width
        self.keepsPixels = keepsPixels
        self.cacheBits = cacheBits
        cache = [UInt32](repeating: 0, count: keepsPixels && cacheBits > 0 ? 1 << cacheBits : 0)
    }

    /// Adds a pixel.
    mutating func add(_ pixel: UInt32) {
        count += 1
        guard keepsPixels else { return }
        pixels.append(pixel)
        guard !cache.isEmpty else { return }
        cache[Int((0x1E35_A7BD &* pixel) >> UInt32(32 - cacheBits))] = pixel
    }

    /// Adds a colour that the cache has at a place.
    mutating func addFromCache(_ place: Int) {
        add(cache.indices.contains(place) ? cache[place] : 0)
    }

    /// Adds so many pixels that stood before, as far back as the code for a distance says.
    mutating func addRun(_ length: Int, from distanceCode: Int) {
        guard keepsPixels else {
            count += length
            return
        }
        let distance = distance(of: distanceCode)
        for _ in 0..<length {
            add(pixels.indices.contains(count - distance) ? pixels[count - distance] : 0)
        }
    }

    /// Small codes stand for pixels nearby in the rows above.
    private func distance(of code: Int) -> Int {
        guard code <= Self.near.count else { return code - Self.near.count }
        let (x, y) = Self.near[code - 1]
        return max(1, x + y * width)
    }

    /// How far to the left and up the pixels of the first codes are.
    private static let near: [(Int, Int)] = [
        (0, 1), (1, 0), (1, 1), (-1, 1), (0, 2), (2, 0), (1, 2), (-1, 2), (2, 1), (-2, 1),
        (2, 2), (-2, 2), (0, 3), (3, 0), (1, 3), (-1, 3), (3, 1), (-3, 1), (2, 3), (-2, 3),
        (3, 2), (-3, 2), (0, 4), (4, 0), (1, 4), (-1, 4), (4, 1), (-4, 1), (3, 3), (-3, 3),
        (2, 4), (-2, 4), (4, 2), (-4, 2), (0, 5), (3, 4), (-3, 4), (4, 3), (-4, 3), (5, 0),
        (1, 5), (-1, 5), (5, 1), (-5, 1), (2, 5), (-2, 5), (5, 2), (-5, 2), (4, 4), (-4, 4),
        (3, 5), (-3, 5), (5, 3), (-5, 3), (0, 6), (6, 0), (1, 6), (-1, 6), (6, 1), (-6, 1),
        (2, 6), (-2, 6), (6, 2), (-6, 2), (4, 5), (-4, 5), (5, 4), (-5, 4), (3, 6), (-3, 6),
        (6, 3), (-6, 3), (0, 7), (7, 0), (1, 7), (-1, 7), (5, 5), (-5, 5), (7, 1), (-7, 1),
        (4, 6), (-4, 6), (6, 4), (-6, 4), (2, 7), (-2, 7), (7, 2), (-7, 2), (3, 7), (-3, 7),
        (7, 3), (-7, 3), (5, 6), (-5, 6), (6, 5), (-6, 5), (8, 0), (4, 7), (-4, 7), (7, 4),
        (-7, 4), (8, 1), (8, 2), (6, 6), (-6, 6), (8, 3), (5, 7), (-5, 7), (7, 5), (-7, 5),
        (8, 4), (6, 7), (-6, 7), (7, 6), (-7, 6), (8, 5), (7, 7), (-7, 7), (8, 6), (8, 7),
    ]
}
