internal import Dispatch
internal import FileSystem
internal import ImagePreflight
internal import PreflightCore
internal import Synchronization

/// A line on standard error that says how far a command has come, while it takes longer.
///
/// It is for terminals: elsewhere nothing is shown. A queue of its own shows it, since those that
/// decode may be busy for long with one image.
enum Progress {
    /// How far a command has come, and since when.
    fileprivate struct State {
        var phase = Phase.looking
        var begin = ContinuousClock.now
        /// How many images were done at that time.
        var firstCount = 0
        /// How often pictures were written anew to fit, each time all that had to be.
        var roundCount = 0
        var isRunning = false
    }

    /// What a command is doing.
    fileprivate enum Phase: Sendable {
        /// Finding the images.
        case looking
        /// Reading, judging and curing them.
        case images(PreparationProgress)
    }

    private static let state = Mutex(State())
    private static let queue = DispatchQueue(label: "imgcheck.progress")

    /// Starts a command's line, unless it is not wanted or nobody sees it.
    static func begin(unless isQuiet: Bool) {
        guard !isQuiet, OutputFile.standardError.isTerminal else { return }
        state.withLock { $0 = State(isRunning: true) }
        show(after: delay)
    }

    /// Shows the line after so many seconds, and again until the command is done.
    private static func show(after seconds: Double) {
        queue.asyncAfter(deadline: .now() + seconds) {
            if showLine() { show(after: interval) }
        }
    }

    /// Notes how far the images have come.
    static func note(_ progress: PreparationProgress) {
        state.withLock { state in
            if !state.phase.isEarlier(than: progress) {
                state.begin = .now
                state.firstCount = progress.imageCount
                if case .fitting = progress { state.roundCount += 1 }
            }
            state.phase = .images(progress)
        }
    }

    /// Takes the line away, before a command says what it has to say.
    static func end() {
        state.withLock { $0.isRunning = false }
        Terminal.eraseProgress()
    }

    /// Shows the line as it is now; false where the command is done.
    private static func showLine() -> Bool {
        state.withLock { state in
            guard state.isRunning else { return false }
            let columnCount = OutputFile.standardError.columnCount ?? 80
            Terminal.showProgress(state.phrase.cut(toColumns: columnCount - 1))
            return true
        }
    }

    /// A command that is done sooner shows nothing, in seconds.
    private static let delay = 0.2

    /// The seconds between two lines.
    private static let interval = 0.1
}

extension PreparationProgress {
    /// How many images are done.
    fileprivate var imageCount: Int {
        switch self {
        case .read(let count, _, _), .fitting(let count, _): count
        }
    }
}

extension Progress.Phase {
    /// Whether it goes on with what is told next; what starts over does not.
    fileprivate func isEarlier(than progress: PreparationProgress) -> Bool {
        switch (self, progress) {
        case (.images(.read(let count, _, _)), .read(let next, _, _)): count <= next
        case (.images(.fitting(let count, _)), .fitting(let next, _)): count < next
        default: false
        }
    }
}

extension Progress.State {
    /// How far it is, in words.
    fileprivate var phrase: String {
        let seconds = (ContinuousClock.now - begin) / .seconds(1)
        return switch phase {
        case .looking: "looking for images, \(seconds.wholeSeconds)"
        case .images(.fitting(let count, let all)):
            [
                "fitting the bytes, round \(roundCount.grouped): \(count.grouped) of "
                    + "\(all.grouped) images"
            ]
            .appending(
                left(count, of: all, after: seconds).map { "\($0) of the round" }
                    ?? seconds.wholeSeconds
            )
            .joined(separator: ", ")
        case .images(.read(let count, let all, let byteCount)):
            ["\(count.grouped) of \(all.grouped) images", byteCount.megabytes]
                .appending(rate(of: count, after: seconds))
                .appending(left(count, of: all, after: seconds))
                .joined(separator: ", ")
        }
    }

    private func rate(of count: Int, after seconds: Double) -> String? {
        guard count > firstCount, seconds > 0 else { return nil }
        let rate = Double(count - firstCount) / seconds
        return rate < 10 ? "\(rate.inTenths)/s" : "\(Int(rate).grouped)/s"
    }

    private func left(_ count: Int, of all: Int, after seconds: Double) -> String? {
        guard count > firstCount, count < all, seconds >= 1 else { return nil }
        let each = seconds / Double(count - firstCount)
        return "\((each * Double(all - count)).wholeSeconds) left"
    }
}

extension [String] {
    fileprivate func appending(_ text: String?) -> [String] { self + (text.map { [$0] } ?? []) }
}

extension Double {
    /// Seconds as people say them: `12 s`, `3 min 5 s`.
    fileprivate var wholeSeconds: String {
        let seconds = Int(rounded())
        return seconds < 60 ? "\(seconds) s" : "\(seconds / 60) min \(seconds % 60) s"
    }

    /// The number with one digit after the point.
    fileprivate var inTenths: String { String((self * 10).rounded() / 10) }
}

extension Int {
    /// Bytes as megabytes of 1,000,000.
    fileprivate var megabytes: String {
        self < 10_000_000
            ? "\((Double(self) / 1_000_000).inTenths) MB"
            : "\((self / 1_000_000).grouped) MB"
    }
}
