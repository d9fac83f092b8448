public import PreflightCore

/// What a worker is asked: one case for each function of `ImageCodec`.
public enum CodecRequest: Sendable, Equatable {
    /// Decode a file and measure it.
    case verify([UInt8], as: ImageFormat, frames: FrameScope)
    /// Decode a file and write it anew.
    case apply(Plan, to: [UInt8], as: ImageFormat, frames: FrameScope)
    /// Decode a file and hand over its pixels.
    case picture(after: Plan, of: [UInt8], as: ImageFormat)
    /// Write a picture.
    case write(DecodedPicture, by: Plan)
    /// Write a picture in several ways.
    case trials(of: [Encoding], after: Plan, on: DecodedPicture)
}

extension CodecRequest {
    /// The request as a message.
    public var message: CodecMessage {
        var head = FieldWriter()
        switch self {
        case .verify(let bytes, let format, let frames):
            head.put(format)
            head.put(frames)
            return CodecMessage(kind: .verify, head: head.bytes, bulk: bytes)
        case .apply(let plan, let bytes, let format, let frames):
            head.put(plan)
            head.put(format)
            head.put(frames)
            return CodecMessage(kind: .apply, head: head.bytes, bulk: bytes)
        case .picture(let plan, let bytes, let format):
            head.put(plan)
            head.put(format)
            return CodecMessage(kind: .picture, head: head.bytes, bulk: bytes)
        case .write(let picture, let plan):
            head.put(plan)
            head.put(picture.layout)
            return CodecMessage(kind: .write, head: head.bytes, bulk: picture.samples)
        case .trials(let encodings, let plan, let picture):
            head.put(encodings)
            head.put(plan)
            head.put(picture.layout)
            return CodecMessage(kind: .trials, head: head.bytes, bulk: picture.samples)
        }
    }

    /// Reads a request.
    ///
    /// - Throws: ``ProtocolError`` where the message is none.
    public init(_ message: CodecMessage) throws(ProtocolError) {
        var head = FieldReader(message.head)
        let bulk = message.bulk
        switch message.kind {
        case .verify:
            let format = try head.take(ImageFormat.self)
            self = .verify(bulk, as: format, frames: try head.take(FrameScope.self))
        case .apply:
            let plan = try head.take(Plan.self)
            let format = try head.take(ImageFormat.self)
            self = .apply(plan, to: bulk, as: format, frames: try head.take(FrameScope.self))
        case .picture:
            let plan = try head.take(Plan.self)
            self = .picture(after: plan, of: bulk, as: try head.take(ImageFormat.self))
        case .write:
            let plan = try head.take(Plan.self)
            let layout = try head.take(DecodedPicture.Layout.self)
            self = .write(try DecodedPicture(layout: layout, checking: bulk), by: plan)
        case .trials:
            let encodings = try head.takeList(of: Encoding.self)
            let plan = try head.take(Plan.self)
            let layout = try head.take(DecodedPicture.Layout.self)
            let picture = try DecodedPicture(layout: layout, checking: bulk)
            self = .trials(of: encodings, after: plan, on: picture)
        default:
            throw .nonsense(field: "kind")
        }
        try head.finish()
    }
}
