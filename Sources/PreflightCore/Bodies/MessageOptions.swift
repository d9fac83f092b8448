/// What stands in a request beside the images.
public struct MessageOptions: Sendable, Hashable {
    /// The text that the images are about; empty for none.
    public var prompt: String

    /// The system message; nil for none.
    public var system: String?

    /// How closely the model looks (`low`, `high`, `auto`); nil to leave that to the provider.
    public var detail: String?

    /// The most tokens of the answer; nil to leave that to the provider.
    public var maxTokens: Int?

    /// A text before each image; nil for none.
    ///
    /// In it `{n}` is the image's number from 1 among those that are sent, and `{name}` its file
    /// name, without the folders: what they are called is not the provider's business.
    public var label: String?

    /// Creates options; what is not given is left out of the request.
    public init(
        prompt: String = "",
        system: String? = nil,
        detail: String? = nil,
        maxTokens: Int? = nil,
        label: String? = nil
    ) {
        self.prompt = prompt
        self.system = system
        self.detail = detail
        self.maxTokens = maxTokens
        self.label = label
    }

    /// The label of one image.
    ///
    /// - Parameters:
    ///   - number: The image's number, from 1, among the images that are sent.
    ///   - name: The image's name or path, of which only the last part is used.
    /// - Returns: The label with its places filled in, or nil where images have none.
    public func label(number: Int, name: String) -> String? {
        let fileName = name.split(separator: "/").last.map(String.init) ?? name
        return label?.replacing("{n}", with: String(number)).replacing("{name}", with: fileName)
    }
}
