/// Where a body declares the media type of an image, and how another is written there.
package struct BodyMediaType: Sendable, Hashable {
    /// The media type as declared, escapes resolved and without parameters; empty where none is.
    package var declared: String

    /// The bytes that another media type replaces: the text between quotation marks or within a
    /// data URL, a value that is no string, or none where the declaration is missing.
    package var range: Range<Int>

    /// What has to stand around a media type that is written there.
    var surroundings = Surroundings.none

    /// What has to stand around a media type that is written into a body.
    enum Surroundings: Sendable, Hashable {
        /// Nothing: quotation marks or the parts of a data URL are there.
        case none
        /// Quotation marks.
        case quotationMarks
        /// The rest of a member before others.
        case member
    }
}

extension BodyMediaType {
    /// The bytes that declare `mediaType` in ``range``.
    func spelling(_ mediaType: String) -> [UInt8] {
        let text = ChatCompletionLayout.jsonEscaped(mediaType)
        return switch surroundings {
        case .none: Array(text.utf8)
        case .quotationMarks: Array("\"\(text)\"".utf8)
        case .member: Array("\"media_type\":\"\(text)\",".utf8)
        }
    }
}
