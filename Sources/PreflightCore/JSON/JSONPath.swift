/// A way into a JSON value, as in `messages[].content[]`: names, and `[]` for every element.
package struct JSONPath: Sendable, Hashable, ExpressibleByStringLiteral {
    /// A step of the way.
    enum Step: Sendable, Hashable {
        /// To the member of this name.
        case member(String)
        /// To every element.
        case elements
    }

    /// The steps, none for the value itself.
    let steps: [Step]

    /// The way that `value` spells; an empty one stays where it is.
    package init(stringLiteral value: String) {
        steps = value.split(separator: ".")
            .flatMap { part in
                let name = part.prefix { $0 != "[" }
                let elementSteps = part.dropFirst(name.count).count { $0 == "[" }
                return (name.isEmpty ? [] : [Step.member(String(name))])
                    + Array(repeating: .elements, count: elementSteps)
            }
    }

    /// The way with these steps.
    init(_ steps: [Step]) { self.steps = steps }
}

extension JSONPath: CustomStringConvertible {
    /// The way as it is written.
    package var description: String {
        steps.reduce(into: "") { text, step in
            switch step {
            case .member(let name): text += text.isEmpty ? name : ".\(name)"
            case .elements: text += "[]"
            }
        }
    }
}

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
