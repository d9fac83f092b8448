/// Why a text is not base64.
///
/// The wording is for people and may change; programs compare the cases.
package enum Base64Error: Error, Sendable, Hashable {
    /// A character that is not of the alphabet; `byte` is nil where it is not ASCII either.
    case foreignCharacter(UInt8?, offset: Int)
    /// Padding before the end of the last group, or text after it.
    case misplacedPadding(offset: Int)
    /// The text ends within a group of four: it was cut, or its padding was left off.
    case incompleteGroup(offset: Int)
    /// Bits that stand for nothing are set, as no encoder sets them.
    case unusedBits(offset: Int)
}

extension Base64Error {
    /// The first byte, from 0, that does not fit; the text's length where it ends too early.
    package var offset: Int {
        switch self {
        case .foreignCharacter(_, let offset), .misplacedPadding(let offset),
            .incompleteGroup(let offset), .unusedBits(let offset):
            offset
        }
    }

    /// The same mistake in a longer text, which `byteCount` bytes begin.
    func moved(by byteCount: Int) -> Base64Error {
        switch self {
        case .foreignCharacter(let byte, let offset):
            .foreignCharacter(byte, offset: offset + byteCount)
        case .misplacedPadding(let offset): .misplacedPadding(offset: offset + byteCount)
        case .incompleteGroup(let offset): .incompleteGroup(offset: offset + byteCount)
        case .unusedBits(let offset): .unusedBits(offset: offset + byteCount)
        }
    }
}

extension Base64Error: CustomStringConvertible {
    /// One clause for a sentence that begins with "the base64 cannot be read:".
    package var description: String {
        switch self {
        case .foreignCharacter(let byte, let offset): "\(Self.name(of: byte)) at byte \(offset)"
        case .misplacedPadding(let offset): "padding before the end at byte \(offset)"
        case .incompleteGroup(let offset): "no whole group of four before byte \(offset)"
        case .unusedBits(let offset): "unused bits are set at byte \(offset)"
        }
    }

    private static func name(of byte: UInt8?) -> String {
        switch byte {
        case nil: "a character outside ASCII"
        case UInt8(ascii: " "): "a space"
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"): "a line break"
        case UInt8(ascii: "-"), UInt8(ascii: "_"): "a character of the URL-safe alphabet"
        case .some(0x21..<0x7F): "a character outside the alphabet"
        case .some: "a control character"
        }
    }
}
