/// Why the bytes of an image cannot be had from a body.
///
/// The wording is for people and may change; programs compare the cases. Offsets count the body's
/// bytes from 0.
package enum BodyImageError: Error, Sendable, Hashable {
    /// The base64 is malformed.
    case malformedBase64(Base64Error)
    /// The part does not say where its image is; `offset` is where the part begins.
    case noImage(offset: Int, PartFault? = nil)
    /// The part looks like an image, but has no `type`; `offset` is where the part begins.
    case noType(offset: Int)
    /// The part is not an element of an array, as content parts are; `offset` is where it begins.
    case lonePart(offset: Int)
    /// An address that is neither a data URL nor one of the web; `offset` is where it begins.
    case unknownAddress(offset: Int)
    /// A data URL that does not say `;base64,`; `offset` is where it begins.
    case dataURLWithoutBase64(offset: Int)
    /// Something else stands where the base64 should; what it is, as a noun phrase, and what to do
    /// about it, as a clause, where that is known; `offset` is where it begins.
    case noBase64(String, cure: String?, offset: Int)
    /// The image is not in the body, but under an address.
    case remote
    /// The image is not in the body, but was uploaded, and a file identifier stands for it.
    case uploaded
    /// The image stands where no dialect has one.
    case unclaimed(UnclaimedImage)
}

extension BodyImageError {
    /// The byte of the body, from 0, that shows the mistake; nil where there is none.
    package var offset: Int? {
        switch self {
        case .malformedBase64(let error): error.offset
        case .noImage(let offset, _), .noType(let offset), .lonePart(let offset),
            .unknownAddress(let offset), .dataURLWithoutBase64(let offset),
            .noBase64(_, _, let offset):
            offset
        case .remote, .uploaded, .unclaimed: nil
        }
    }

    /// What is to be done about it.
    package var cure: Cure {
        switch self {
        case .noType: .act("name its type, “image_url” or “image”")
        case .lonePart: .act("put it into an array")
        case .noImage(_, let fault?): .act("write \(fault.expected) there")
        case .noBase64(_, let cure?, _): .act(cure)
        default: .encodeAgain
        }
    }

    /// Whether the image is there and only its part is not built as it has to be, so that leaving it
    /// out would lose a good one.
    package var leavesImageWhole: Bool {
        switch self {
        case .noType, .lonePart: true
        default: false
        }
    }

    /// Whether the part stands where an array of parts should.
    var isOfLonePart: Bool {
        guard case .lonePart = self else { return false }
        return true
    }
}

extension BodyImageError: CustomStringConvertible {
    /// One clause for a sentence that begins with "the image cannot be read:".
    package var description: String {
        switch self {
        case .malformedBase64(let error): "its base64 is malformed: \(error)"
        case .noImage(_, let fault): fault?.description ?? "its part holds no image"
        case .noType: "its part has no “type”"
        case .lonePart: "its part is not in an array of parts"
        case .unknownAddress:
            "what stands for it is neither a data URL nor an address of the web"
        case .dataURLWithoutBase64: "its data URL has no “;base64,”"
        case .noBase64(let name, _, _): "it is \(name), not base64"
        case .remote, .uploaded: "it is not in the body"
        case .unclaimed(let image): image.description
        }
    }
}
