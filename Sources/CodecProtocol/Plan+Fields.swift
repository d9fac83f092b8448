internal import PreflightCore

extension Plan: FieldCodable {
    init(from reader: inout FieldReader) throws(ProtocolError) {
        self.init(try reader.takeList(of: Step.self))
    }

    func write(to writer: inout FieldWriter) { writer.put(steps) }
}

extension Step: FieldCodable {
    init(from reader: inout FieldReader) throws(ProtocolError) {
        switch try reader.take(String.self) {
        case "firstFrame": self = .firstFrame(of: try reader.take("frame count", in: 0...Int.max))
        case "fillMissing": self = .fillMissing(try reader.take(MissingPixels.self))
        case "upright": self = .upright(try reader.take(Orientation.self))
        case "convertToSRGB": self = .convertToSRGB
        case "flatten": self = .flatten(try reader.take(Color.self))
        case "downscale": self = .downscale(try reader.take(PixelSize.self))
        case "tile": self = .tile(try reader.take("tile count", in: 0...Int.max))
        case "stripMetadata": self = .stripMetadata
        case "trim": self = .trim
        case "repair": self = .repair
        case "noteDamage": self = .noteDamage(try reader.take(String.self))
        case "encode": self = .encode(try reader.take(Encoding.self))
        case "fitBytes": self = .fitBytes(try reader.take("byte count", in: 0...Int.max))
        default: throw .nonsense(field: "step")
        }
    }

    func write(to writer: inout FieldWriter) {
        writer.put(name)
        switch self {
        case .firstFrame(let number), .tile(let number), .fitBytes(let number):
            writer.put(Int64(number))
        case .fillMissing(let missing): writer.put(missing)
        case .noteDamage(let words): writer.put(words)
        case .upright(let orientation): writer.put(orientation)
        case .flatten(let color): writer.put(color)
        case .downscale(let size): writer.put(size)
        case .encode(let encoding): writer.put(encoding)
        case .convertToSRGB, .stripMetadata, .trim, .repair: break
        }
    }
}

extension MissingPixels.Part: NamedField {}
extension MissingPixels.Cause: NamedField {}

extension MissingPixels: FieldCodable {
    init(from reader: inout FieldReader) throws(ProtocolError) {
        self.init(
            try reader.take(Part.self),
            from: try reader.take("gap", in: 0...Int.max),
            count: try reader.take("gap", in: 0...Int.max),
            of: try reader.take("gap", in: 0...Int.max)
        )
        let frame = try reader.take("frame", in: 0...Int.max)
        if frame > 0 { self.frame = frame }
        cause = try reader.take(Cause.self)
    }

    func write(to writer: inout FieldWriter) {
        writer.put(part)
        for number in [first, count, total, frame ?? 0] { writer.put(Int64(number)) }
        writer.put(cause)
    }
}

extension Encoding: FieldCodable {
    init(from reader: inout FieldReader) throws(ProtocolError) {
        switch try reader.take(String.self) {
        case "jpeg": self = .jpeg(quality: try Self.quality(from: &reader))
        case "fullColorJPEG": self = .fullColorJPEG(quality: try Self.quality(from: &reader))
        case "png": self = .png
        case "gif": self = .gif
        case "webp": self = .webp(quality: try Self.quality(from: &reader))
        case "webpLossless": self = .webpLossless
        default: throw .nonsense(field: "encoding")
        }
    }

    private static func quality(from reader: inout FieldReader) throws(ProtocolError) -> Int {
        try reader.take("quality", in: 1...100)
    }

    private var fieldName: String {
        switch self {
        case .jpeg: "jpeg"
        case .fullColorJPEG: "fullColorJPEG"
        case .png: "png"
        case .gif: "gif"
        case .webp: "webp"
        case .webpLossless: "webpLossless"
        }
    }

    func write(to writer: inout FieldWriter) {
        writer.put(fieldName)
        if let quality { writer.put(Int64(quality)) }
    }
}
