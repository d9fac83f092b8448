internal import PreflightCore

extension Preflight {
    /// Makes images acceptable to the model, losing as little as possible, and puts them into requests
    /// that fit.
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
        var images: [FittingImage] = []
        var places: [Int] = []
        var index = 0
        var report = try await normalise(inputs, options: requestOptions.plan) { normalised in
            defer { index += 1 }
            guard let image = FittingImage(normalised) else { return .none }
            images.append(image)
            places.append(index)
            return .none
        }
        let packer = packer(options: requestOptions)
        let packed =
            options.judgesEach
            ? await packer.packEach(images) : await packer.pack(images)
        switch packed {
        case .failure(let refusal):
            return Prepared(report: report, requests: [], refusal: refusal.reason, remarks: [])
        case .success(let packed):
            for (place, image) in zip(places, packed.images) {
                report.images[place].plan = image.plan
                report.images[place].output = OutputReport(on: image)
            }
            return Prepared(
                report: report,
                requests: packed.groups.map { packer.request(of: $0, in: packed) },
                remarks: remarks(
                    on: images,
                    options: requestOptions,
                    requestCount: packed.groups.count
                )
            )
        }
    }

    private func packer(options requestOptions: RequestOptions) -> RequestPacker {
        let body = ChatCompletionBody(model: table.name, message: requestOptions.message)
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

    /// Says where several requests would keep detail that one loses.
    private func remarks(
        on images: [FittingImage],
        options requestOptions: RequestOptions,
        requestCount: Int
    ) -> [String] {
        guard requestCount == 1 else { return [] }
        let advice = table.splitAdvice(
            for: images.map(\.header.displaySize),
            amongImages: images.count,
            resize: requestOptions.plan.resize
        )
        return advice.map { [$0.sentence] } ?? []
    }
}

extension FittingImage {
    /// The image that a normalised one gives; nil where it has no output.
    fileprivate init?(_ image: NormalisedImage) {
        guard let output = image.output, let facts = image.facts,
            let header = try? facts.header.get()
        else { return nil }
        self.init(
            input: image.input,
            header: header,
            format: facts.format,
            plan: image.plan ?? Plan(),
            output: output,
            encodeCount: image.plan?.encoding == nil ? 0 : 1
        )
    }
}

extension OutputReport {
    fileprivate init?(on image: FittingImage) {
        guard let header = try? image.output.facts.header.get() else { return nil }
        self.init(
            format: image.output.facts.format,
            byteCount: image.output.facts.byteCount,
            size: header.displaySize,
            scaleX: Double(header.displaySize.width) / Double(image.header.displaySize.width),
            scaleY: Double(header.displaySize.height) / Double(image.header.displaySize.height),
            encodeCount: image.encodeCount
        )
    }
}

extension RequestPacker {
    /// Every image in a request of its own.
    func packEach(_ images: [FittingImage]) async -> Result<Packed, Refusal> {
        var all = Packed(images: [], groups: [])
        for image in images {
            switch await pack([image]) {
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
