internal import PreflightCore

/// HTML made of elements and of text that is always escaped: nothing from outside becomes markup.
///
/// Names of elements and attributes are literals of this program. Values stand in double quotes.
struct Markup: Sendable {
    /// The source, as a browser reads it.
    private(set) var source: String

    private init(source: String) { self.source = source }

    /// Nothing.
    static let nothing = Markup(source: "")

    /// Text, neutralised and escaped.
    static func text(_ text: String) -> Markup { Markup(source: text.xmlEscaped) }

    /// An element with its content, on lines of its own where it holds other elements.
    ///
    /// - Parameters:
    ///   - name: Its name.
    ///   - attributes: Names with values; one whose value is nil is left out.
    ///   - content: What is in it.
    /// - Returns: The element.
    static func element(
        _ name: StaticString,
        _ attributes: Attributes = [:],
        _ content: Markup...
    ) -> Markup {
        element(name, attributes, content)
    }

    /// An element with its content.
    static func element(
        _ name: StaticString,
        _ attributes: Attributes = [:],
        _ content: [Markup]
    ) -> Markup {
        let inner = content.map(\.source).joined()
        return Markup(source: "\(tag(name, attributes))\(inner)</\(name)>")
    }

    /// An element that holds text.
    static func element(
        _ name: StaticString,
        _ attributes: Attributes = [:],
        text: String
    ) -> Markup {
        element(name, attributes, .text(text))
    }

    /// An element that has no content and no end tag.
    static func void(_ name: StaticString, _ attributes: Attributes) -> Markup {
        Markup(source: tag(name, attributes))
    }

    /// A part of this program as it stands in `style` or `script`, whose content is not escaped.
    static func verbatim(_ name: StaticString, _ program: EmbeddedText) -> Markup {
        Markup(source: "<\(name)>\(program.text)</\(name)>")
    }

    /// The parts on a line each.
    static func lines(_ parts: [Markup]) -> Markup {
        Markup(source: parts.map { $0.source.isEmpty ? "" : $0.source + "\n" }.joined())
    }

    /// Names with values; nil leaves the attribute out.
    typealias Attributes = KeyValuePairs<StaticString, String?>

    private static func tag(_ name: StaticString, _ attributes: Attributes) -> String {
        let list = attributes.compactMap { name, value in
            value.map { " \(name)=\"\($0.xmlEscaped)\"" }
        }
        return "<\(name)\(list.joined())>"
    }
}

/// A file beside this one that is part of every page.
struct EmbeddedText {
    /// The content.
    let text: String

    /// How a page is looked at.
    static let styleSheet = EmbeddedText(PackageResources.report_css)

    /// How its images are filtered.
    static let script = EmbeddedText(PackageResources.report_js)

    private init(_ bytes: [UInt8]) { text = String(decoding: bytes, as: UTF8.self) }

    /// What a Content-Security-Policy calls exactly this text (CSP Level 3, section 2.3.1).
    var policySource: String {
        let digest = Base64.encode(SHA256.digest(of: Array(text.utf8)))
        return "'sha256-\(String(decoding: digest, as: UTF8.self))'"
    }
}
