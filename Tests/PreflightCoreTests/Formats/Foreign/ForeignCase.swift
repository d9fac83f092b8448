import PreflightCore
import Testing

/// Content, what it is called, and what a part of its cure says.
struct ForeignCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let name: String
    let cure: String?

    init(_ description: String, _ bytes: [UInt8], _ name: String, cure: String? = nil) {
        testDescription = description
        self.bytes = bytes
        self.name = name
        self.cure = cure
    }

    init(_ description: String, _ text: String, _ name: String, cure: String? = nil) {
        self.init(description, Array(text.utf8), name, cure: cure)
    }

    /// Holds what was recognised against what is expected.
    func verify(_ content: ForeignContent?) {
        #expect(content?.name == name)
        if let cure { #expect(content?.cure?.contains(cure) == true, "\(content?.cure ?? "none")") }
    }
}

extension [UInt8] {
    /// The bytes of a text in UTF-16 with a byte order mark, the low byte first.
    static func utf16(_ text: String) -> [UInt8] {
        [0xFF, 0xFE] + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    }

    /// The bytes with each of them that is no ASCII replaced.
    func replacing(high replacement: (UInt8) -> [UInt8]) -> [UInt8] {
        flatMap { $0 < 0x80 ? [$0] : replacement($0) }
    }
}
