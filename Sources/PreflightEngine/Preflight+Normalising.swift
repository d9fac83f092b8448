internal import FileSystem
package import PreflightCore

extension Preflight {
    /// Normalises inputs as one request, or each as its own where the options say so, and hands the
    /// results over in order.
    ///
    /// No more than ``Options/jobCount`` images are worked on at a time, and no more than as many
    /// again are in memory, normalised and not yet taken.
    ///
    /// - Parameters:
    ///   - inputs: The images, in the order of the request.
    ///   - planOptions: What may be done to them.
    ///   - byteCountAtMost: The most bytes of one image's file; nil for what the table says.
    ///   - take: Is given what came of each input, and returns what stands in the report of it.
    /// - Returns: The report on the inputs as they were, with plans and outputs.
    /// - Throws: `CancellationError` where the task was cancelled.
    package func normalise(
        _ inputs: [ImageInput],
        options planOptions: PlanOptions,
        byteCountAtMost: Int? = nil,
        take: (NormalisingOutcome) async -> ImageReport
    ) async throws(CancellationError) -> Report {
        let normaliser = Normaliser(
            self,
            options: planOptions,
            imageCount: options.judgesEach ? 1 : inputs.count,
            judgesEach: options.judgesEach,
            byteCountAtMost: byteCountAtMost
        )
        var images: [ImageReport] = []
        var byteCount = 0
        try await OrderedWork.run(
            on: inputs,
            jobCount: options.jobCount,
            waitingAtMost: options.jobCount,
            normaliser.normalise
        ) { outcome in
            let image = await take(outcome)
            images.append(image)
            byteCount += image.facts?.byteCount ?? 0
            progress?(.read(imageCount: images.count, of: inputs.count, byteCount: byteCount))
        }
        return report(on: images)
    }

    /// The report on images of which all is known.
    package func report(on images: [ImageReport]) -> Report {
        Report(
            of: images,
            under: table,
            options: options,
            tool: ToolReport(codec, mode: options.mode)
        )
    }

    /// Whether the files of the inputs are so large that together they may be over a byte limit.
    ///
    /// Half the limit is left for what grows on the way: base64, and pictures written anew.
    package func mayExceedBytes(_ inputs: [ImageInput], options: RequestOptions) -> Bool {
        let capacity = table.capacity(
            bodyOverhead: 0,
            budget: options.byteBudget,
            keepsToWarnings: options.keepsToWarnings
        )
        let limits = [capacity.fileByteCountAtMost, capacity.bodyByteCountAtMost]
        guard let limit = limits.compactMap(\.self).min() else { return false }
        return inputs.reduce(0) { $0 + $1.fileByteCount } > limit / 2
    }
}

extension ImageInput {
    /// The bytes of the file as the file system tells them; 0 where it does not.
    fileprivate var fileByteCount: Int {
        switch origin {
        case .bytes(let bytes): bytes.count
        case .file(let path): (try? FileStatus(of: path).byteCount) ?? 0
        case .standardInput, .unavailable: 0
        }
    }
}
