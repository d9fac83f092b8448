/// How far apart the samples of a picture are.
struct ContrastMeter: Sendable {
    private var least: [UInt8]
    private var greatest: [UInt8]

    /// The levels so far, of the channel that varies most.
    private(set) var levels = 0

    /// Starts without samples.
    init(channelCount: Int) {
        least = Array(repeating: .max, count: channelCount)
        greatest = Array(repeating: .min, count: channelCount)
    }
}

extension ContrastMeter {
    /// Whether more samples can change nothing.
    var isDone: Bool { levels >= PictureQuality.contrastLevelsAtMost }

    /// Takes whole pixels, whose opacity is a channel like the others: what is drawn with it alone
    /// is no blank.
    mutating func take(_ samples: Span<UInt8>) {
        guard !isDone else { return }
        for channel in least.indices {
            var (low, high) = (least[channel], greatest[channel])
            for place in stride(from: channel, to: samples.count, by: least.count) {
                low = min(low, samples[place])
                high = max(high, samples[place])
            }
            (least[channel], greatest[channel]) = (low, high)
            guard high >= low else { continue }
            levels = min(max(levels, Int(high - low)), PictureQuality.contrastLevelsAtMost)
        }
    }
}
