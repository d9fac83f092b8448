public import PreflightCore

/// What a caller may choose of a report.
public struct ReportStyle: Sendable {
    /// How much of many images is listed in a text for people.
    public enum Extent: Sendable, Hashable {
        /// A few images one by one; of many, what is to be said of them, once.
        case automatic
        /// Every image.
        case everyImage
        /// How often each code was raised, and no image.
        case statistics
    }

    /// Whether verdicts and severities are coloured, for terminals.
    public var usesColor = false

    /// Whether the codes in a text lead to the pages of their limits, for terminals that show links.
    public var usesLinks = false

    /// Whether images are left out that have no finding and were not changed.
    public var isQuiet = false

    /// How cures are worded.
    public var words = CureWords.neutral

    /// The path of the file that the images stand in; nil where each is a file of its own.
    public var document: String?

    /// How much is listed.
    public var extent = Extent.automatic

    /// The columns of the terminal, into which text is broken; nil where lines are as long as they
    /// are.
    public var columnCount: Int?

    /// What to do about all of it, as a command; nil for nothing.
    public var nextStep: NextStep?

    /// The version of the JSON documents, 1 or 2.
    public var schemaVersion = JSONSchemaVersion.current

    /// Creates a style.
    public init(
        usesColor: Bool = false,
        isQuiet: Bool = false,
        words: CureWords = .neutral,
        document: String? = nil,
        extent: Extent = .automatic,
        columnCount: Int? = nil
    ) {
        self.usesColor = usesColor
        self.isQuiet = isQuiet
        self.words = words
        self.document = document
        self.extent = extent
        self.columnCount = columnCount
    }
}

/// A command that does something about what a report says.
public struct NextStep: Sendable, Hashable, CustomStringConvertible {
    /// What it is for, in a few words: `14 fixable`.
    public var purpose: String

    /// The command, as a shell takes it.
    public var command: String

    /// Creates a step.
    public init(purpose: String, command: String) {
        self.purpose = purpose
        self.command = command
    }

    /// Both, as one line.
    public var description: String { "\(purpose): \(command)" }
}
