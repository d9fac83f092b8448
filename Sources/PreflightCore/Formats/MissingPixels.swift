/// Pixels that a header promises and the file does not have, whatever a decoder makes up for them.
public struct MissingPixels: Sendable, Hashable {
    /// The parts that are counted.
    public enum Part: String, Sendable, Hashable {
        /// Rows of the picture, from 0 at the top.
        case row
        /// Rows of an interlaced picture, which lie between others; `first` is the number of those that
        /// are there.
        case scatteredRow = "scattered row"
        /// Passes of an interlaced picture, from 1, each finer than the one before.
        case pass
        /// Components of the colours, from 1.
        case component
    }

    /// What is counted.
    public var part: Part

    /// The first part that is missing or not whole.
    public var first: Int

    /// The parts that are missing, up to the last one.
    public var count: Int

    /// The parts that there should be.
    public var total: Int

    /// The frame of an animation that they are missing from, from 1; nil for a still picture.
    public var frame: Int?

    /// Why they are not where they should be.
    public enum Cause: String, Sendable, Hashable {
        /// The file does not have them.
        case absent
        /// The data have them, and the size in the header leaves them out.
        case leftOut = "left out"
        /// The data go on as if there were more, so that some are not what they were.
        case displaced
        /// The file went through a transfer as text, which put bytes between the data.
        case sentAsText = "sent as text"
    }

    /// Why they are not where they should be.
    public var cause = Cause.absent

    /// Creates a gap that reaches to the last part.
    public init(_ part: Part, from first: Int, count: Int, of total: Int, inFrame frame: Int? = nil)
    {
        self.part = part
        self.first = first
        self.count = count
        self.total = total
        self.frame = frame
    }

    /// The same gap for another reason.
    func because(_ cause: Cause) -> MissingPixels {
        var gap = self
        gap.cause = cause
        return gap
    }
}

extension MissingPixels: CustomStringConvertible {
    /// A clause: "rows 240–479 of 480 are missing".
    public var description: String {
        switch cause {
        case .absent:
            let place = frame.map { " in frame \($0.grouped)" } ?? ""
            return "\(parts) \(count > 1 ? "are" : "is") missing\(place)"
        case .leftOut:
            return "the header leaves out \(parts) that the data hold"
        case .displaced:
            return "the coded data go on after \(parts) as if there were more, "
                + "so that some of them are not what they were"
        case .sentAsText:
            return "every line feed in it has a carriage return before it, as a transfer as text "
                + "leaves behind"
        }
    }

    /// What is missing: "rows 240–479 of 480".
    var parts: String {
        if part == .scatteredRow { return "\(count.grouped) of \(total.grouped) rows" }
        guard count > 1 else { return "\(part.rawValue) \(first.grouped) of \(total.grouped)" }
        let plural = part == .pass ? "passes" : "\(part.rawValue)s"
        return "\(plural) \(first.grouped)–\((first + count - 1).grouped) of \(total.grouped)"
    }
}
