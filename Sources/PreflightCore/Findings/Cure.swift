/// What a person does about a finding or a refusal.
///
/// Only values: which option or argument allows a cure, a program knows that has options.
public enum Cure: Sendable, Hashable {
    /// What imgcheck itself can do.
    case apply(Remedy)
    /// Give the file the name extension of what it is.
    case rename(fileNameExtension: String)
    /// Declare the media type of the bytes.
    case declare(mediaType: String)
    /// Get the file again from where it came from.
    case getAgain
    /// Export the picture again from another program.
    case exportAgain
    /// Encode the image again from its file.
    case encodeAgain
    /// Read the file once it is at rest.
    case tryAgain
    /// Send the frames that matter as images of their own.
    case sendFrames
    /// Send a larger original.
    case sendLargerOriginal
    /// Send fewer images, or smaller ones.
    case sendLess
    /// Send the request to another model.
    case useOtherModel
    /// Send the request to the model of this name.
    case useModel(String)
    /// Scale the picture down where it was made.
    case scaleElsewhere
    /// Shorten the text of the request.
    case shortenText
    /// Put the image into the body in place of its address.
    case embed
    /// Move the image into a user message.
    case moveToUserMessage
    /// Write the part, or the body, in another dialect.
    case changeDialect
    /// Raise the limit on the pixels that are decoded.
    case raisePixelGuard
    /// Allow the run more time.
    case allowMoreTime
    /// Allow more to be lost.
    case allowLoss(Loss)
    /// Allow the picture to be scaled down.
    case allowResize(ResizePolicy)
    /// Allow the picture to be cut into tiles.
    case allowTiling
    /// Allow several requests.
    case allowSplit
    /// Allow more bytes.
    case allowMoreBytes
    /// Raise the number of bytes that somebody asked to stay within.
    case raiseBudget
    /// Make every image a request of its own.
    case sendEachAlone
    /// Put the images into several requests.
    case sendInSeveral
    /// Have pictures made so small or coarse that they are hard to read.
    case squeeze
    /// Pass by images that are only addresses.
    case passByAddresses
    /// Judge every image as a request of its own.
    case judgeEachAlone
    /// List every image in a report.
    case listEveryImage
    /// Ask for the images of a directory instead of the directory.
    case walkDirectory
    /// An act that is known only where the fact is, as a clause.
    case act(String)
    /// Any one of several.
    case either([Cure])
}

extension Cure {
    /// The cure as a clause without a full stop.
    ///
    /// - Parameter words: The terms of a program; what it has no words for is worded neutrally.
    /// - Returns: The clause.
    public func phrase(in words: CureWords = .neutral) -> String {
        if let phrase = words.phrase(self) { return phrase }
        return switch self {
        case .apply(let remedy): remedy.phrase
        case .rename(let ending): "rename it to .\(ending)"
        case .declare(let mediaType): "declare \(mediaType)"
        case .useModel(let name): "send it to \(name)"
        case .act(let clause): clause
        case .either: .list(alternatives.map { $0.phrase(in: words) }, joinedBy: "or")
        case .allowLoss(let loss): "allow \(loss.rawValue) to be lost"
        case .allowResize(.target): "scale it down all the same to what the model looks at"
        case .allowResize: "allow it to be scaled down"
        default: plainPhrase
        }
    }

    /// The cures any one of which will do.
    private var alternatives: [Cure] {
        if case .either(let cures) = self { cures.flatMap(\.alternatives) } else { [self] }
    }

    /// The clause of a cure that has no parts.
    private var plainPhrase: String {
        switch self {
        case .getAgain: "get it again from its origin"
        case .exportAgain: "export it again from another program"
        case .encodeAgain: "encode it again from its file"
        case .tryAgain: "try again"
        case .sendFrames: "send its frames as images of their own"
        case .sendLargerOriginal: "send a larger original, enlarging does not help"
        case .sendLess: "send fewer images, or smaller ones"
        case .useOtherModel: "send it to another model"
        case .scaleElsewhere: "scale it down where it was made"
        case .shortenText: "shorten the text"
        case .embed: "embed the image"
        case .moveToUserMessage: "move it into a user message"
        case .changeDialect: "write it in another dialect"
        case .raisePixelGuard: "raise the limit on decoded pixels"
        case .allowMoreTime: "allow the run more time"
        case .allowTiling: "cut it into tiles"
        case .allowSplit: "allow several requests"
        case .allowMoreBytes: "allow more bytes"
        case .raiseBudget: "allow more bytes"
        case .sendEachAlone: "send each in a request of its own"
        case .sendInSeveral: "put them into several requests"
        case .squeeze: "accept that they are hard to read"
        case .passByAddresses: "pass addresses by"
        case .judgeEachAlone: "judge each image alone"
        case .listEveryImage: "list every image"
        case .walkDirectory: "name the files in it"
        default: ""
        }
    }
}

extension Remedy {
    /// The remedy as an act.
    fileprivate var phrase: String {
        switch self {
        case .convert: "convert it"
        case .retype: "declare the media type of the bytes"
        case .reencodeBase64: "write the same bytes anew"
        case .firstFrame: "keep the first frame"
        case .reencode: "write it anew"
        case .downscale: "scale it down"
        case .upright: "turn the pixels and drop the tag"
        case .convertToSRGB: "convert it to sRGB"
        case .stripMetadata: "strip the metadata"
        case .flatten: "put it on a background of your own"
        case .fitBytes: "encode it in fewer bytes"
        case .split: "split the request"
        }
    }
}

/// How a program words cures in its own terms.
public struct CureWords: Sendable {
    /// The clause for a cure; nil where the neutral one will do.
    public var phrase: @Sendable (Cure) -> String?

    /// Creates words.
    public init(_ phrase: @escaping @Sendable (Cure) -> String?) {
        self.phrase = phrase
    }

    /// No terms of one's own.
    public static let neutral = CureWords { _ in nil }
}
