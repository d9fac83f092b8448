/// What a worker says of itself before it is asked.
public struct WorkerGreeting: Sendable, Hashable {
    /// The version of the program.
    public var version: String

    /// The version of the decoder, for libvips as `major.minor.micro`.
    public var codecVersion: String

    /// The decoder's loaders that can see bytes, by name.
    public var openLoaders: [String]

    /// The decoder's loaders that are blocked, by name.
    public var blockedLoaders: [String]

    /// What the worker is locked in with, and what it lacks.
    public var layers: [Layer]

    /// One kind of lock.
    public struct Layer: Sendable, Hashable {
        /// Its name, for people.
        public var name: String

        /// Why it is not in force; empty where it is.
        public var failure: String

        /// Creates a layer.
        public init(name: String, failure: String) {
            self.name = name
            self.failure = failure
        }
    }

    /// Creates a greeting.
    public init(
        version: String,
        codecVersion: String,
        openLoaders: [String] = [],
        blockedLoaders: [String] = [],
        layers: [Layer] = []
    ) {
        self.version = version
        self.codecVersion = codecVersion
        self.openLoaders = openLoaders
        self.blockedLoaders = blockedLoaders
        self.layers = layers
    }
}

extension WorkerGreeting {
    /// The greeting as a message.
    public var message: CodecMessage {
        var head = FieldWriter()
        head.put(version)
        head.put(codecVersion)
        head.put(openLoaders)
        head.put(blockedLoaders)
        head.put(layers)
        return CodecMessage(kind: .greeting, head: head.bytes)
    }

    /// Reads a greeting.
    ///
    /// - Throws: ``ProtocolError`` where the message is none.
    public init(_ message: CodecMessage) throws(ProtocolError) {
        guard message.kind == .greeting, message.bulk.isEmpty else {
            throw .nonsense(field: "kind")
        }
        var head = FieldReader(message.head)
        self.init(
            version: try head.take(String.self),
            codecVersion: try head.take(String.self),
            openLoaders: try head.takeList(of: String.self),
            blockedLoaders: try head.takeList(of: String.self),
            layers: try head.takeList(of: Layer.self)
        )
        try head.finish()
    }
}

extension WorkerGreeting.Layer: FieldCodable {
    init(from reader: inout FieldReader) throws(ProtocolError) {
        self.init(name: try reader.take(String.self), failure: try reader.take(String.self))
    }

    func write(to writer: inout FieldWriter) {
        writer.put(name)
        writer.put(failure)
    }
}
