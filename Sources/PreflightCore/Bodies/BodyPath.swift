/// The way from a request's object to a value in it.
struct BodyPath {
    /// A step of the way.
    enum Step {
        /// To the member of this name.
        case member(BodyName)
        /// To the element at this position, from 0.
        case element(Int)
    }

    private var steps: [Step] = []

    /// Goes one step further.
    mutating func append(_ step: Step) { steps.append(step) }

    /// Goes one step back.
    mutating func removeLast() { steps.removeLast() }
}

extension BodyPath: CustomStringConvertible {
    /// The path as a report shows it, as in `messages[41].content[1]`.
    var description: String {
        steps.reduce(into: "") { text, step in
            switch step {
            case .member(let name): text += text.isEmpty ? name.rawValue : ".\(name.rawValue)"
            case .element(let index): text += "[\(index)]"
            }
        }
    }
}
