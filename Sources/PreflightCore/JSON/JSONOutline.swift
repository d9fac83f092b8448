/// Where every object, array and string of a JSON value stands, without a copy of any of them.
///
/// One pass of the scanner makes it. Numbers, `true`, `false` and `null` are kept as members of
/// objects, and the first that stands in an array: one of a million numbers costs no more.
struct JSONOutline {
    /// The text that holds the value.
    let bytes: [UInt8]

    /// The values, each before what is inside it; the first is the whole.
    private(set) var nodes: [Node] = []

    /// The most values that are kept, so that no text takes more memory than a body may.
    static let nodeCountAtMost = 4_194_304

    /// Reads the value that comes next.
    ///
    /// - Throws: ``JSONSyntaxError`` at the first byte that does not fit.
    init(_ scanner: inout JSONScanner) throws(JSONSyntaxError) {
        bytes = scanner.bytes
        try append(.root, parent: -1, &scanner)
    }

    /// Reads the value that is a whole text.
    init(wholeText scanner: inout JSONScanner) throws(JSONSyntaxError) {
        try self.init(&scanner)
        scanner.skipWhiteSpace()
        guard scanner.next == nil else { throw scanner.error("the end of the text") }
    }

    /// One value.
    struct Node {
        /// What it is.
        var kind: Kind
        /// Its bytes; of a string those between the quotation marks.
        var range: Range<Int>
        /// How its parent knows it.
        var key: Key
        /// The index of what it is in; -1 for the whole.
        var parent: Int32
        /// The index after the last value inside it.
        var end: Int32
    }

    /// The kinds of values that a reader of bodies tells apart.
    enum Kind: Sendable, Hashable {
        case object, array, number, yes, no, null
        /// A string, and whether every character of it stands for itself.
        case string(isPlain: Bool)
    }

    /// How an object or array knows a value.
    enum Key {
        /// It is the whole.
        case root
        /// It is the member of this name.
        case member(JSONText)
        /// It is the element at this position.
        case element(Int)
    }
}

// MARK: - Reading

extension JSONOutline {
    private mutating func append(
        _ key: Key,
        parent: Int,
        _ scanner: inout JSONScanner
    ) throws(JSONSyntaxError) {
        scanner.skipWhiteSpace()
        let start = scanner.offset
        let index = nodes.count
        guard index < Self.nodeCountAtMost else {
            throw JSONSyntaxError(
                offset: start,
                reason: "it holds more than \(Self.nodeCountAtMost.grouped) values"
            )
        }
        let kind = Self.kind(of: scanner.next)
        nodes.append(
            Node(kind: kind, range: start..<start, key: key, parent: Int32(parent), end: 0)
        )
        switch kind {
        case .object: try appendMembers(of: index, &scanner)
        case .array: try appendElements(of: index, &scanner)
        case .string:
            let text = try scanner.string("a string")
            nodes[index].kind = .string(isPlain: text.isPlain)
            nodes[index].range = text.range
        default: try scanner.skipValue()
        }
        if case .string = kind {} else { nodes[index].range = start..<scanner.offset }
        nodes[index].end = Int32(nodes.count)
    }

    private mutating func appendMembers(
        of index: Int,
        _ scanner: inout JSONScanner
    ) throws(JSONSyntaxError) {
        guard try scanner.enterObject() else { return }
        while let name = try scanner.nextName() {
            try append(.member(name), parent: index, &scanner)
        }
    }

    private mutating func appendElements(
        of index: Int,
        _ scanner: inout JSONScanner
    ) throws(JSONSyntaxError) {
        guard try scanner.enterArray() else { return }
        var position = 0
        var hasScalar = false
        while try scanner.nextElement() {
            scanner.skipWhiteSpace()
            switch Self.kind(of: scanner.next) {
            case .object, .array, .string:
                try append(.element(position), parent: index, &scanner)
            default:
                if hasScalar {
                    try scanner.skipValue()
                } else {
                    try append(.element(position), parent: index, &scanner)
                }
                hasScalar = true
            }
            position += 1
        }
    }

    private static func kind(of byte: UInt8?) -> Kind {
        switch byte {
        case UInt8(ascii: "{"): .object
        case UInt8(ascii: "["): .array
        case UInt8(ascii: "\""): .string(isPlain: true)
        case UInt8(ascii: "t"): .yes
        case UInt8(ascii: "f"): .no
        case UInt8(ascii: "n"): .null
        default: .number
        }
    }
}
