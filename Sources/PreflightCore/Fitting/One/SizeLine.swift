/// How the logarithm of a file's size grows, foreseen from what is known of it.
///
/// Linear between two known points; beyond the outer ones as between the two next to the end, or
/// with a usual slope where that cannot be told.
struct SizeLine: Sendable {
    /// Where something is known, and the logarithm of the size there.
    struct Point: Sendable {
        /// What grows: the position on a ladder, or the logarithm of the area.
        var place: Double
        /// The logarithm of the size.
        var size: Double
    }

    private let points: [Point]
    private let usualSlope: Double

    /// Creates a line through at least one point; nil where there is none.
    init?(through points: [Point], usualSlope: Double) {
        guard !points.isEmpty else { return nil }
        self.points = points.sorted { $0.place < $1.place }
        self.usualSlope = usualSlope
    }
}

extension SizeLine {
    /// The logarithm of the size that is expected at a place.
    func size(at place: Double) -> Double {
        let (origin, slope) = piece { $0.place >= place }
        return origin.size + slope * (place - origin.place)
    }

    /// The place where a size is expected.
    func place(of size: Double) -> Double {
        let (origin, slope) = piece { $0.size >= size }
        return origin.place + (size - origin.size) / slope
    }

    /// A point of the line and its slope there, in the piece that ends with the first point that is
    /// high enough.
    private func piece(upTo isEnd: (Point) -> Bool) -> (origin: Point, slope: Double) {
        let end = points.firstIndex(where: isEnd) ?? points.count
        let origin = points[max(0, end - 1)]
        guard points.count > 1 else { return (origin, usualSlope) }
        let first = min(max(0, end - 1), points.count - 2)
        let (one, other) = (points[first], points[first + 1])
        let slope = (other.size - one.size) / max(other.place - one.place, 1e-9)
        return (origin, min(max(slope, 0.2 * usualSlope), 4 * usualSlope))
    }
}
