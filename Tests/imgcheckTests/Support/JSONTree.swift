import Foundation
import Testing

/// A JSON text as it stands: numbers are numbers and nothing else is.
enum JSONTree: Decodable, Equatable {
    case object([String: JSONTree])
    case array([JSONTree])
    case string(String)
    case integer(Int)
    case fraction(Double)
    case flag(Bool)

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let flag = try? value.decode(Bool.self) {
            self = .flag(flag)
        } else if let integer = try? value.decode(Int.self) {
            self = .integer(integer)
        } else if let fraction = try? value.decode(Double.self) {
            self = .fraction(fraction)
        } else if let string = try? value.decode(String.self) {
            self = .string(string)
        } else if let array = try? value.decode([JSONTree].self) {
            self = .array(array)
        } else {
            self = .object(try value.decode([String: JSONTree].self))
        }
    }

    /// Reads the one report of a document.
    init(report text: some StringProtocol) throws {
        let reports = try JSONTree(text)["reports"]?.elements ?? []
        self = try #require(reports.count == 1 ? reports.first : nil)
    }

    /// Reads a document.
    init(_ text: some StringProtocol) throws {
        self = try JSONDecoder().decode(JSONTree.self, from: Data(text.utf8))
    }
}

extension JSONTree {
    /// The value of a key; nil where this is no object or lacks it.
    subscript(key: String) -> JSONTree? {
        guard case .object(let members) = self else { return nil }
        return members[key]
    }

    /// The object without these keys.
    func without(_ keys: String...) -> JSONTree {
        guard case .object(let members) = self else { return self }
        return .object(members.filter { !keys.contains($0.key) })
    }

    /// The elements; none where this is no array.
    var elements: [JSONTree] {
        guard case .array(let elements) = self else { return [] }
        return elements
    }

    /// The text; nil where this is no string.
    var text: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    /// The keys with the kinds of their values: `code string`, sorted.
    var shape: [String] {
        guard case .object(let members) = self else { return [] }
        return members.map { "\($0.key) \($0.value.kind)" }.sorted()
    }

    private var kind: String {
        switch self {
        case .object: "object"
        case .array: "array"
        case .string: "string"
        case .integer: "integer"
        case .fraction: "fraction"
        case .flag: "flag"
        }
    }
}
