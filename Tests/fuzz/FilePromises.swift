import PreflightCore

/// What holds of every file, whatever its bytes.
enum FilePromises {
    static func broken(by bytes: [UInt8]) -> String? {
        var facts = ImageFacts(reading: bytes.span)
        facts.readImageData(of: bytes)
        _ = facts.readDamage(
            of: bytes,
            after: .failed(CodecError(stage: .decode, detail: ""))
        )
        guard let header = try? facts.header.get() else { return nil }
        guard HeaderInvariants.holds(header, byteCount: bytes.count) else {
            return "\(header)"
        }
        return EditedFile.plans.lazy
            .map { EditedFile(bytes, by: $0).brokenPromises }
            .first { !$0.isEmpty }?
            .joined(separator: ", ")
    }
}
