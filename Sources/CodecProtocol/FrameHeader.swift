/// The fixed number of bytes that stand before every message and say how long it is.
///
/// All numbers have their least significant byte first:
///
/// | bytes | content |
/// |---|---|
/// | 0–3 | `IMGC` |
/// | 4–5 | ``version`` |
/// | 6 | the ``MessageKind`` |
/// | 7 | where the bulk is: 0 after the head, 1 in shared memory |
/// | 8–11 | bytes of the head |
/// | 12–19 | bytes of the bulk |
public struct FrameHeader: Sendable, Hashable {
    /// The version of the protocol; both sides have to speak the same.
    public static let version: UInt16 = 1

    /// The bytes of a header.
    public static let byteCount = 20

    /// The most bytes of a head: plans and names are short.
    public static let headByteCountAtMost = 1 << 16

    /// The most bytes of a bulk: no larger file is read, and no larger picture is decoded.
    public static let bulkByteCountAtMost = 2_000_000_000

    /// What the message is.
    public var kind: MessageKind

    /// Whether the bulk is in memory that both sides share, and does not follow the head.
    public var isShared: Bool

    /// The bytes of the fields.
    public var headByteCount: Int

    /// The bytes of the file or the pixels.
    public var bulkByteCount: Int

    /// Creates a header.
    public init(kind: MessageKind, isShared: Bool, headByteCount: Int, bulkByteCount: Int) {
        self.kind = kind
        self.isShared = isShared
        self.headByteCount = headByteCount
        self.bulkByteCount = bulkByteCount
    }
}

extension FrameHeader {
    private static let signature = Array("IMGC".utf8)

    /// The header as bytes, ``byteCount`` of them.
    public var bytes: [UInt8] {
        var writer = FieldWriter()
        for byte in Self.signature { writer.put(byte) }
        writer.put(Self.version)
        writer.put(kind.rawValue)
        writer.put(UInt8(isShared ? 1 : 0))
        writer.put(UInt32(clamping: headByteCount))
        writer.put(UInt64(clamping: bulkByteCount))
        return writer.bytes
    }

    /// Reads a header.
    ///
    /// - Throws: ``ProtocolError`` where the bytes are none, or announce more than a message has.
    public init(_ bytes: [UInt8]) throws(ProtocolError) {
        var reader = FieldReader(bytes)
        for byte in Self.signature {
            guard try reader.take(UInt8.self) == byte else { throw .notAMessage }
        }
        let version = try reader.take(UInt16.self)
        guard version == Self.version else { throw .version(version) }
        guard let kind = MessageKind(rawValue: try reader.take(UInt8.self)) else {
            throw .nonsense(field: "kind")
        }
        let place = try reader.take(UInt8.self)
        guard place <= 1 else { throw .nonsense(field: "place") }
        let headByteCount = try reader.take(UInt32.self)
        guard headByteCount <= Self.headByteCountAtMost else {
            throw .tooLarge(byteCount: UInt64(headByteCount))
        }
        let bulkByteCount = try reader.take(UInt64.self)
        guard bulkByteCount <= Self.bulkByteCountAtMost else {
            throw .tooLarge(byteCount: bulkByteCount)
        }
        try reader.finish()
        self.init(
            kind: kind,
            isShared: place == 1,
            headByteCount: Int(headByteCount),
            bulkByteCount: Int(bulkByteCount)
        )
    }
}

/// What a message is.
public enum MessageKind: UInt8, Sendable, Hashable, CaseIterable {
    /// A worker says what it is, before it is asked.
    case greeting = 1

    // Requests.
    case verify = 16
    case apply = 17
    case picture = 18
    case write = 19
    case trials = 20

    // Answers.
    case decoded = 32
    case applied = 33
    case decodedPicture = 34
    case file = 35
    case triedEncodings = 36
    case failure = 37
}

/// One message: its fields, and the bytes of a file or of pixels, which are too many to copy often.
public struct CodecMessage: Sendable, Hashable {
    /// What it is.
    public var kind: MessageKind

    /// Its fields.
    public var head: [UInt8]

    /// The file, or the pixels; may be empty.
    public var bulk: [UInt8]

    /// Creates a message.
    public init(kind: MessageKind, head: [UInt8], bulk: [UInt8] = []) {
        self.kind = kind
        self.head = head
        self.bulk = bulk
    }
}
