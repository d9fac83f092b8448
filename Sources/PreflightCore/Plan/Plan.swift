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
    public var keepsFirstFrameOnly: Bool { droppedFromFrameCount != nil }

    /// How many frames an animation has whose later ones are dropped; nil where none is.
    package var droppedFromFrameCount: Int? {
        for case .firstFrame(of: let frameCount) in steps { return frameCount }
        return nil
    }

    /// Whether the picture is cut into tiles, each of which is small enough.
    package var isTiling: Bool {
        steps.contains { if case .tile = $0 { true } else { false } }
    }

    /// Whether pixels that are missing are made up.
    public var fillsMissingPixels: Bool {
        steps.contains { if case .fillMissing = $0 { true } else { false } }
    }

    /// What the file is to say of pixels that were made up, if anything.
    package var damageNote: String? {
        for case .noteDamage(let madeUp) in steps { return madeUp }
        return nil
    }

    /// Whether a remedy is among what is done.
    public func applies(_ remedy: Remedy) -> Bool {
        switch remedy {
        case .firstFrame: keepsFirstFrameOnly
        case .reencode: encoding != nil || steps.contains(.trim) || steps.contains(.repair)
        case .downscale: downscaledSize != nil || isTiling
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

extension Plan {
    /// Applies a plan that leaves the pixels alone: any of ``Step/firstFrame(of:)``,
    /// ``Step/stripMetadata``, ``Step/trim`` and ``Step/repair``.
    ///
    /// The new file always ends with its end marker, has no flaw that an edit can mend, and shows the
    /// same picture in the same orientation. A second application changes nothing. Takes time linear in the file's length
    /// and never traps, whatever the bytes.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - format: Its format by content.
    /// - Returns: The new file, or nil where a step needs the pixels, or the file does not allow
    ///   the edit: the picture has to be written anew then. ``Step/fitBytes(_:)`` is left to the
    ///   caller.
    public func edited(_ bytes: [UInt8], as format: ImageFormat) -> [UInt8]? {
        FileEdit(self)?.applied(to: bytes, as: format)
    }
}
