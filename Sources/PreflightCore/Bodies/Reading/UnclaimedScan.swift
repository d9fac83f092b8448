/// Looks for an image in a string that no dialect claims.
///
/// Linear in the string: what is looked for are runs of base64 letters that begin with an image's
/// signature, and data URLs of images. Escapes count as the characters that they stand for, also
/// where JSON is written into JSON and they are escaped twice.
struct UnclaimedScan {
    private let bytes: [UInt8]
    private var offset: Int
    private let end: Int

    /// The fewest letters in a row that are taken for base64: those of the smallest files.
    private static let letterCountAtLeast = 24

    /// The letters from which a signature is recognised.
    private static let headLetterCount = 256

    private init(_ bytes: [UInt8], in range: Range<Int>) {
        self.bytes = bytes
        offset = range.lowerBound
        end = range.upperBound
    }

    /// The first image in the string at `range` of `bytes`; nil where there is none.
    static func image(
        in bytes: [UInt8],
        at range: Range<Int>
    ) -> (format: ImageFormat, spelling: UnclaimedImage.Spelling)? {
        let head = bytes[range].prefix(512)
        if range.count < letterCountAtLeast, !head.startsIgnoringCase(with: "data:image") {
            return nil
        }
        var scan = UnclaimedScan(bytes, in: range)
        let isDataURL = isImageURL(Array(head))
        if let found = rawFormat(of: head) { return (found, .characters) }
        if let found = scan.next() { return (found, isDataURL ? .dataURL : scan.spelling) }
        return isDataURL ? (.unknown, .dataURL) : nil
    }

    /// Whether a string begins as the data URL of an image with something in it.
    private static func isImageURL(_ head: [UInt8]) -> Bool {
        let text = JSONText.unescaped(head[...]).drop { JSONText.whiteSpace.contains($0) }
        guard text.startsIgnoringCase(with: "data:image") else { return false }
        guard let comma = text.firstIndex(of: UInt8(ascii: ",")) else { return false }
        return comma + 1 < text.endIndex
    }

    /// How the image that was found is spelled.
    private var spelling = UnclaimedImage.Spelling.base64

    /// The format of the next image.
    private mutating func next() -> ImageFormat? {
        while offset < end {
            let start = offset
            let letterCount = run(nil)
            guard letterCount >= Self.letterCountAtLeast else {
                if offset == start { step() }
                continue
            }
            let runEnd = offset
            offset = start
            var head: [UInt8] = []
            _ = run { head.append($0) }
            offset = runEnd
            if let format = Self.format(of: head) {
                spelling = isInDataURL(start) ? .dataURL : .base64
                return format
            }
            if let format = Self.formatOfDigits(head) {
                spelling = .digits
                return format
            }
        }
        return nil
    }

    /// Whether `base64,` stands before `start`.
    private func isInDataURL(_ start: Int) -> Bool {
        bytes[..<start].suffix(7).startsIgnoringCase(with: "base64,")
    }

    /// The format of the image that the letters are the start of, encoded once or more.
    private static func format(of head: [UInt8]) -> ImageFormat? {
        var letters = head
        for _ in 0..<layerCountAtMost {
            letters = letters.prefix(letters.count / 4 * 4)
                .map { letter in
                    letter == UInt8(ascii: "-")
                        ? UInt8(ascii: "+")
                        : letter == UInt8(ascii: "_") ? UInt8(ascii: "/") : letter
                }
            guard let decoded = try? Base64.decode(letters.span) else { return nil }
            let format = ImageFormat(ofImage: decoded.span)
            if !format.isNone { return format }
            // What is encoded twice may be cut between two letters of the inner text.
            letters = Array(decoded.prefix { isLetter[Int($0)] })
            guard letters.count >= letterCountAtLeast / 2 else { return nil }
        }
        return nil
    }

    /// How often base64 may be the base64 of base64.
    private static let layerCountAtMost = 3

    /// The format of the image that hexadecimal digits are the start of.
    private static func formatOfDigits(_ head: [UInt8]) -> ImageFormat? {
        let values = head.compactMap(\.hexadecimalValue)
        guard values.count == head.count else { return nil }
        let bytes = stride(from: 0, to: values.count - 1, by: 2)
            .map { values[$0] << 4 | values[$0 + 1] }
        let format = ImageFormat(ofImage: bytes.span)
        return format.isNone ? nil : format
    }

    /// The format of the image whose bytes a string has as characters, each U+0000 to U+00FF.
    private static func rawFormat(of head: ArraySlice<UInt8>) -> ImageFormat? {
        guard let first = head.first, first == UInt8(ascii: "\\") || first >= 0xC2 else {
            return nil
        }
        let text = String(decoding: JSONText.unescaped(head.prefix(256)), as: UTF8.self)
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars.prefix(24) {
            guard let byte = UInt8(exactly: scalar.value) else { return nil }
            bytes.append(byte)
        }
        let format = ImageFormat(ofImage: bytes.span)
        return format.isNone ? nil : format
    }
}

// MARK: - Letters

extension UnclaimedScan {
    /// Passes letters in a row, and the line breaks between them.
    ///
    /// - Parameter take: Takes the first letters, after which the run need not be passed to its end;
    ///   nil to pass it whole.
    /// - Returns: How many there were.
    private mutating func run(_ take: ((UInt8) -> Void)?) -> Int {
        var letterCount = 0
        while offset < end {
            let letter: UInt8
            if Self.isLetter[Int(bytes[offset])] {
                letter = bytes[offset]
                offset += 1
            } else if bytes[offset] == UInt8(ascii: "\\"), let escaped = escape() {
                letter = escaped
            } else if bytes[offset] == UInt8(ascii: "%"), let escaped = percentEscape() {
                letter = escaped
            } else {
                break
            }
            guard letter != UInt8(ascii: "\n") else {
                // A line break ends a word, and goes on with base64 that is broken into lines.
                guard letterCount >= Self.letterCountAtLeast else { break }
                continue
            }
            letterCount += 1
            guard let take else { continue }
            take(letter)
            guard letterCount < Self.headLetterCount else { break }
        }
        return letterCount
    }

    /// Passes an escape of a letter or a line break, escaped once or more; stays before any other.
    ///
    /// - Returns: The letter, a line feed for any line break, nil for other characters.
    private mutating func escape() -> UInt8? {
        var place = offset
        while place < end, bytes[place] == UInt8(ascii: "\\") { place += 1 }
        guard place < end else { return nil }
        switch bytes[place] {
        case UInt8(ascii: "/"):
            offset = place + 1
            return UInt8(ascii: "/")
        case UInt8(ascii: "n"), UInt8(ascii: "r"):
            offset = place + 1
            return UInt8(ascii: "\n")
        case UInt8(ascii: "u"):
            let character = JSONText.asciiCharacter(at: place - 1, in: bytes.span)
            guard let byte = character.byte, Self.isLetter[Int(byte)], character.end <= end else {
                return nil
            }
            offset = character.end
            return byte
        default: return nil
        }
    }

    /// Passes an escape of a letter as addresses have it, `%2F`; stays before any other.
    private mutating func percentEscape() -> UInt8? {
        guard let byte = percentEscaped, Self.isLetter[Int(byte)] else { return nil }
        offset += 3
        return byte
    }

    /// The byte that `%` and two digits stand for at the next byte.
    private var percentEscaped: UInt8? {
        guard offset + 2 < end, let high = bytes[offset + 1].hexadecimalValue,
            let low = bytes[offset + 2].hexadecimalValue
        else { return nil }
        return high << 4 | low
    }

    /// Passes one character that is no letter, with all of its escape.
    private mutating func step() {
        if bytes[offset] == UInt8(ascii: "%"), percentEscaped != nil {
            offset += 3
            return
        }
        guard bytes[offset] == UInt8(ascii: "\\") else {
            offset += 1
            return
        }
        while offset < end, bytes[offset] == UInt8(ascii: "\\") { offset += 1 }
        guard offset < end else { return }
        let isCodeUnit =
            bytes[offset] == UInt8(ascii: "u") && offset + 4 < end
            && bytes[offset + 1...offset + 4].allSatisfy { $0.hexadecimalValue != nil }
        offset += isCodeUnit ? 5 : 1
    }

    /// The letters of both alphabets of base64.
    private static let isLetter: [256 of Bool] = InlineArray { index in
        Base64.sextets[index] < 64 || [UInt8(ascii: "-"), UInt8(ascii: "_")].contains(UInt8(index))
    }
}
