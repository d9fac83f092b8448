/// A value of a document, and the path that leads to it.
struct JSONPlace: Sendable {
    /// The value.
    var value: JSONValue

    /// The way from the document to the value, as in `limits[3].atMost`; empty for the document.
    var keyPath: String
}

extension JSONPlace {
    /// The path of the member `name`; a name that is no identifier is quoted.
    func keyPath(of name: String) -> String {
        let isPlain = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "$") }
        guard isPlain, !name.isEmpty else { return "\(keyPath)[\"\(name)\"]" }
        return keyPath.isEmpty ? name : "\(keyPath).\(name)"
    }

    /// The place of the element at `index` with this value.
    func element(_ value: JSONValue, at index: Int) -> JSONPlace {
        JSONPlace(value: value, keyPath: "\(keyPath)[\(index)]")
    }
}
