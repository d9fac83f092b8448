/// Why a text is not JSON.
struct JSONSyntaxError: Error, Equatable {
    /// The offset of the byte that does not fit; the text's length where it ends too early.
    var offset: Int

    /// What was expected there, as a clause.
    var reason: String

    /// Whether the text may be JSON, but holds more than is read.
    var isOfCount = false
}
