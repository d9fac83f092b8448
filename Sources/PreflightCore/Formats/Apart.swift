/// A value that few have, kept apart so that what could have it stays small without.
package indirect enum Apart<Value> {
    case value(Value)

    /// The value.
    package var value: Value {
        switch self {
        case .value(let value): value
        }
    }
}

extension Apart: Equatable where Value: Equatable {}
extension Apart: Sendable where Value: Sendable {}
