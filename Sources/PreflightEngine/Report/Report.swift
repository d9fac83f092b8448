public import PreflightCore

/// What is to be said of a request's images under one model's table.
public struct Report: Sendable, Equatable {
    /// What judged.
    public var tool: ToolReport

    /// Whose rules were applied.
    public var model: ModelReport

    /// How far the images were read.
    public var mode: Preflight.Options.Mode

    /// The worst verdict of the images and of the request's own findings.
    public var verdict: Verdict

    /// The request as a whole.
    public var request: RequestReport

    /// The images, in the order of the inputs.
    public var images: [ImageReport]

    /// The requests that the images were put into; empty where there are none.
    public var requests: [RequestReceipt] = []
}
