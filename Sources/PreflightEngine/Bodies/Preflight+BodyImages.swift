internal import FileSystem
internal import PreflightCore

extension Preflight {
    /// Judges and cures the images of one request of a body.
    ///
    /// An image that is left out does not count for the others, whose rules may be milder then.
    func outcomes(
        of task: BodyTask,
        in spool: Spool
    ) async throws(CancellationError) -> [BodyJob.Outcome] {
        let imageCount = task.request.imageIndices.count
        var job = job(for: task, amongImages: imageCount, in: spool)
        let outcomes = try await outcomes(of: task, by: job)
        let goingCount = imageCount - outcomes.omittedCount
        guard goingCount > 0, !table.hasSameLimits(for: goingCount, and: imageCount) else {
            return outcomes
        }
        job = self.job(for: task, amongImages: goingCount, in: spool)
        for outcome in outcomes { job.opened[outcome.index] = outcome.opened }
        let milder = try await self.outcomes(of: task, by: job)
        let isSound = table.hasSameLimits(
            for: imageCount - milder.omittedCount,
            and: goingCount
        )
        return isSound ? milder : outcomes
    }

    private func job(for task: BodyTask, amongImages imageCount: Int, in spool: Spool) -> BodyJob {
        let scopes = options.mode == .decode ? [table.animation.decodedFrames] : []
        var normaliser = Normaliser(
            self,
            options: task.options.plan,
            imageCount: imageCount,
            judgedCount: task.request.imageIndices.count,
            judgesEach: false,
            scopes: Set(scopes),
            spool: spool
        )
        // How an image is sent, the body says of each.
        normaliser.table = table
        return BodyJob(
            body: task.body,
            normaliser: normaliser,
            remote: task.remote,
            reject: task.reject,
            omissionText: task.options.omissionText
        )
    }

    private func outcomes(
        of task: BodyTask,
        by job: BodyJob
    ) async throws(CancellationError) -> [BodyJob.Outcome] {
        var outcomes: [BodyJob.Outcome] = []
        var doneCount = task.imageCountBefore
        var byteCount = 0
        try await OrderedWork.run(
            on: Array(task.request.imageIndices),
            jobCount: options.jobCount,
            job.outcome
        ) { outcome in
            if let outcome { outcomes.append(outcome) }
            doneCount += 1
            byteCount += outcome?.report.facts?.byteCount ?? 0
            progress?(
                .read(
                    imageCount: doneCount,
                    of: task.imageCountOfAll,
                    byteCount: byteCount
                )
            )
        }
        return outcomes
    }
}

extension Preflight {
    /// Brings the images of one request of a body under its bytes, where together they are over.
    ///
    /// What stands beside the images stays, and takes its part of the bytes.
    func fitted(
        _ outcomes: [BodyJob.Outcome],
        of task: BodyTask,
        by packer: RequestPacker
    ) async throws(CancellationError) -> Result<[BodyJob.Outcome], PlanRefusal> {
        let places = outcomes.indices.filter { outcomes[$0].going != nil }
        let images = places.compactMap { outcomes[$0].going }
        var packer = packer
        packer.capacity.imageCountAtMost = nil
        packer.capacity.tokenCountAtMost = nil
        packer.wayOut = .act("leave out turns")
        let parts = images.indices.map { packer.partByteCount(of: images[$0], at: $0) }
        let overhead = task.byteCount(with: outcomes) - parts.reduce(0, +)
        if let most = packer.capacity.bodyByteCountAtMost, overhead > most {
            return .failure(.tooMuchBesideImages(overhead, of: most))
        }
        packer.capacity.bodyOverheadByteCount = overhead
        guard !images.isEmpty else { return .success(outcomes) }
        let packed = try await packer.pack(images)
        return Result { () throws(PlanRefusal) in
            var fitted = outcomes
            for (place, image) in zip(places, try packed.get().images) {
                do throws(ReadingError) {
                    try fitted[place].take(image, judgedBy: table, amongImages: images.count)
                } catch {
                    throw packer.fitter.refusal(of: image, because: error)
                }
            }
            return fitted
        }
    }
}

extension PlanRefusal {
    /// No image can be so small that a body keeps to its bytes.
    fileprivate static func tooMuchBesideImages(
        _ byteCount: Int,
        of most: Int
    ) -> PlanRefusal {
        PlanRefusal(
            Message(
                "The body has \(byteCount.grouped) bytes without its images, and may have at most "
                    + most.grouped,
                help: .either([.shortenText, .act("leave out turns")])
            )
        )
    }
}

extension BodyJob.Outcome {
    /// Takes what was made of the image to save bytes; nothing where it is what it was.
    fileprivate mutating func take(
        _ image: NormalisedImage,
        judgedBy table: RuleTable,
        amongImages imageCount: Int
    ) throws(ReadingError) {
        guard image.plan != going?.plan else { return }
        let bytes = try image.output.content().bytes
        going = image
        report.take([image], judgedBy: table, amongImages: imageCount)
        report.output = OutputReport(onCounted: [image], after: image.plan)
        replacement = .image(bytes, mediaType: image.output.facts.format.mediaType)
    }
}

extension [BodyJob.Outcome] {
    /// How many images make way for a text.
    fileprivate var omittedCount: Int {
        count { if case .text = $0.replacement { true } else { false } }
    }
}
