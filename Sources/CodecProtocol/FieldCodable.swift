internal import PreflightCore

/// A value that is written as fields of a message.
protocol FieldCodable {
    /// Reads the fields.
    ///
    /// - Throws: ``ProtocolError`` where they make no such value.
    init(from reader: inout FieldReader) throws(ProtocolError)

    /// Writes the fields.
    func write(to writer: inout FieldWriter)
}

/// A value with a name is written as its name, which does not depend on the order of the cases.
protocol NamedField: FieldCodable, RawRepresentable<String> {}

extension NamedField {
    init(from reader: inout FieldReader) throws(ProtocolError) {
        guard let value = Self(rawValue: try reader.take(String.self)) else {
            throw .nonsense(field: "\(Self.self)")
        }
        self = value
    }

    func write(to writer: inout FieldWriter) { writer.put(rawValue) }
}

extension ImageFormat: NamedField {}
extension FrameScope: NamedField {}
extension ColorModel: NamedField {}
extension CodecError.Stage: NamedField {}

extension String: FieldCodable {
    init(from reader: inout FieldReader) throws(ProtocolError) {
        self = try reader.take(String.self)
    }

    func write(to writer: inout FieldWriter) { writer.put(self) }
}

extension PixelSize: FieldCodable {
    /// No format has longer edges.
    private static let edges = 1...Int(Int32.max)

    init(from reader: inout FieldReader) throws(ProtocolError) {
        self.init(
            width: try reader.take("width", in: Self.edges),
            height: try reader.take("height", in: Self.edges)
        )
    }

    func write(to writer: inout FieldWriter) {
        writer.put(Int64(width))
        writer.put(Int64(height))
    }
}

extension Orientation: FieldCodable {
    init(from reader: inout FieldReader) throws(ProtocolError) {
        guard let value = Orientation(rawValue: Int(try reader.take(UInt8.self))) else {
            throw .nonsense(field: "orientation")
        }
        self = value
    }

    func write(to writer: inout FieldWriter) { writer.put(UInt8(rawValue)) }
}

extension Color: FieldCodable {
    init(from reader: inout FieldReader) throws(ProtocolError) {
        self.init(
            red: try reader.take(UInt8.self),
            green: try reader.take(UInt8.self),
            blue: try reader.take(UInt8.self)
        )
    }

    func write(to writer: inout FieldWriter) {
        for sample in [red, green, blue] { writer.put(sample) }
    }
}

extension CodecError: FieldCodable {
    init(from reader: inout FieldReader) throws(ProtocolError) {
        self.init(stage: try reader.take(Stage.self), detail: try reader.take(String.self))
    }

    func write(to writer: inout FieldWriter) {
        writer.put(stage)
        writer.put(detail)
    }
}
