/// A moment after which nothing is waited for.
public struct Deadline: Sendable {
    private let instant: ContinuousClock.Instant

    /// So many seconds from now, a year at most.
    public init(seconds: Double) {
        instant = .now + .seconds(min(seconds, 31_536_000))
    }

    /// The milliseconds that are left, rounded up; 0 where it has passed.
    var millisecondsLeft: Int32 {
        let left = ContinuousClock.now.duration(to: instant)
        guard left > .zero else { return 0 }
        return Int32(clamping: Int64((left / .milliseconds(1)).rounded(.up)))
    }
}
