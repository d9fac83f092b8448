internal import FileSystem
package import PreflightCore

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
        try await sending(by: requestOptions).prepared(inputs, options: requestOptions)
    }

    /// The same for a model whose table is narrowed to how the requests are sent.
    private func sending(by requestOptions: RequestOptions) -> Preflight {
        var preflight = self
        preflight.options.detail = requestOptions.message.detail ?? options.detail
        preflight.options.route = options.route ?? requestOptions.dialect?.name
        preflight.table = preflight.tableInForce
        // The way that the caller names is judged; the one that follows from the dialect is told.
        preflight.options.route = options.route
        return preflight
    }

    private func prepared(
        _ inputs: [ImageInput],
        options requestOptions: RequestOptions
    ) async throws(CancellationError) -> Prepared {
        let misplaced = requestOptions.dialect.flatMap(table.placeFinding(ofRequestsIn:))
        if let misplaced, misplaced.severity == .error {
            var report = try await check(inputs)
            report.tell(misplaced)
            return Prepared(
                report: report,
                requests: [],
                refusal: PlanRefusal(misplaced.message),
                remarks: []
            )
        }
        let fitted = try await fit(inputs, options: requestOptions)
        var images = fitted.outcomes.map(\.report)
        guard let packing = fitted.packed else {
            return Prepared(report: report(on: images), requests: [], remarks: [])
        }
        let judgedCount = options.judgesEach ? 1 : fitted.places.count
        let packer = fitted.packer
        switch packing.flatMap({ packed in
            packer.requests(of: packed).map { (packed: packed, requests: $0) }
        }) {
        case .failure(let refusal):
            return Prepared(
                report: report(on: images),
                requests: [],
                refusal: refusal,
                remarks: []
            )
        case .success((let packed, let requests)):
            for (place, made) in fitted.made(of: packed) {
                images[place].take(made, judgedBy: table, amongImages: judgedCount)
                images[place].output = OutputReport(onCounted: made, after: images[place].plan)
            }
            var report = report(on: images)
            report.note(
                requests,
                under: table,
                holding: packed.groups.map { $0.map { fitted.places[$0] } }
            )
            report.tell(misplaced)
            return Prepared(
                report: report,
                requests: requests,
                remarks: remarks(
                    on: packed.images,
                    by: packer,
                    requestCount: packed.groups.count
                )
            )
        }
    }

    /// Normalises inputs so that together they have no more bytes than one request.
    ///
    /// - Returns: What came of each input.
    /// - Throws: `CancellationError` where the task was cancelled.
    package func normaliseTogether(
        _ inputs: [ImageInput],
        options requestOptions: RequestOptions
    ) async throws(CancellationError) -> NormalisedTogether {
        var fitted = try await fit(
            inputs,
            options: requestOptions,
            countsImages: false,
            otherwise: .either([.sendEachAlone, .sendInSeveral])
        )
        switch fitted.packed {
        case nil: return NormalisedTogether(outcomes: fitted.outcomes)
        case .failure(let refusal)?:
            return NormalisedTogether(outcomes: fitted.outcomes, refusal: refusal)
        case .success(let packed)?:
            let imageCount = fitted.places.count
            for (place, made) in fitted.made(of: packed) {
                fitted.outcomes[place].take(made, judgedBy: table, amongImages: imageCount)
            }
            return NormalisedTogether(
                outcomes: fitted.outcomes,
                remarks: remarks(on: packed.images, by: fitted.packer, requestCount: 1)
            )
        }
    }

    /// Inputs normalised and packed.
    private struct Fitted {
        var outcomes: [NormalisingOutcome]
        /// For each image that can go, the place in `outcomes` of the input that it was made of.
        var places: [Int]
        var packer: RequestPacker
        /// Nil where one image cannot go and each is needed.
        var packed: Result<RequestPacker.Packed, PlanRefusal>?

        /// The packed images of each input, by its place.
        func made(of packed: RequestPacker.Packed) -> [Int: [NormalisedImage]] {
            Dictionary(grouping: zip(places, packed.images), by: \.0).mapValues { $0.map(\.1) }
        }
    }

    private func fit(
        _ inputs: [ImageInput],
        options requestOptions: RequestOptions,
        countsImages: Bool = true,
        otherwise wayOut: Cure = .allowSplit
    ) async throws(CancellationError) -> Fitted {
        var packer = packer(options: requestOptions)
        let group = try await normalisedGroup(
            of: inputs,
            options: requestOptions,
            in: packer.fitter.spool
        )
        let limits = countsImages ? [packer.capacity.imageCountAtMost, group.imageCountAtMost] : []
        packer.wayOut = requestOptions.split == .whenNeeded ? nil : wayOut
        packer.capacity.imageCountAtMost = limits.compactMap(\.self).min()
        if !countsImages { packer.capacity.tokenCountAtMost = nil }
        let going = group.outcomes.map(\.images)
        var fitted = Fitted(
            outcomes: group.outcomes,
            places: going.indices.flatMap { place in going[place].map { _ in place } },
            packer: packer
        )
        guard !requestOptions.needsEveryImage || !going.contains(where: \.isEmpty) else {
            return fitted
        }
        fitted.packed =
            options.judgesEach
            ? try await packer.packEach(going.filter { !$0.isEmpty })
            : try await packer.pack(going.flatMap(\.self))
        return fitted
    }

    func packer(options requestOptions: RequestOptions) -> RequestPacker {
        let dialect = requestOptions.dialect ?? table.requestDialect
        let body = DialectBody(
            model: table.name,
            message: requestOptions.message,
            dialect: dialect,
            takesImageDetail: table.rule(of: dialect)?.takesImageDetail != false
        )
        return RequestPacker(
            fitter: BudgetFitter(
                table: table,
                options: requestOptions.plan,
                codec: codec,
                jobCount: options.jobCount,
                spool: Spool(),
                progress: progress
            ),
            body: body,
            capacity: table.capacity(
                bodyOverhead: body.overheadByteCount,
                budget: requestOptions.byteBudget,
                keepsToWarnings: requestOptions.keepsToWarnings
            ),
            options: requestOptions
        )
    }

    /// Says where detail was lost that more bytes or more requests would keep.
    private func remarks(
        on images: [NormalisedImage],
        by packer: RequestPacker,
        requestCount: Int
    ) -> [Message] {
        let advice = table.splitAdvice(
            for: images.map(\.header.displaySize),
            amongImages: images.count,
            resize: packer.options.plan.resize
        )
        let poorCount = images.count(where: packer.fitter.isHardlyLegible)
        let poor = Message(
            "\(poorCount.grouped) of \(images.count.grouped) images have so few bytes that a model "
                + "may miss what it looks for",
            help: .either([.allowMoreBytes, .act("send fewer images in a request")])
        )
        return (requestCount == 1 ? advice.map { [$0.message] } ?? [] : [])
            + (poorCount > 0 ? [poor] : [])
    }
}

/// Images made acceptable as one request would hold them.
package struct NormalisedTogether: Sendable {
    /// What came of each input.
    package var outcomes: [NormalisingOutcome]

    /// Why they do not fit; nil where they do.
    package var refusal: PlanRefusal?

    /// What a person should know of the images.
    package var remarks: [Message] = []
}

extension RequestPacker {
    /// Every input in a request of its own, with all of its tiles.
    func packEach(
        _ inputs: [[NormalisedImage]]
    ) async throws(CancellationError) -> Result<Packed, PlanRefusal> {
        var all = Packed(images: [], groups: [])
        for images in inputs {
            var packer = self
            let imageCount = all.images.count
            packer.firstNumber += imageCount
            switch try await packer.pack(images) {
            case .failure(let refusal): return .failure(refusal)
            case .success(let packed):
                all.groups += packed.groups.map { $0.map { imageCount + $0 } }
                all.images += packed.images
            }
        }
        return .success(all)
    }

    /// The requests; or why the file of an image cannot be had.
    func requests(of packed: Packed) -> Result<[PreparedRequest], PlanRefusal> {
        Result { () throws(PlanRefusal) in
            try packed.groups.map { group throws(PlanRefusal) in
                PreparedRequest(
                    images: try group.map { index throws(PlanRefusal) in
                        try prepared(packed.images[index], number: index + 1)
                    },
                    body: body,
                    capacity: capacity
                )
            }
        }
    }

    private func prepared(
        _ image: NormalisedImage,
        number: Int
    ) throws(PlanRefusal) -> PreparedImage {
        do throws(ReadingError) {
            return PreparedImage(
                source: image.input.source,
                bytes: try image.output.content().bytes,
                facts: image.output.facts,
                label: label(of: image, number: number)
            )
        } catch {
            throw fitter.refusal(of: image, because: error)
        }
    }
}

extension Report {
    /// Adds what is to be said of the dialect of the requests, which a route may have said already.
    fileprivate mutating func tell(_ misplaced: Finding?) {
        guard let misplaced, !request.findings.contains(misplaced) else { return }
        request.findings.append(misplaced)
        verdict = max(verdict, Verdict(of: [misplaced]))
    }
}
