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
