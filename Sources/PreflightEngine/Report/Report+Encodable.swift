extension Report: Encodable {
    /// Writes the report as the object that the JSON contract has for one model.
    ///
    /// ``JSONReporter`` writes the same object as text with sorted keys.
    ///
    /// - Parameter encoder: Where it is written to.
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        try JSONDocument.Report(self).encode(to: encoder)
    }
}
