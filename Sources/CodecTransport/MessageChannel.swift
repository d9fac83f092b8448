public import CodecProtocol

/// Sends and receives messages, one after the other.
///
/// A bulk of many bytes goes through shared memory where there is some, which saves one of two
/// copies and most of the waiting. One task at a time may use a channel.
public final class MessageChannel: Sendable {
    private let socket: Socket
    private let memory: SharedMemory?

    /// Creates a channel.
    ///
    /// - Parameters:
    ///   - socket: Carries the messages.
    ///   - memory: Carries what is large; nil for none.
    public init(socket: Socket, memory: SharedMemory?) {
        self.socket = socket
        self.memory = memory
    }
}

extension MessageChannel {
    /// Below it a socket is as fast.
    private static let sharedByteCount = 1 << 16

    /// More memory than this is not kept between messages.
    private static let keptByteCountAtMost = 1 << 25

    /// Sends a message.
    ///
    /// - Parameters:
    ///   - message: The message.
    ///   - deadline: When to give up; nil for never.
    /// - Throws: ``TransportError``, after which the channel is of no more use.
    public func send(
        _ message: CodecMessage,
        by deadline: Deadline? = nil
    ) throws(TransportError) {
        let isLarge = message.bulk.count >= Self.sharedByteCount
        let isShared = isLarge && memory?.write(message.bulk) == true
        let header = FrameHeader(
            kind: message.kind,
            isShared: isShared,
            headByteCount: message.head.count,
            bulkByteCount: message.bulk.count
        )
        try socket.send(header.bytes + message.head, by: deadline)
        if !isShared { try socket.send(message.bulk, by: deadline) }
    }

    /// Receives a message.
    ///
    /// - Parameters:
    ///   - byteCount: The most bytes of its bulk.
    ///   - deadline: When to give up; nil for never.
    /// - Returns: The message.
    /// - Throws: ``TransportError``, after which the channel is of no more use.
    public func receive(
        upTo byteCount: Int = FrameHeader.bulkByteCountAtMost,
        by deadline: Deadline? = nil
    ) throws(TransportError) -> CodecMessage {
        let header: FrameHeader
        let bytes = try socket.receive(FrameHeader.byteCount, by: deadline)
        do throws(ProtocolError) {
            header = try FrameHeader(bytes)
        } catch {
            throw .malformed(error)
        }
        guard header.bulkByteCount <= byteCount else {
            throw .malformed(.tooLarge(byteCount: UInt64(header.bulkByteCount)))
        }
        let head = try socket.receive(header.headByteCount, by: deadline)
        return CodecMessage(
            kind: header.kind,
            head: head,
            bulk: try bulk(announcedBy: header, by: deadline)
        )
    }

    /// Waits until a message begins.
    ///
    /// - Returns: Whether one does, or the other side is gone, which ``receive(upTo:by:)`` tells.
    public func isReady(by deadline: Deadline) throws(TransportError) -> Bool {
        do throws(TransportError) {
            try socket.waitForBytes(by: deadline)
            return true
        } catch .late {
            return false
        }
    }

    private func bulk(
        announcedBy header: FrameHeader,
        by deadline: Deadline?
    ) throws(TransportError) -> [UInt8] {
        guard header.isShared else {
            return try socket.receive(header.bulkByteCount, by: deadline)
        }
        guard let memory else { throw .malformed(.nonsense(field: "place")) }
        return try memory.read(header.bulkByteCount)
    }

    /// Gives back memory that a large message took.
    public func trim(after byteCount: Int) {
        if byteCount > Self.keptByteCountAtMost { memory?.empty() }
    }
}
