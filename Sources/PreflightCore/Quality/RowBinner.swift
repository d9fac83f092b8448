/// Makes one row of several, and one pixel of as many, as a decoder does that shrinks on the way.
struct RowBinner: Sendable {
    private let factor: Int
    private let channelCount: Int
    private var sums: [Int]
    private var rowCount = 0

    /// The row that was finished last.
    private(set) var row: [UInt8] = []

    /// Creates a binner of rows.
    ///
    /// - Parameters:
    ///   - width: The pixels of a row; those that do not fill a shrunk one are left out.
    ///   - channelCount: The samples of a pixel.
    ///   - factor: How many pixels become one, along each side.
    init(width: Int, channelCount: Int, factor: Int) {
        self.factor = factor
        self.channelCount = channelCount
        sums = Array(repeating: 0, count: width / factor * channelCount)
    }

    /// Takes a row.
    ///
    /// - Returns: Whether it finished one, which is in ``row`` then.
    mutating func take(_ samples: Span<UInt8>) -> Bool {
        var place = 0
        for start in stride(from: 0, to: sums.count, by: channelCount) {
            for _ in 0..<factor {
                for channel in 0..<channelCount {
                    sums[start + channel] += Int(samples[place])
                    place += 1
                }
            }
        }
        rowCount += 1
        guard rowCount == factor else { return false }
        rowCount = 0
        let area = factor * factor
        row.removeAll(keepingCapacity: true)
        for index in sums.indices {
            row.append(UInt8(clamping: (sums[index] + area / 2) / area))
            sums[index] = 0
        }
        return true
    }
}
