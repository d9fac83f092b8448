/// IMG106: decodes, but is damaged, without its end, or has bytes after it.
extension Rule {
    static let damaged = Rule(
        page: FindingPage(
            title: "Decodes, but is damaged, without its end marker, or has bytes after it",
            severity: .warning,
            remedy: .reencode,
            check: """
                libvips refuses the file at `fail_on=warning` but not at `fail_on=error`; or the format's \
                end marker (EOI, IEND, trailer) is missing; or bytes follow it, as in motion photos, \
                multi-picture files and gain maps.
                """,
            reason: """
                Another decoder may refuse what this one forgives. Bytes after the end are sent and \
                counted although no model sees them.
                """,
            cure: "Write the image anew, as `imgcheck fix` does."
        ),
        ofImage: { image in
            guard case .visible(let header, let damage) = image.picture else { return [] }
            let reasons = [
                damage.map {
                    $0.isEmpty ? "damage that the decoder passes over" : "damage (\($0))"
                },
                header.hasEndMarker ? nil : "no end marker",
                header.trailingByteCount > 0
                    ? "\(header.trailingByteCount.grouped) bytes after the image's end" : nil,
            ]
            .compactMap(\.self)
            guard !reasons.isEmpty else { return [] }
            return [
                Finding(
                    code: .damaged,
                    message: Message(
                        "The \(image.facts.format.displayName) has \(String.list(reasons))",
                        help: .apply(.reencode)
                    )
                )
            ]
        }
    )
}
