public import PreflightCore

extension Preflight {
    /// Makes images acceptable to the model, losing as little as possible, and judges what came of it
    /// by the same rules.
    ///
    /// No file is written. An image that needs nothing is handed back byte for byte.
    ///
    /// - Parameters:
    ///   - inputs: The images, in the order of the request.
    ///   - planOptions: What may be done to them.
    /// - Throws: `CancellationError` where the task was cancelled.
    public func prepare(
        _ inputs: [ImageInput], options planOptions: PlanOptions = PlanOptions()
    ) async throws(CancellationError) -> Prepared {
        var images: [PreparedImage] = []
        let report = try await normalise(inputs, options: planOptions) { image in
            guard let output = image.output, let report = OutputReport(on: image) else { return .none }
            images.append(
                PreparedImage(source: image.input.source, bytes: output.bytes, facts: output.facts))
            return .output(report)
        }
        return Prepared(report: report, images: images)
    }
}
