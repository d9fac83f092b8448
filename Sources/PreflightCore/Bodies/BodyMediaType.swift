/// Where a body declares the media type of an image, and how another is written there.
package struct BodyMediaType: Sendable, Hashable {
    /// The media type as declared, escapes resolved and without parameters; empty where none is.
    package var declared: String

    /// The bytes that another media type replaces: the text between quotation marks or within a
    /// data URL, a value that is no string, or none where the declaration is missing.
    package var range: Range<Int>

    /// What has to stand around a media type that is written there.
    var surroundings = Surroundings.none

    /// Whether it is written as a format's name, `png` and not `image/png`.
    var isFormatName = false

    /// What has to stand around a media type that is written into a body.
    enum Surroundings: Sendable, Hashable {
        /// Nothing: quotation marks or the parts of a data URL are there.
        case none
        /// Quotation marks.
        case quotationMarks
        /// The rest of a member of this name, before others.
        case member(String)
    }
}

extension BodyMediaType {
    /// The text that declares `mediaType` in ``range``, before it is escaped once more.
    func spelling(_ mediaType: String) -> String {
        let isImage = isFormatName && mediaType.hasPrefix("image/")
        let name = isImage ? String(mediaType.dropFirst("image/".count)) : mediaType
        let text = ChatCompletionLayout.jsonEscaped(name)
        return switch surroundings {
        case .none: text
        case .quotationMarks: "\"\(text)\""
        case .member(let member): "\"\(member)\":\"\(text)\","
        }
    }
}
