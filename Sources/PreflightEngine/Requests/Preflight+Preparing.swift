internal import PreflightCore

extension Preflight {
    /// Makes images acceptable to the model, losing as little as possible, and puts them into
    /// requests that fit.
    ///
    /// What came of it is judged by the same rules. No file is written. An image that needs nothing
    /// is handed back byte for byte.
    ///
    /// - Parameters:
    ///   - inputs: The images, in the order of the request.
    ///   - requestOptions: What may be done to them, and how they become requests.
    /// - Returns: The requests, and the report on the inputs as they were.
    /// - Throws: `CancellationError` where the task was cancelled.
    public func prepare(
        _ inputs: [ImageInput],
        options requestOptions: RequestOptions = RequestOptions()
    ) async throws(CancellationError) -> Prepared {
        var fitted = try await fit(inputs.map(\.readable), options: requestOptions)
        switch fitted.packed {
        case .failure(let refusal):
            return Prepared(
                report: fitted.report,
                requests: [],
                refusal: refusal.reason,
                remarks: []
            )
        case .success(let packed):
            for (place, image) in zip(fitted.places, packed.images) {
                fitted.report.images[place].plan = image.plan
                fitted.report.images[place].output = OutputReport(on: image)
            }
            let packer = packer(options: requestOptions)
            let requests = packed.groups.map { packer.request(of: $0, in: packed) }
            let places = packed.groups.map { $0.map { fitted.places[$0] } }
            fitted.report.note(requests, holding: places)
            return Prepared(
                report: fitted.report,
                requests: requests,
                remarks: remarks(
                    on: packed.images,
                    options: requestOptions,
                    requestCount: packed.groups.count
                )
            )
        }
    }

    /// Normalises inputs so that together they have no more bytes than one request.
    ///
    /// - Returns: The report on the inputs as they were, without plans and outputs; the images; and
    ///   why they do not fit, as one sentence, or nil where they do.
    /// - Throws: `CancellationError` where the task was cancelled.
    package func normaliseTogether(
        _ inputs: [ImageInput],
        options requestOptions: RequestOptions
    ) async throws(CancellationError) -> (
        report: Report, images: [NormalisedImage], refusal: String?
    ) {
        var fitted = try await fit(
            inputs.map(\.readable),
            options: requestOptions,
            countsImages: false
        )
        switch fitted.packed {
        case .failure(let refusal):
            return (fitted.report, fitted.images, refusal.reason)
        case .success(let packed):
            for (place, image) in zip(fitted.places, packed.images) {
                fitted.images[place].plan = image.plan
                fitted.images[place].output = image.output
            }
            return (fitted.report, fitted.images, nil)
        }
    }

    /// Inputs normalised and packed.
    private struct Fitted {
        var report: Report
        var images: [NormalisedImage] = []
        /// The places in `images` of those that can go.
        var places: [Int] = []
        var packed: Result<RequestPacker.Packed, RequestPacker.Refusal>
    }

    private func fit(
        _ inputs: [ImageInput],
        options requestOptions: RequestOptions,
        countsImages: Bool = true
    ) async throws(CancellationError) -> Fitted {
        let group = try await normalisedGroup(of: inputs, options: requestOptions)
        progress?(.fitting)
        let fitting = group.images.map(FittingImage.init)
        var packer = packer(options: requestOptions)
        let limits = countsImages ? [packer.capacity.imageCountAtMost, group.imageCountAtMost] : []
        packer.capacity.imageCountAtMost = limits.compactMap(\.self).min()
        let present = fitting.compactMap(\.self)
        return Fitted(
            report: group.report,
            images: group.images,
            places: fitting.indices.filter { fitting[$0] != nil },
            packed: options.judgesEach
                ? try await packer.packEach(present) : try await packer.pack(present)
        )
    }

    func packer(options requestOptions: RequestOptions) -> RequestPacker {
        let body = DialectBody(
            model: table.name,
            message: requestOptions.message,
            dialect: requestOptions.dialect ?? table.requestDialect
        )
        return RequestPacker(
            fitter: BudgetFitter(
                table: table,
                options: requestOptions.plan,
                codec: codec,
                jobCount: options.jobCount
            ),
            body: body,
            capacity: table.capacity(
                bodyOverhead: body.overheadByteCount,
                budget: requestOptions.byteBudget
            ),
            options: requestOptions
        )
    }

    /// Says where detail was lost that more bytes or more requests would keep.
    private func remarks(
        on images: [FittingImage],
        options requestOptions: RequestOptions,
        requestCount: Int
    ) -> [String] {
        let advice = table.splitAdvice(
            for: images.map(\.header.displaySize),
            amongImages: images.count,
            resize: requestOptions.plan.resize
        )
        let fitter = packer(options: requestOptions).fitter
        let poorCount = images.count(where: fitter.isHardlyLegible)
        let poor =
            "\(poorCount.grouped) of \(images.count.grouped) images have so few bytes that a model "
            + "may miss what it looks for: allow more bytes, or send fewer images in a request."
        return (requestCount == 1 ? advice.map { [$0.sentence] } ?? [] : [])
            + (poorCount > 0 ? [poor] : [])
    }
}

extension RequestPacker {
    /// Every image in a request of its own.
    func packEach(
        _ images: [FittingImage]
    ) async throws(CancellationError) -> Result<Packed, Refusal> {
        var all = Packed(images: [], groups: [])
        for image in images {
            var packer = self
            packer.firstNumber += all.images.count
            switch try await packer.pack([image]) {
            case .failure(let refusal): return .failure(refusal)
            case .success(let packed):
                all.groups.append([all.images.count])
                all.images += packed.images
            }
        }
        return .success(all)
    }

    /// One of the requests.
    func request(of group: [Int], in packed: Packed) -> PreparedRequest {
        let images = group.map { index in
            let image = packed.images[index]
            return PreparedImage(
                source: image.input.source,
                bytes: image.output.bytes,
                facts: image.output.facts,
                label: options.message.label(number: index + 1, name: image.input.source)
            )
        }
        return PreparedRequest(images: images, body: body, capacity: capacity)
    }
}

extension ImageInput {
    /// The input in a form that can be read more than once: standard input is read now.
    fileprivate var readable: ImageInput {
        guard case .standardInput = origin else { return self }
        let content = Result { () throws(ReadingError) in try ImageContent(of: self) }
        return ImageInput(
            source: source,
            origin: content.readableOrigin,
            fileNameExtension: fileNameExtension,
            outputName: outputName
        )
    }
}

extension Result<ImageContent, ReadingError> {
    fileprivate var readableOrigin: ImageInput.Origin {
        switch self {
        case .success(let content): .bytes(content.bytes)
        case .failure(let error): .unavailable(error.reason)
        }
    }
}
