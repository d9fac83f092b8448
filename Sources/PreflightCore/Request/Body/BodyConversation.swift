/// What a request's object says, and the requests that it wraps.
struct BodyConversation {
    /// The model that is named.
    var model: String?

    /// The images of the messages; nil where there are no messages.
    var images: [BodyImage]?

    /// The requests in the members `body` and `params`, as batches have them.
    var wrapped: [BodyName: BodyConversation] = [:]
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
}
