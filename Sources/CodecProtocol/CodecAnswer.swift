public import PreflightCore

/// What a worker answers: one case for each result of `ImageCodec`, and its error.
public enum CodecAnswer: Sendable, Equatable {
    /// What was measured.
    case decoded(DecodedImage)
    /// The new file, and what was measured of the old one.
    case applied(AppliedPlan)
    /// The pixels.
    case picture(DecodedPicture)
    /// The file.
    case file([UInt8])
    /// The files, and how far each is from the picture.
    case trials([EncodingTrial])
    /// Why there is none of these.
    case failure(CodecError)
}

extension CodecAnswer {
    /// The answer as a message.
    public var message: CodecMessage {
        var head = FieldWriter()
        switch self {
        case .decoded(let image):
            head.put(image)
            return CodecMessage(kind: .decoded, head: head.bytes)
        case .applied(let applied):
            head.put(applied.decoded)
            return CodecMessage(kind: .applied, head: head.bytes, bulk: applied.bytes)
        case .picture(let picture):
            head.put(picture.layout)
            return CodecMessage(kind: .decodedPicture, head: head.bytes, bulk: picture.samples)
        case .file(let bytes):
            return CodecMessage(kind: .file, head: [], bulk: bytes)
        case .trials(let trials):
            head.put(trials.map(TrialFields.init))
            return CodecMessage(
                kind: .triedEncodings,
                head: head.bytes,
                bulk: trials.flatMap(\.bytes)
            )
        case .failure(let error):
            head.put(error)
            return CodecMessage(kind: .failure, head: head.bytes)
        }
    }

    /// Reads an answer.
    ///
    /// - Throws: ``ProtocolError`` where the message is none, or cannot be true.
    public init(_ message: CodecMessage) throws(ProtocolError) {
        var head = FieldReader(message.head)
        let bulk = message.bulk
        switch message.kind {
        case .decoded:
            guard bulk.isEmpty else { throw .overlong }
            self = .decoded(try head.take(DecodedImage.self))
        case .applied:
            self = .applied(AppliedPlan(bytes: bulk, decoded: try head.take(DecodedImage.self)))
        case .decodedPicture:
            let layout = try head.take(DecodedPicture.Layout.self)
            self = .picture(try DecodedPicture(layout: layout, checking: bulk))
        case .file:
            self = .file(bulk)
        case .triedEncodings:
            self = .trials(try TrialFields.trials(head.takeList(of: TrialFields.self), in: bulk))
        case .failure:
            guard bulk.isEmpty else { throw .overlong }
            self = .failure(try head.take(CodecError.self))
        default:
            throw .nonsense(field: "kind")
        }
        try head.finish()
    }
}

/// A trial without its file, which stands behind those of the trials before it.
private struct TrialFields: FieldCodable {
    var encoding: Encoding
    var byteCount: Int
    var similarity: Double

    /// A similarity is between -1 and 1, but for what rounding adds; no number is in no range.
    private static let similarities = -1.01...1.01

    init(_ trial: EncodingTrial) {
        encoding = trial.encoding
        byteCount = trial.bytes.count
        similarity = trial.similarity
    }

    init(from reader: inout FieldReader) throws(ProtocolError) {
        encoding = try reader.take(Encoding.self)
        byteCount = try reader.take("byte count", in: 0...FrameHeader.bulkByteCountAtMost)
        similarity = try reader.take(Double.self)
        guard Self.similarities.contains(similarity) else { throw .nonsense(field: "similarity") }
    }

    func write(to writer: inout FieldWriter) {
        writer.put(encoding)
        writer.put(Int64(byteCount))
        writer.put(similarity)
    }

    /// The trials, whose files stand one after the other.
    static func trials(
        _ fields: [TrialFields],
        in bulk: [UInt8]
    ) throws(ProtocolError) -> [EncodingTrial] {
        var rest = bulk[...]
        var trials: [EncodingTrial] = []
        for trial in fields {
            guard trial.byteCount <= rest.count else { throw .cutShort }
            trials.append(
                EncodingTrial(
                    encoding: trial.encoding,
                    bytes: Array(rest.prefix(trial.byteCount)),
                    similarity: trial.similarity
                )
            )
            rest = rest.dropFirst(trial.byteCount)
        }
        guard rest.isEmpty else { throw .overlong }
        return trials
    }
}
