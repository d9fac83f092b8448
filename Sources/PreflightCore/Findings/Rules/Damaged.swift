/// IMG106: decodes, but is damaged, without its end, or has bytes after it.
extension Rule {
    static let damaged = Rule(
        page: FindingPage(
            title:
                "Decodes, but is damaged, flawed in its structure, or does not end where its image ends",
            severity: .warning,
            remedy: .reencode,
            check: """
                libvips refuses the file at `fail_on=warning` but not at `fail_on=error`; or the format's \
                end marker (EOI, IEND, trailer) is missing; or bytes follow it, as in motion photos, \
                multi-picture files and gain maps; or the file's structure has a flaw that leaves every \
                pixel, such as a wrong checksum, and that a decoder in use refuses: the finding names \
                both. A progressive JPEG without its last scans is coarse, which nothing cures. A file that was \
                written although pixels were missing says so itself.
                """,
            reason: """
                Another decoder may refuse what this one forgives. Bytes after the end are sent and \
                counted although no model sees them.
                """,
            cure: """
                Repair the file, or write the image anew: `imgcheck fix` does the first wherever it leaves \
                every pixel.
                """
        ),
        ofImage: { image in
            guard case .visible(let header, let damage) = image.picture else { return [] }
            let flawed = header.damageMessage(in: image.facts.format, damage)
                .map { message in
                    var finding = Finding(code: .damaged, message: message)
                    if header.isIncurable(damage) { finding.remedy = nil }
                    return finding
                }
            return [flawed, header.madeUpPixels.map(Finding.madeUp)].compactMap(\.self)
        }
    )
}

extension Finding {
    /// The finding that a file says of itself that some of its pixels were made up.
    fileprivate static func madeUp(_ parts: String) -> Finding {
        var finding = Finding(
            code: .damaged,
            message: Message(
                "The file says that \(parts) were missing when it was written, and were made up",
                help: .getAgain
            )
        )
        finding.remedy = nil
        return finding
    }
}

extension ImageHeader {
    /// Whether all that is wrong is what only getting the file again cures.
    fileprivate func isIncurable(_ damage: String?) -> Bool {
        damage == nil && hasEndMarker && trailingByteCount == 0 && flaws.cures == [.impossible]
    }

    /// What is wrong with a file that decodes; nil for nothing.
    fileprivate func damageMessage(in format: ImageFormat, _ damage: String?) -> Message? {
        let ends = [
            damage.map { $0.isEmpty ? "damage that the decoder passes over" : "damage (\($0))" },
            hasEndMarker ? nil : "no end marker",
            trailingByteCount > 0
                ? "\(trailingByteCount.grouped) \(trailingByteCount == 1 ? "byte" : "bytes") after the "
                    + "image's end" + (hasGainMap ? ", a gain map among them" : "") : nil,
        ]
        .compactMap(\.self)
        guard !ends.isEmpty || !flaws.isEmpty else { return nil }
        let end = ends.isEmpty ? [] : ["the \(format.displayName) has \(String.list(ends))"]
        let fact = (flaws.clauses + end).joined(separator: "; ")
        let sentence: String = fact.prefix(1).uppercased() + fact.dropFirst()
        if isIncurable(damage) { return Message(sentence, help: .getAgain) }
        let help: Cure =
            if damage != nil || flaws.needRewriting(keepingFirstFrameOnly: false) {
                .apply(.reencode)
            } else if flaws.isEmpty {
                hasEndMarker ? .act("cut off what follows the image") : .apply(.reencode)
            } else if flaws.cures.contains(.impossible) {
                .act("repair the file, or get it again for what is missing")
            } else {
                .act("repair the file, which leaves every pixel")
            }
        return Message(sentence, help: help)
    }
}

extension StructuralFlaws {
    /// The flaws, each with who refuses it.
    fileprivate var clauses: [String] {
        let named = first.map { flaw in
            let decoders = flaw.refusedBy.map(\.rawValue)
            guard !decoders.isEmpty else { return flaw.fact }
            let verb = decoders.count == 1 && flaw.refusedBy != [.browsers] ? "refuses" : "refuse"
            return "\(flaw.fact) (\(String.list(decoders)) \(verb) it)"
        }
        return named + (furtherCount > 0 ? ["\(furtherCount.grouped) more like these"] : [])
    }
}
