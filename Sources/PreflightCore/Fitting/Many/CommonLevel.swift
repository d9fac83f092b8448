/// The level of distortion that all pictures of a request share, so that the worst looks as good as
/// it can: equal distortion for all, not equal bytes and not one quality.
package enum CommonLevel {
    /// A picture that may be written with some quality, or go as it is.
    package struct Candidate: Sendable {
        /// How its bytes depend on quality; nil for a picture that can only go as it is.
        package var curve: SizeCurve?
        /// Its bytes if it goes as it is, without any distortion.
        package var untouchedByteCount: Int
        /// How many equal pictures it stands for, at least 1; all of them look alike in the end.
        package var copyCount: Int

        /// Creates a candidate.
        package init(curve: SizeCurve? = nil, untouchedByteCount: Int, copyCount: Int = 1) {
            self.curve = curve
            self.untouchedByteCount = untouchedByteCount
            self.copyCount = copyCount
        }

        /// The quality at a level of distortion; nil where the picture goes as it is, because that
        /// takes no more bytes.
        package func quality(atDistortion level: Double) -> Int? {
            guard let curve else { return nil }
            let quality = curve.quality(forDistortionAtMost: level)
            return Double(untouchedByteCount) <= curve.byteCount(at: quality) ? nil : quality
        }

        /// The bytes expected at a level of distortion, of one of the equal pictures.
        package func byteCount(atDistortion level: Double) -> Double {
            guard let curve, let quality = quality(atDistortion: level) else {
                return Double(untouchedByteCount)
            }
            return curve.byteCount(at: quality)
        }

        /// The bytes expected at a level of distortion, of all the equal pictures.
        package func totalByteCount(atDistortion level: Double) -> Double {
            Double(copyCount) * byteCount(atDistortion: level)
        }
    }

    /// The lowest common distortion at which the pictures are expected to fit.
    ///
    /// - Parameters:
    ///   - candidates: The pictures.
    ///   - byteCount: The bytes that they may have together, after what base64 and the request's
    ///     frame add is taken off.
    ///   - most: The highest distortion that is allowed.
    /// - Returns: The distortion, 0 to `most`, or nil where the pictures do not fit even at `most`.
    package static func distortion(
        of candidates: [Candidate],
        fitting byteCount: Double,
        atMost most: Double
    ) -> Double? {
        func total(_ level: Double) -> Double {
            candidates.reduce(0) { $0 + $1.totalByteCount(atDistortion: level) }
        }
        guard total(most) <= byteCount else { return nil }
        var (fits, exceeds) = (most, 0.0)
        for _ in 0..<40 {
            let middle = (fits + exceeds) / 2
            if total(middle) <= byteCount { fits = middle } else { exceeds = middle }
        }
        return fits
    }
}
