// Ways through an outline.
extension JSONOutline {
    /// The values directly inside the one at `index`.
    func children(of index: Int) -> Children { Children(outline: self, parent: index) }

    /// The values directly inside another, in the order of the text.
    struct Children: Sequence, IteratorProtocol {
        private let outline: JSONOutline
        private var upcoming: Int
        private let end: Int

        init(outline: JSONOutline, parent: Int) {
            self.outline = outline
            upcoming = parent + 1
            end = Int(outline.nodes[parent].end)
        }

        mutating func next() -> Int? {
            guard upcoming < end else { return nil }
            defer { upcoming = Int(outline.nodes[upcoming].end) }
            return upcoming
        }
    }

    /// The member `name` of the object at `index`; of a repeated name the last, which counts for
    /// most parsers.
    func member(_ name: String, of index: Int) -> Int? {
        guard nodes[index].kind == .object else { return nil }
        var found: Int?
        for child in children(of: index) where nodes[child].key.spells(name, in: bytes) {
            found = child
        }
        return found
    }

    /// The string at `index`; nil where another value stands there.
    func text(_ index: Int?) -> JSONText? {
        guard let index, case .string(let isPlain) = nodes[index].kind else { return nil }
        return JSONText(range: nodes[index].range, isPlain: isPlain)
    }

    /// The string at `index` as a report quotes it; nil where another value stands there.
    func string(_ index: Int?) -> String? { text(index)?.quoted(in: bytes) }

    /// The string in the member `name` of the object at `index`.
    func string(_ name: String, of index: Int) -> String? { string(member(name, of: index)) }

    /// The value that a way of names leads to, from the one at `index`; nil where it does not.
    func value(at path: JSONPath, from index: Int) -> Int? {
        var place = index
        for case .member(let name) in path.steps {
            guard let next = member(name, of: place) else { return nil }
            place = next
        }
        return place
    }

    /// Every value that a way leads to, from the one at `index`, in the order of the text.
    func values(at path: JSONPath, from index: Int) -> [Int] {
        path.steps.reduce([index]) { places, step in
            places.flatMap { place in
                switch step {
                case .member(let name): member(name, of: place).map { [$0] } ?? []
                case .elements: nodes[place].kind == .array ? Array(children(of: place)) : []
                }
            }
        }
    }

    /// The way to the value at `index` as a report shows it, as in `messages[41].content[1]`.
    func path(of index: Int) -> String {
        var steps: [String] = []
        var place = index
        while place >= 0 {
            switch nodes[place].key {
            case .root: break
            case .member(let name): steps.append(Self.step(to: name.quoted(in: bytes)))
            case .element(let position): steps.append("[\(position)]")
            }
            place = Int(nodes[place].parent)
        }
        let path = steps.reversed().joined()
        return path.hasPrefix(".") ? String(path.dropFirst()) : path
    }

    /// A name that is no identifier is quoted.
    private static func step(to name: String) -> String {
        let isIdentifier = name.allSatisfy {
            $0.isASCII && ($0.isLetter || $0.isNumber || "_-$".contains($0))
        }
        return isIdentifier && !name.isEmpty ? ".\(name)" : "[\"\(name.prefix(80))\"]"
    }
}

extension JSONOutline {
    /// The value as a message quotes it, of which only the beginning is read.
    func summary(of index: Int) -> String {
        switch nodes[index].kind {
        case .object: "an object"
        case .array: "an array"
        case .string: "“\((string(index) ?? "").prefix(40))”"
        default: value(of: index)?.summary ?? "something else"
        }
    }

    /// The value as compact JSON.
    func compactText(of index: Int) -> String? { value(of: index)?.compactText }

    /// The value at `index` as a tree; nil where it is nested too deeply for one.
    private func value(of index: Int) -> JSONValue? {
        try? JSONParser.value(of: Array(bytes[range(ofValue: index)]))
    }

    /// The bytes of the value at `index`, a string's quotation marks included.
    func range(ofValue index: Int) -> Range<Int> {
        let range = nodes[index].range
        guard case .string = nodes[index].kind else { return range }
        return (range.lowerBound - 1)..<(range.upperBound + 1)
    }
}

extension JSONOutline.Key {
    /// Whether it is the member of this name.
    func spells(_ name: String, in bytes: [UInt8]) -> Bool {
        guard case .member(let text) = self else { return false }
        guard !text.isPlain else { return bytes[text.range].elementsEqual(name.utf8) }
        return text.range.count <= name.utf8.count * 6 && text.quoted(in: bytes) == name
    }
}
