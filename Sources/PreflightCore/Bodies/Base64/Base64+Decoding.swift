extension Base64 {
    /// The bytes that `text` stands for.
    ///
    /// As strict as the strictest decoder that a provider may use (RFC 4648, sections 3.1 to 3.5):
    /// padding is required, the URL-safe alphabet, white space and set unused bits are refused.
    package static func decode(_ text: Span<UInt8>) throws(Base64Error) -> [UInt8] {
        try decode(text, resolvesEscapes: false)
    }

    /// The bytes that the inside of a JSON string stands for, once its escapes are resolved.
    ///
    /// Some encoders of JSON write every `/` as `\/`.
    package static func decode(insideJSONString text: Span<UInt8>) throws(Base64Error) -> [UInt8] {
        try decode(text, resolvesEscapes: true)
    }

    private static func decode(
        _ text: Span<UInt8>,
        resolvesEscapes: Bool
    ) throws(Base64Error) -> [UInt8] {
        try [UInt8](capacity: (text.count + 3) / 4 * 3) {
            output throws(Base64Error) in
            var offset = 0
            while true {
                appendPlainGroups(of: text, from: &offset, to: &output)
                guard offset < text.count else { return }
                let group = try group(of: text, at: offset, resolvesEscapes: resolvesEscapes)
                try group.append(to: &output)
                guard group.byteCount == 3 || group.end == text.count else {
                    throw .misplacedPadding(offset: group.end)
                }
                offset = group.end
            }
        }
    }

    /// Decodes groups of four letters up to the first that holds something else.
    private static func appendPlainGroups(
        of text: Span<UInt8>,
        from offset: inout Int,
        to output: inout OutputSpan<UInt8>
    ) {
        let table = Self.sextets
        let sextets = table.span
        var start = offset
        while start + 4 <= text.count {
            let first = sextets[Int(text[start])]
            let second = sextets[Int(text[start + 1])]
            let third = sextets[Int(text[start + 2])]
            let fourth = sextets[Int(text[start + 3])]
            guard first | second | third | fourth < 64 else { break }
            output.append(first << 2 | second >> 4)
            output.append(second << 4 | third >> 2)
            output.append(third << 6 | fourth)
            start += 4
        }
        offset = start
    }
}

// MARK: - Groups with escapes, padding or mistakes

extension Base64 {
    /// Four characters, which stand for one to three bytes.
    private struct Group {
        var bits: UInt32 = 0
        var letterCount = 0
        var paddingCount = 0
        var lastLetterOffset = 0
        var end: Int

        /// How many bytes the group stands for.
        var byteCount: Int { letterCount - 1 }

        func append(to output: inout OutputSpan<UInt8>) throws(Base64Error) {
            let aligned = bits << (6 * UInt32(4 - letterCount))
            guard aligned & (0xFF_FFFF >> (8 * UInt32(byteCount))) == 0 else {
                throw .unusedBits(offset: lastLetterOffset)
            }
            for index in 0..<byteCount {
                output.append(UInt8(truncatingIfNeeded: aligned >> (16 - 8 * UInt32(index))))
            }
        }
    }

    private static func group(
        of text: Span<UInt8>,
        at start: Int,
        resolvesEscapes: Bool
    ) throws(Base64Error) -> Group {
        var group = Group(end: start)
        while group.letterCount + group.paddingCount < 4 {
            let offset = group.end
            guard offset < text.count else { throw .incompleteGroup(offset: offset) }
            let character = character(of: text, at: offset, resolvesEscapes: resolvesEscapes)
            group.end = character.end
            guard character.byte != padding else {
                guard group.letterCount >= 2 else { throw .misplacedPadding(offset: offset) }
                group.paddingCount += 1
                continue
            }
            let sextet = character.byte.map { sextets[Int($0)] } ?? noSextet
            guard sextet < 64 else { throw .foreignCharacter(character.byte, offset: offset) }
            guard group.paddingCount == 0 else { throw .misplacedPadding(offset: offset) }
            group.bits = group.bits << 6 | UInt32(sextet)
            group.letterCount += 1
            group.lastLetterOffset = offset
        }
        return group
    }

    private static func character(
        of text: Span<UInt8>,
        at offset: Int,
        resolvesEscapes: Bool
    ) -> JSONText.ASCIICharacter {
        guard !resolvesEscapes else { return JSONText.asciiCharacter(at: offset, in: text) }
        let byte = text[offset]
        return JSONText.ASCIICharacter(byte: byte < 0x80 ? byte : nil, end: offset + 1)
    }
}
