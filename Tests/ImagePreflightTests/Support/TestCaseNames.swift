import Foundation
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

/// The names of the test cases in a JUnit document, read by an XML parser.
final class TestCaseNames: NSObject, XMLParserDelegate {
    private(set) var names: [String] = []

    init(in document: String) throws {
        super.init()
        let parser = XMLParser(data: Data(document.utf8))
        parser.delegate = self
        try #require(parser.parse(), "\(String(describing: parser.parserError))")
    }

    func parser(
        _ parser: XMLParser,
        didStartElement element: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String]
    ) {
        if element == "testcase" { names.append(attributes["name"] ?? "") }
    }
}
