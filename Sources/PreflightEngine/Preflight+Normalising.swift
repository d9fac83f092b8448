internal import FileSystem
package import PreflightCore

extension Preflight {
    /// Normalises inputs as one request, or each as its own where the options say so, and hands the
    /// results over in order.
    ///
    /// No more than ``Options/jobCount`` images are in memory at a time, those included that were
    /// normalised and not yet taken.
    ///
    /// - Parameters:
    ///   - inputs: The images, in the order of the request.
    ///   - planOptions: What may be done to them.
    ///   - imageCount: How many images a request has; nil for all inputs, or one where each is a
    ///     request of its own.
    ///   - byteCountAtMost: The most bytes of one image's file; nil for what the table says.
    ///   - take: Is given each image; what it returns stands in the report as the image's output.
    /// - Returns: The report on the inputs as they were, with plans and outputs.
    /// - Throws: `CancellationError` where the task was cancelled.
    package func normalise(
        _ inputs: [ImageInput],
        options planOptions: PlanOptions,
        imageCount: Int? = nil,
        byteCountAtMost: Int? = nil,
        take: (NormalisedImage) async -> NormalisingResult
    ) async throws(CancellationError) -> Report {
        let judgedCount = options.judgesEach ? 1 : inputs.count
        let normaliser = Normaliser(
            self,
            options: planOptions,
            imageCount: imageCount ?? judgedCount,
            byteCountAtMost: byteCountAtMost
        )
        var images: [ImageReport] = []
        try await OrderedWork.run(
            on: inputs,
            jobCount: options.jobCount,
            normaliser.normalise
        ) { image in
            var report = ImageReport(
                of: image.input.source,
                image.outcome,
                under: table,
                amongImages: judgedCount,
                isRequestOfItsOwn: options.judgesEach,
                detail: options.detail
            )
            report.note(image, result: await take(image))
            images.append(report)
            progress?(.read(imageCount: images.count, of: inputs.count))
        }
        return Report(
            of: images,
            under: table,
            options: options,
            tool: ToolReport(codecVersion: codec.version)
        )
    }

    /// Whether the files of the inputs are so large that together they may be over a byte limit.
    ///
    /// Half the limit is left for what grows on the way: base64, and pictures written anew.
    package func mayExceedBytes(_ inputs: [ImageInput], budget: Int?) -> Bool {
        let capacity = table.capacity(bodyOverhead: 0, budget: budget)
        let limits = [capacity.fileByteCountAtMost, capacity.bodyByteCountAtMost]
        guard let limit = limits.compactMap(\.self).min() else { return false }
        return inputs.reduce(0) { $0 + $1.fileByteCount } > limit / 2
    }
}

extension Report {
    /// Notes what was done to one image.
    package mutating func note(
        _ image: NormalisedImage,
        result: NormalisingResult,
        at index: Int
    ) {
        images[index].note(image, result: result)
        verdict = max(verdict, images[index].verdict)
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
