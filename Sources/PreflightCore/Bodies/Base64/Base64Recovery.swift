/// Bytes that were had from unusual base64, and what was unusual about it.
package struct RecoveredBase64: Sendable, Hashable {
    /// The bytes.
    package var bytes: [UInt8]

    /// What was unusual, in the order in which it was met; nothing twice.
    package var faults: [Base64Fault] = []
}

extension Base64 {
    /// Reads an image from text that no strict decoder takes, where nothing has to be guessed.
    ///
    /// Whatever is taken away is known to come from a program: line breaks, padding, alphabets,
    /// escapes, prefixes, quotation marks. What is left has to be base64 of an image's signature, so
    /// that a path or a word is never taken for one.
    ///
    /// - Parameter text: What stands where base64 belongs, escapes of JSON resolved.
    /// - Returns: The file, or nil where the text is none.
    package static func recoveredImage(of text: [UInt8]) -> RecoveredBase64? {
        var recovery = Base64Recovery(text: text)
        guard recovery.run() else { return nil }
        return RecoveredBase64(bytes: recovery.text, faults: recovery.faults)
    }
}

extension Base64 {
    /// The start of a text without the quotation mark that opens it, whose other is not in sight.
    static func withoutOpeningMark(_ head: [UInt8]) -> [UInt8] {
        let kept = head.trimmedOfInvisible
        guard let mark = openingMark(of: Array(kept)) else { return head }
        return Array(kept.dropFirst(mark + 1))
    }

    /// The place of the quotation mark that opens `b'…'`, `'…'`, `"…"` or a text in backquotes.
    fileprivate static func openingMark(of text: [UInt8]) -> Int? {
        let place = text.first == UInt8(ascii: "b") ? 1 : 0
        return text.count > place && "'\"`".utf8.contains(text[place]) ? place : nil
    }
}

/// The steps from unusual base64 to bytes.
private struct Base64Recovery {
    /// What is left to read, at the end the file.
    var text: [UInt8]

    /// What was met so far.
    var faults: [Base64Fault] = []

    /// How often base64 may be the base64 of base64.
    private static let layerCountAtMost = 3

    init(text: [UInt8]) { self.text = text }

    /// Whether the text turned out to be an image.
    mutating func run() -> Bool {
        for layer in 1...Self.layerCountAtMost {
            peel()
            resolvePercentEscapes()
            removeWhiteSpace()
            peel()
            guard decode() else { return false }
            guard !ImageFormat(ofImage: text.span).isNone else {
                if layer == 1 { note(.encodedTwice) }
                continue
            }
            return true
        }
        return false
    }

    private mutating func note(_ fault: Base64Fault) {
        if !faults.contains(fault) { faults.append(fault) }
    }
}

// MARK: - What stands around the base64

extension Base64Recovery {
    /// Takes away what programs put around base64, whatever the order.
    private mutating func peel() {
        for _ in 0..<8 {
            guard trim() || dropPrefix() || dropQuotationMarks() else { return }
        }
    }

    private mutating func trim() -> Bool {
        let kept = text.trimmedOfInvisible
        guard kept.count < text.count else { return false }
        note(.whiteSpace)
        text = Array(kept)
        return true
    }

    /// Drops `data:…,` or `base64,`.
    private mutating func dropPrefix() -> Bool {
        let head = text.prefix(256)
        let isPrefix = ["data:", "base64,"].contains { head.startsIgnoringCase(with: $0) }
        guard isPrefix, let comma = head.firstIndex(of: UInt8(ascii: ",")) else { return false }
        note(.superfluousPrefix)
        text.removeFirst(comma + 1)
        return true
    }

    /// Drops the quotation marks of `b'…'`, `'…'`, `"…"` and of backquotes.
    private mutating func dropQuotationMarks() -> Bool {
        guard let start = Base64.openingMark(of: text), text.count > start + 1,
            text.last == text[start]
        else { return false }
        note(.quotationMarks)
        text = Array(text[(start + 1)..<(text.count - 1)])
        return true
    }
}

// MARK: - What stands inside it

extension Base64Recovery {
    private mutating func resolvePercentEscapes() {
        guard text.contains(UInt8(ascii: "%")) else { return }
        var resolved: [UInt8] = []
        resolved.reserveCapacity(text.count)
        var offset = 0
        while offset < text.count {
            if text[offset] == UInt8(ascii: "%"), offset + 2 < text.count,
                let high = text[offset + 1].hexadecimalValue,
                let low = text[offset + 2].hexadecimalValue
            {
                resolved.append(high << 4 | low)
                offset += 3
            } else {
                resolved.append(text[offset])
                offset += 1
            }
        }
        note(.percentEscapes)
        text = resolved
    }

    private mutating func removeWhiteSpace() {
        if hasPlusSignsLost {
            note(.plusSigns)
            for index in text.indices where text[index] == 0x20 { text[index] = UInt8(ascii: "+") }
        }
        let before = text.count
        removeSpelledLineBreaks()
        text.removeAll { JSONText.whiteSpace.contains($0) || $0 == 0x0B || $0 == 0x0C }
        if text.count < before { note(.whiteSpace) }
    }

    /// Removes `\n` and `\r` that were escaped once too often.
    private mutating func removeSpelledLineBreaks() {
        let backslash = UInt8(ascii: "\\")
        guard text.contains(backslash) else { return }
        var kept: [UInt8] = []
        kept.reserveCapacity(text.count)
        var offset = 0
        while offset < text.count {
            let isBreak =
                text[offset] == backslash && offset + 1 < text.count
                && "nr".utf8.contains(text[offset + 1])
            if !isBreak { kept.append(text[offset]) }
            offset += isBreak ? 2 : 1
        }
        text = kept
    }

    /// Whether spaces stand where plus signs were: no line breaks, lines of unlike lengths, and with
    /// plus signs whole groups of four.
    private var hasPlusSignsLost: Bool {
        guard text.contains(0x20), !text.contains(0x0A), !text.contains(0x0D) else { return false }
        let lines = text.split(separator: 0x20, omittingEmptySubsequences: false)
        let isEven = lines.dropLast().allSatisfy { $0.count == lines[0].count }
        return text.count.isMultiple(of: 4) && !(isEven && lines[0].count > 3)
    }

    /// Decodes the letters; false where something else is left.
    ///
    /// Padding inside the text separates pieces that were encoded one by one.
    private mutating func decode() -> Bool {
        if let decoded = try? Base64.decode(text.span) {
            text = decoded
            return !decoded.isEmpty
        }
        var output: [UInt8] = []
        output.reserveCapacity(text.count / 4 * 3 + 3)
        let pieces = text.split(separator: Base64.padding)
        for piece in pieces {
            guard append(piece, to: &output) else { return false }
        }
        let padded = text.count.isMultiple(of: 4) && pieces.count == 1
        if !padded || text.suffix(3).allSatisfy({ $0 == Base64.padding }) { note(.padding) }
        text = output
        return !output.isEmpty
    }

    private mutating func append(_ letters: ArraySlice<UInt8>, to output: inout [UInt8]) -> Bool {
        guard letters.count % 4 != 1 else { return false }
        var bits: UInt32 = 0
        var bitCount: UInt32 = 0
        for letter in letters {
            guard let sextet = sextet(of: letter) else { return false }
            bits = bits << 6 | UInt32(sextet)
            bitCount += 6
            guard bitCount >= 8 else { continue }
            bitCount -= 8
            output.append(UInt8(truncatingIfNeeded: bits >> bitCount))
            bits &= (1 << bitCount) - 1
        }
        if bits != 0 { note(.unusedBits) }
        return true
    }

    private mutating func sextet(of letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "-"): note(.urlSafeAlphabet)
        case UInt8(ascii: "_"): note(.urlSafeAlphabet)
        default:
            let sextet = Base64.sextets[Int(letter)]
            return sextet < 64 ? sextet : nil
        }
        return letter == UInt8(ascii: "-") ? 62 : 63
    }
}

extension [UInt8] {
    /// The bytes without white space at either end, and without the marks of byte order and the
    /// spaces of no width that editors leave there.
    var trimmedOfInvisible: ArraySlice<UInt8> {
        var kept = trimmedOfWhiteSpace
        while let mark = Self.invisibleMarks.first(where: {
            kept.starts(with: $0) || kept.ends(with: $0)
        }) {
            if kept.starts(with: mark) { kept = kept.dropFirst(mark.count) }
            if kept.ends(with: mark) { kept = kept.dropLast(mark.count) }
            kept = Array(kept).trimmedOfWhiteSpace
        }
        return kept
    }

    /// U+FEFF, U+200B and U+2060 in UTF-8.
    private static let invisibleMarks: [[UInt8]] = [
        [0xEF, 0xBB, 0xBF], [0xE2, 0x80, 0x8B], [0xE2, 0x81, 0xA0],
    ]
}

extension ArraySlice<UInt8> {
    fileprivate func ends(with mark: [UInt8]) -> Bool { suffix(mark.count).elementsEqual(mark) }
}
