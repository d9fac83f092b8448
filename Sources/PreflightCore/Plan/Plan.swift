/// What is to be done to an image, in order; a value that can be printed, compared and applied.
///
/// A plan that writes the picture anew ends in ``Step/encode(_:)``, which ``Step/fitBytes(_:)`` may
/// follow. One without it edits the file and leaves its pixels alone. An empty plan is no change.
public struct Plan: Sendable, Hashable {
    /// The steps, in the order in which they are applied.
    public var steps: [Step]

    /// Creates a plan from steps in their order.
    public init(_ steps: [Step] = []) {
        self.steps = steps
    }
}

extension Plan {
    /// Whether nothing is to be done.
    public var isEmpty: Bool { steps.isEmpty }

    /// The most that a step takes from the picture.
    public var loss: Loss { steps.map(\.loss).max() ?? .none }

    /// How the picture is written; nil for a plan that only edits the file.
    public var encoding: Encoding? {
        for case .encode(let encoding) in steps { return encoding }
        return nil
    }

    /// The displayed size that the picture is scaled down to, in pixels, if it is.
    public var downscaledSize: PixelSize? {
        for case .downscale(let size) in steps { return size }
        return nil
    }

    /// The orientation that the picture is turned upright from, if it is.
    public var orientation: Orientation? {
        for case .upright(let orientation) in steps { return orientation }
        return nil
    }

    /// Whether the later frames of an animation are dropped.
    public var keepsFirstFrameOnly: Bool {
        steps.contains { if case .firstFrame = $0 { true } else { false } }
    }

    /// Whether a remedy is among what is done.
    public func applies(_ remedy: Remedy) -> Bool {
        switch remedy {
        case .firstFrame: keepsFirstFrameOnly
        case .reencode: encoding != nil || steps.contains(.trim) || steps.contains(.repair)
        case .downscale: downscaledSize != nil
        case .upright: orientation != nil
        case .convertToSRGB: steps.contains(.convertToSRGB)
        case .stripMetadata: steps.contains(.stripMetadata)
        case .flatten: steps.contains { if case .flatten = $0 { true } else { false } }
        case .fitBytes: steps.contains { if case .fitBytes = $0 { true } else { false } }
        case .convert: encoding != nil
        case .retype, .reencodeBase64, .split: false
        }
    }

    /// What takes bytes from a file without touching its pixels.
    package static let trimming = Plan([.stripMetadata, .trim])

    /// The plan followed by ``trimming``, each of its steps once.
    package var trimmed: Plan {
        Plan(steps.filter { !Self.trimming.steps.contains($0) } + Self.trimming.steps)
    }
}
