/// The units of a scan between its restart markers, and which of them are missing.
struct JPEGIntervals {
    /// The units of the scan.
    let unitCount: Int

    /// The first and the last unit that the data do not have; nil where all are there.
    private(set) var missing: ClosedRange<Int>?

    private let restartInterval: Int
    private var unit = 0
    private var nextNumber = 0

    /// Begins before the first unit.
    init(of scan: JPEGScan) {
        let (columns, rows) = scan.unitGrid
        unitCount = columns * rows
        restartInterval = scan.restartInterval
    }

    /// The units up to the next restart; nil after the last one.
    var next: Range<Int>? {
        guard unit < unitCount else { return nil }
        let end = restartInterval > 0 ? min(unit + restartInterval, unitCount) : unitCount
        return unit..<end
    }

    /// Notes units that are missing.
    mutating func note(_ units: Range<Int>) {
        guard let last = units.last, last < unitCount else { return }
        missing = (missing?.lowerBound ?? units.lowerBound)...max(last, missing?.upperBound ?? 0)
    }

    /// Goes on after a restart marker with this number, 0 to 7; nil where there is none.
    ///
    /// Whole intervals may be lost between two markers; libjpeg counts two at most.
    mutating func restart(number: Int?) {
        unit = next?.upperBound ?? unitCount
        guard let number else {
            note(unit..<unitCount)
            unit = unitCount
            return
        }
        let lost = (number - nextNumber) & 7
        if lost <= 2 {
            let skipped = min(unit + lost * restartInterval, unitCount)
            note(unit..<skipped)
            unit = skipped
        }
        nextNumber = (number + 1) & 7
    }
}
