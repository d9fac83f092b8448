/// The sums over one window of two pictures that structural similarity is made of.
struct SimilarityWindow {
    private var count = 0
    private var sums = (one: 0, two: 0)
    private var squares = (one: 0, two: 0, both: 0)

    /// Adds one pixel of each picture.
    mutating func add(_ one: Int, _ two: Int) {
        count += 1
        sums.one += one
        sums.two += two
        squares.one += one * one
        squares.two += two * two
        squares.both += one * two
    }

    /// The structural similarity of the windows, −1 to 1.
    ///
    /// The constants keep flat windows from dividing by nothing: (0.01 · 255)² and (0.03 · 255)².
    var similarity: Double {
        let pixelCount = Double(max(1, count))
        let mean = (one: Double(sums.one) / pixelCount, two: Double(sums.two) / pixelCount)
        let variance = (
            one: Double(squares.one) / pixelCount - mean.one * mean.one,
            two: Double(squares.two) / pixelCount - mean.two * mean.two
        )
        let covariance = Double(squares.both) / pixelCount - mean.one * mean.two
        let (forMeans, forVariances) = (6.5025, 58.5225)
        return (2 * mean.one * mean.two + forMeans) * (2 * covariance + forVariances)
            / ((mean.one * mean.one + mean.two * mean.two + forMeans)
                * (variance.one + variance.two + forVariances))
    }
}
