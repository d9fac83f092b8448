/// A pattern for one name, without a slash: literal bytes, `?`, `*` and brackets.
struct NameGlob: Sendable {
    /// What one place of the pattern takes.
    enum Element: Sendable {
        /// This byte.
        case byte(UInt8)
        /// Any byte.
        case anyByte
        /// Any number of bytes.
        case anyBytes
        /// One of the bytes in brackets.
        case oneOf(ByteSet)
        /// What stands between names; never in a name.
        case slash
    }

    private var elements: [Element] = []
    private var starCount = 0

    /// How many bytes a name has at least.
    private var byteCountAtLeast: Int { elements.count - starCount }

    /// Whether there is nothing to match.
    var isEmpty: Bool { elements.isEmpty }

    /// Whether the pattern is two stars or more and nothing else.
    private(set) var isAnyDepth = false

    /// The only name that is meant, where nothing is special.
    var literal: [UInt8]? {
        var bytes: [UInt8] = []
        for element in elements {
            guard case .byte(let byte) = element else { return nil }
            bytes.append(byte)
        }
        return bytes
    }

    /// Adds an element; stars in a row are one.
    mutating func append(_ element: Element) {
        if case .anyBytes = element {
            if case .anyBytes = elements.last {
                isAnyDepth = elements.count == 1
                return
            }
            starCount += 1
        } else {
            isAnyDepth = false
        }
        elements.append(element)
    }
}

extension NameGlob {
    /// Whether the pattern means a name: only the last star is ever given one byte more.
    func matches(_ name: ArraySlice<UInt8>) -> Bool {
        guard byteCountAtLeast <= name.count else { return false }
        var (element, offset) = (0, name.startIndex)
        var retry: (element: Int, offset: Int)?
        while offset < name.endIndex {
            if element < elements.count, case .anyBytes = elements[element] {
                element += 1
                retry = (element, offset)
            } else if element < elements.count, takes(name[offset], at: element) {
                element += 1
                offset += 1
            } else if let last = retry {
                retry = (last.element, last.offset + 1)
                (element, offset) = (last.element, last.offset + 1)
            } else {
                return false
            }
        }
        // One star may be left, which then takes nothing.
        if element < elements.count, case .anyBytes = elements[element] { element += 1 }
        return element == elements.count
    }

    private func takes(_ byte: UInt8, at index: Int) -> Bool {
        switch elements[index] {
        case .byte(let wanted): byte == wanted
        case .anyByte: true
        case .oneOf(let bytes): bytes.contains(byte)
        case .anyBytes, .slash: false
        }
    }
}

extension NameGlob.Element {
    /// Takes the next element off a pattern; nil at its end, and where what follows does not end.
    init?(takingFrom rest: inout ArraySlice<UInt8>) {
        guard let first = rest.first else { return nil }
        var after = rest.dropFirst()
        switch first {
        case UInt8(ascii: "/"): self = .slash
        case UInt8(ascii: "?"): self = .anyByte
        case UInt8(ascii: "*"): self = .anyBytes
        case UInt8(ascii: "["):
            guard let bytes = ByteSet(takingFrom: &after) else { return nil }
            self = .oneOf(bytes)
        case UInt8(ascii: #"\"#):
            guard let escaped = after.popFirst() else { return nil }
            self = escaped == UInt8(ascii: "/") ? .slash : .byte(escaped)
        default: self = .byte(first)
        }
        rest = after
    }
}
