/// Where a limit is written, and when it was last looked up.
public struct RuleSource: Sendable, Hashable {
    /// The page's title.
    public var title: String

    /// The page's address, an `https` URL.
    public var address: String

    /// The day the page was last read, as `YYYY-MM-DD`.
    public var checkedOn: String

    /// Creates a source.
    public init(title: String, address: String, checkedOn: String) {
        self.title = title
        self.address = address
        self.checkedOn = checkedOn
    }
}
