/// What a request's object says, and the requests that it wraps.
struct BodyConversation {
    /// The model that is named.
    var model: String?

    /// The images of the messages; nil where there are no messages.
    var images: [BodyImage]?

    /// What the object would be as a message itself, as a line of a transcript is one.
    var own: BodyMessage

    /// The message in the member `message`, as transcripts have it.
    var message: BodyMessage?

    /// The requests in the members `body` and `params`, as batches have them.
    var wrapped: [BodyName: BodyConversation] = [:]

    /// Creates a request without a member so far; `start` is the offset of its brace.
    init(start: Int) { own = BodyMessage(start: start) }
}

extension BodyConversation {
    /// The request itself and those that it wraps.
    private var all: [BodyConversation] { [self] + [.body, .params].compactMap { wrapped[$0] } }

    /// The model of the wrapped request, or else the request's own.
    var innerModel: String? { all.last { $0.model != nil }?.model }

    /// Whether there are messages.
    var hasMessages: Bool { all.contains { $0.images != nil } }

    /// The images of all messages.
    var allImages: [BodyImage] { all.flatMap { $0.images ?? [] } }

    /// The message that the object records; nil where it is none.
    var recorded: BodyMessage? { [message, own].compactMap(\.self).first(where: \.isWhole) }
}

/// One message of a conversation.
struct BodyMessage {
    /// Whether it says who speaks.
    var hasRole = false

    /// The images of its content; nil where there is no content.
    var images: [BodyImage]?

    /// The bytes of the object, braces included.
    var range: Range<Int>

    /// Creates a message without a member so far; `start` is the offset of its brace.
    init(start: Int) { range = start..<start }
}

extension BodyMessage {
    /// Whether it has what every message has.
    var isWhole: Bool { hasRole && images != nil }
}
