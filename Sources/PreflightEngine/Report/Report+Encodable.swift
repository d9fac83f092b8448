extension Report: Encodable {
    /// Writes the report as the object that the JSON contract has for one model, an element of
    /// `reports` in the document that ``JSONReporter`` writes.
    ///
    /// - Parameter encoder: Where it is written to.
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        try JSONDocument.Report(self).encode(to: encoder)
    }
}
