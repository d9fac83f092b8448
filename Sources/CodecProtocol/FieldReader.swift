/// Reads the fields of a message one after the other.
///
/// Every read is checked: bytes that are not there, and values that make no sense, are errors.
struct FieldReader {
    /// The most bytes of a text; libvips' own are under 10,240.
    static let textByteCountAtMost = 16_384

    /// The most values of a list; plans and encodings are fewer.
    static let listCountAtMost = 256

    private let bytes: [UInt8]
    private var offset = 0

    /// Reads bytes from their beginning.
    init(_ bytes: [UInt8]) { self.bytes = bytes }
}

extension FieldReader {
    /// Makes sure that nothing is left.
    func finish() throws(ProtocolError) {
        guard offset == bytes.count else { throw .overlong }
    }

    /// The next number.
    mutating func take<Number: FixedWidthInteger>(
        _: Number.Type
    ) throws(ProtocolError) -> Number {
        let byteCount = Number.bitWidth / 8
        guard byteCount <= bytes.count - offset else { throw .cutShort }
        var number: Number = 0
        for index in 0..<byteCount {
            number |= Number(truncatingIfNeeded: bytes[offset + index]) << (8 * index)
        }
        offset += byteCount
        return number
    }

    /// The next number that is not whole.
    mutating func take(_: Double.Type) throws(ProtocolError) -> Double {
        Double(bitPattern: try take(UInt64.self))
    }

    /// The next number, which has to lie in a range.
    ///
    /// - Throws: ``ProtocolError/nonsense(field:)`` with the name where it does not.
    mutating func take(
        _ field: String,
        in range: ClosedRange<Int>
    ) throws(ProtocolError) -> Int {
        guard let number = Int(exactly: try take(Int64.self)), range.contains(number) else {
            throw .nonsense(field: field)
        }
        return number
    }

    /// The next text, which has to be UTF-8.
    mutating func take(_: String.Type) throws(ProtocolError) -> String {
        let byteCount = Int(try take(UInt32.self))
        guard byteCount <= Self.textByteCountAtMost else {
            throw .tooLarge(byteCount: UInt64(byteCount))
        }
        guard byteCount <= bytes.count - offset else { throw .cutShort }
        guard let text = String(validating: bytes[offset..<offset + byteCount], as: UTF8.self)
        else { throw .nonsense(field: "text") }
        offset += byteCount
        return text
    }

    /// The next value.
    mutating func take<Value: FieldCodable>(_: Value.Type) throws(ProtocolError) -> Value {
        try Value(from: &self)
    }

    /// The next value, of which there may be none.
    mutating func takeOptional<Value: FieldCodable>(
        _: Value.Type
    ) throws(ProtocolError) -> Value? {
        switch try take(UInt8.self) {
        case 0: return nil
        case 1: return try take(Value.self)
        default: throw .nonsense(field: "presence")
        }
    }

    /// The next values.
    mutating func takeList<Value: FieldCodable>(
        of _: Value.Type
    ) throws(ProtocolError) -> [Value] {
        let count = Int(try take(UInt32.self))
        guard count <= Self.listCountAtMost else { throw .nonsense(field: "count") }
        var values: [Value] = []
        for _ in 0..<count { values.append(try take(Value.self)) }
        return values
    }
}
