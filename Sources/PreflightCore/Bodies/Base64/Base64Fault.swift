/// What is unusual about base64 that can be read all the same.
package enum Base64Fault: String, Sendable, Hashable, CaseIterable {
    /// White space or line breaks.
    case whiteSpace
    /// Padding that is missing, or more than there should be.
    case padding
    /// Set bits that stand for nothing.
    case unusedBits
    /// `-` and `_` for `+` and `/` (RFC 4648, section 5).
    case urlSafeAlphabet
    /// `%2B` and its like (RFC 3986, section 2.1).
    case percentEscapes
    /// Spaces where the decoding of a form's fields left them of `+`.
    case plusSigns
    /// A data URL without its `data:…;base64,`.
    case missingPrefix
    /// A data URL that does not say `;base64`.
    case missingBase64Mark
    /// A data URL where bare base64 belongs, or inside another one.
    case superfluousPrefix
    /// A data URL where only an address belongs.
    case dataURLForAddress
    /// Parameters of the media type beside `base64`.
    case parameters
    /// Capital letters in the scheme or the parameter, or white space around it.
    case oddPrefix
    /// Python's `b'…'`, or other quotation marks.
    case quotationMarks
    /// Base64 of base64.
    case encodedTwice
}

extension Base64Fault: CustomStringConvertible {
    /// A noun phrase for a sentence that begins with "the base64 is spelled with".
    package var description: String {
        switch self {
        case .whiteSpace: "white space or line breaks"
        case .padding: "wrong padding"
        case .unusedBits: "unused bits that are set"
        case .urlSafeAlphabet: "the URL-safe alphabet"
        case .percentEscapes: "percent escapes"
        case .plusSigns: "spaces in the place of plus signs"
        case .missingPrefix: "no “data:…;base64,” before it"
        case .missingBase64Mark: "no “;base64” before it"
        case .superfluousPrefix: "a “data:” prefix too many"
        case .dataURLForAddress: "a data URL in the place of an address"
        case .parameters: "parameters beside the media type"
        case .oddPrefix: "an unusual “data:…;base64,” before it"
        case .quotationMarks: "quotation marks around it, as a program prints bytes"
        case .encodedTwice: "base64 of base64"
        }
    }
}
