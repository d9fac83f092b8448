extension RuleTableDecoder {
    /// The whole number at `place`, if it lies in `range`.
    mutating func wholeNumber(_ place: JSONPlace?, in range: ClosedRange<Int>) -> Int? {
        guard let place else { return nil }
        guard let number = place.value.wholeNumber, range.contains(number) else {
            let expected =
                range.count == 1
                ? "the number \(range.lowerBound)"
                : "a whole number from \(range.lowerBound) to \(range.upperBound)"
            report("This must be \(expected), not \(place.value.summary).", at: place)
            return nil
        }
        return number
    }

    /// The answer to yes or no at `place`.
    mutating func flag(_ place: JSONPlace?) -> Bool? {
        guard let place else { return nil }
        guard case .bool(let flag) = place.value.content else {
            report("This must be true or false, not \(place.value.summary).", at: place)
            return nil
        }
        return flag
    }

    /// The text at `place`: not empty, on one line, without characters that cannot be seen.
    mutating func text(_ place: JSONPlace?) -> String? {
        guard let place else { return nil }
        guard case .string(let text) = place.value.content else {
            report("This must be a string, not \(place.value.summary).", at: place)
            return nil
        }
        guard !text.allSatisfy(\.isWhitespace) else {
            report("This text is empty; write some.", at: place)
            return nil
        }
        guard let hidden = text.unicodeScalars.first(where: \.isHidden) else { return text }
        let code = String(hidden.value, radix: 16, uppercase: true)
        report("This text holds U+\(code), which cannot be seen; remove it.", at: place)
        return nil
    }

    /// The text at `place`, if it has no white space: a name, or a key.
    mutating func name(_ place: JSONPlace?) -> String? {
        guard let place, let name = text(place) else { return nil }
        guard !name.contains(where: \.isWhitespace) else {
            report(
                "A name has no white space, and \(place.value.summary) has; remove it.",
                at: place
            )
            return nil
        }
        return name
    }

    /// The `https` address at `place`.
    mutating func address(_ place: JSONPlace?) -> String? {
        guard let place, let address = name(place) else { return nil }
        let scheme = "https://"
        guard address.hasPrefix(scheme), address.count > scheme.count else {
            report(
                "This must be an address that begins with \(scheme), not \(place.value.summary).",
                at: place
            )
            return nil
        }
        return address
    }

    /// The choice at `place` among `choices`.
    mutating func choice<Choice: RawRepresentable<String>>(
        _ place: JSONPlace?,
        among choices: [Choice]
    ) -> Choice? {
        guard let place else { return nil }
        if case .string(let spelling) = place.value.content,
            let choice = choices.first(where: { $0.rawValue == spelling })
        {
            return choice
        }
        let names = choices.map(\.rawValue)
        report(
            "This must be one of \(names.joined(separator: ", ")), not \(place.value.summary)"
                + cure(for: place.value, among: names),
            at: place
        )
        return nil
    }

    private func cure(for value: JSONValue, among names: [String]) -> String {
        guard case .string(let spelling) = value.content,
            let near = nearestNames(to: spelling, among: names, limit: 1).first
        else { return "." }
        return "; did you mean “\(near)”?"
    }

    /// The day at `place`, written `YYYY-MM-DD`.
    mutating func day(_ place: JSONPlace?) -> String? {
        guard let place, let text = text(place) else { return nil }
        guard isDay(text) else {
            report("This must be a day as YYYY-MM-DD, not \(place.value.summary).", at: place)
            return nil
        }
        return text
    }

    /// The day at `place`, which cannot be after today.
    ///
    /// - Parameters:
    ///   - place: Where it stands.
    ///   - event: What was so on that day, as a clause.
    /// - Returns: The day; nil where it is none.
    mutating func pastDay(
        _ place: JSONPlace?,
        of event: String = "the page was read"
    ) -> String? {
        guard let place, let day = day(place) else { return nil }
        if let today, day > today {
            report("\(day) is in the future; write the day on which \(event).", at: place)
        }
        return day
    }

    private func isDay(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2],
            parts.allSatisfy({
                $0.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
            })
        else { return false }
        let numbers = parts.compactMap { Int($0) }
        let (year, month, day) = (numbers[0], numbers[1], numbers[2])
        guard (1...12).contains(month) else { return false }
        let isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...lengths[month - 1]).contains(day)
    }
}

extension Unicode.Scalar {
    /// Whether the character is invisible: controls, line ends, and marks that turn text around.
    var isHidden: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}

/// The numbers that a rule table may hold, wide enough for every provider and narrow enough that no
/// arithmetic on them overflows.
enum RuleTableNumbers {
    /// Pixels along an edge.
    static let edgePixels = 1...1_000_000
    /// Pixels of an area.
    static let pixelCount = 1...1_000_000_000_000
    /// Images of a request; none where a model takes no images.
    static let imageCount = 0...1_000_000
    /// Bytes of an image or a request.
    static let byteCount = 1...1_000_000_000_000
    /// Tokens of an image, of a tile.
    static let tokenCount = 1...1_000_000
    /// Tokens that may be absent.
    static let optionalTokenCount = 0...1_000_000
    /// Patches of an image.
    static let patchCount = 1...1_000_000
    /// Tiles of a canvas: every way to lay them out is tried for every image.
    static let tileCount = 1...1_024
    /// Tokens of a hundred patches.
    static let percent = 1...100_000
}
