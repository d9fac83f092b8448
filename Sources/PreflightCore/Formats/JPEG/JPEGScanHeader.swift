/// The header of a scan as far as it says which coefficients the scan brings (T.81, B.2.3).
struct JPEGScanHeader {
    /// How many components the scan codes.
    let componentCount: Int

    /// Where the three bytes stand that choose coefficients and their bits.
    let selection: Range<Int>

    /// Finds the parts of a header without its length; nil where it is cut off.
    init?(_ payload: Range<Int>, in bytes: Span<UInt8>) {
        guard let count = try? bytes.byte(at: payload.lowerBound),
            payload.count >= 4 + 2 * Int(count)
        else { return nil }
        componentCount = Int(count)
        let start = payload.lowerBound + 1 + 2 * componentCount
        selection = start..<start + 3
    }

    /// What the three bytes are in a picture that is not progressive: coefficients 0 to 63, all bits
    /// (T.81, table B.3).
    static let wholeBlocks: [UInt8] = [0, 63, 0]

    /// The flaw that a scan of whole blocks says otherwise, as some telephones write it; nil where it
    /// does not.
    ///
    /// Decoders read whole blocks all the same; libjpeg warns.
    func flaw(at offset: Int, in bytes: Span<UInt8>) -> StructuralFlaw? {
        guard !bytes.matches(Self.wholeBlocks, at: selection.lowerBound) else { return nil }
        let found = selection.map { String(bytes[$0]) }.joined(separator: ", ")
        return StructuralFlaw(
            "the scan header at byte \(offset.grouped) has \(found) where a picture that is not "
                + "progressive has 0, 63, 0",
            refusedBy: [.strictLibjpegTurbo]
        )
    }
}
