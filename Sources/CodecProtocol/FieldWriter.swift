/// Writes the fields of a message one after the other.
struct FieldWriter {
    /// What was written.
    private(set) var bytes: [UInt8] = []

    /// Writes a number, its least significant byte first.
    mutating func put<Number: FixedWidthInteger>(_ number: Number) {
        for shift in stride(from: 0, to: Number.bitWidth, by: 8) {
            bytes.append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }

    /// Writes a number that is not whole.
    mutating func put(_ number: Double) { put(number.bitPattern) }

    /// Writes text behind its length; what is over ``FieldReader/textByteCountAtMost`` is cut off.
    mutating func put(_ text: String) {
        var utf8 = Array(text.utf8.prefix(FieldReader.textByteCountAtMost))
        // A cut may halve a character, of which no part is kept.
        while String(validating: utf8, as: UTF8.self) == nil { utf8.removeLast() }
        put(UInt32(utf8.count))
        bytes += utf8
    }

    /// Writes a value with fields of its own.
    mutating func put(_ value: some FieldCodable) { value.write(to: &self) }

    /// Writes a value of which there may be none.
    mutating func put(_ value: (some FieldCodable)?) {
        put(UInt8(value == nil ? 0 : 1))
        if let value { put(value) }
    }

    /// Writes values behind their number.
    mutating func put(_ values: [some FieldCodable]) {
        put(UInt32(values.count))
        for value in values { put(value) }
    }
}
