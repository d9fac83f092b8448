/// Why a remedy is not applied to an image that asks for it.
public enum Obstacle: Error, Sendable, Hashable {
    /// The pixels cannot be had.
    case unreadable
    /// No format that the model takes can be written from a file of this one.
    case writing(ImageFormat)
    /// All frames of an animation in this format would have to be written.
    case writingFrames(ImageFormat)
    /// The frames of an animation lie one below the other while they are changed, and cannot be
    /// turned so.
    case turningFrames
    /// Bytes are saved on stills only.
    case shrinkingFrames
    /// All frames would have to be written, for a warning only: it takes long, and a model that
    /// looks at the first frame gains nothing.
    case sparingFrames
    /// Frames would go although the model takes the file.
    case keepingFrames
    /// The policy leaves the size as it is.
    case resizing(ResizePolicy)
    /// Less may be lost than this, which the remedy costs.
    case losing(Loss)
    /// The smaller picture takes more bytes.
    case growing
    /// The file cannot be edited, and writing it anew is not possible within the options.
    case editing
}

extension Obstacle {
    /// What stands in the way, as a clause without a full stop.
    var clause: String {
        switch self {
        case .unreadable:
            "imgcheck cannot read its pixels"
        case .writing(let format):
            "imgcheck cannot write what a \(format.displayName) holds in a format that the model "
                + "takes"
        case .writingFrames(let format):
            "imgcheck cannot write the frames of an animated \(format.displayName) in a format "
                + "that the model takes"
        case .turningFrames:
            "imgcheck cannot turn the frames of an animation"
        case .shrinkingFrames:
            "imgcheck cannot write the frames of an animation in fewer bytes"
        case .sparingFrames:
            "imgcheck writes the frames of an animation anew only where the model refuses the file"
        case .keepingFrames:
            "imgcheck drops frames only where the model refuses animations"
        case .resizing(let policy):
            "the resize policy “\(policy.rawValue)” scales it down no further"
        case .losing(let loss):
            "its cure costs \(loss.rawValue), more than may be lost"
        case .growing:
            "scaled down, the picture takes more bytes"
        case .editing:
            "the file cannot be mended as it is built, and written anew it would lose too much or "
                + "become larger"
        }
    }

    /// What to do instead.
    var cure: Cure {
        switch self {
        case .unreadable, .writing, .editing: .exportAgain
        case .writingFrames, .turningFrames, .shrinkingFrames, .sparingFrames, .keepingFrames:
            .sendFrames
        case .resizing, .growing: .allowResize(.target)
        case .losing(let loss): .allowLoss(loss)
        }
    }
}

/// Why an image, or what was made of all of them, cannot be made acceptable.
public struct PlanRefusal: Error, Sendable, Hashable {
    /// What stands in the way, and what would help; without the image's name.
    public var message: Message

    /// Creates a refusal.
    public init(_ message: Message) {
        self.message = message
    }
}

extension PlanRefusal: CustomStringConvertible {
    /// One sentence, in neutral words.
    public var description: String { message.description }
}
