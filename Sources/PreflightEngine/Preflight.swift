package import FileSystem
public import PreflightCore

/// Knows, before a request is sent, what a model will do with its images.
///
///     let preflight = try Preflight(model: "databricks-claude-3-7-sonnet")
///     let report = try await preflight.check([.file("a.png"), .bytes(data, name: "b")])
///
/// Values are independent of each other and may be used from any number of tasks.
public struct Preflight: Sendable {
    /// What the model takes.
    public var table: RuleTable

    /// How images are looked at.
    public var options: Options

    /// Is told how far a check or ``prepare(_:options:)`` has come, by the task that runs it; nil:
    /// nobody.
    public var progress: (@Sendable (PreparationProgress) -> Void)?

    /// Opens the files that are read as images.
    package var files: any FileOpening = LocalFiles()

    let codec: any ImageCodec

    /// Prepares for a model whose table is at hand, with a codec of one's own.
    public init(table: RuleTable, codec: any ImageCodec, options: Options = Options()) {
        self.table = table
        self.codec = codec
        self.options = options
    }
}

extension Preflight {
    /// Judges images as one request, or each as its own where the options say so.
    ///
    /// Images are read and decoded side by side; no more than ``Options/jobCount`` are in memory at
    /// a time. An input that cannot be read is an `unchecked` entry and stops nothing.
    ///
    /// - Parameter inputs: The images, in the order of the request.
    /// - Returns: The report, with one entry for each image, in their order.
    /// - Throws: `CancellationError` where the task was cancelled.
    public func check(_ inputs: [ImageInput]) async throws(CancellationError) -> Report {
        let reports = try await Self.check(
            inputs,
            under: [table],
            codec: codec,
            files: files,
            options: options,
            progress: progress
        )
        return reports[0]
    }

    /// Judges the same images under several tables, reading and decoding them once.
    ///
    /// - Returns: One report for each table, in their order.
    package static func check(
        _ inputs: [ImageInput],
        under tables: [RuleTable],
        codec: any ImageCodec,
        files: any FileOpening = LocalFiles(),
        options: Options,
        progress: (@Sendable (PreparationProgress) -> Void)? = nil
    ) async throws(CancellationError) -> [Report] {
        let scopes = options.mode == .decode ? Set(tables.map(\.animation.decodedFrames)) : []
        let inspector = Inspector(
            codec: codec,
            files: files,
            scopes: scopes,
            decodeGuard: options.decodeGuard,
            jobCount: options.jobCount,
            deadline: options.deadline,
            previews: options.makesPreviews
                ? PreviewSizes(tables: tables, detail: options.detail) : nil
        )
        let tool = ToolReport(codec, mode: options.mode)
        if options.judgesEach {
            return try await checkEach(
                inputs,
                under: tables.map { $0.narrowed(to: options) },
                by: inspector,
                options: options,
                tool: tool,
                progress: progress
            )
        }
        let outcomes = try await inspector.inspect(inputs, progress: progress)
        let images = zip(inputs, outcomes).map { (input: $0, outcome: $1) }
        var reports: [Report] = []
        for table in tables {
            reports.append(
                try await report(
                    on: images,
                    under: table.narrowed(to: options),
                    options: options,
                    tool: tool
                )
            )
        }
        return reports
    }

    /// Judges images, each as a request of its own, as soon as they are read: of each nothing is kept
    /// but what is said of it.
    private static func checkEach(
        _ inputs: [ImageInput],
        under tables: [RuleTable],
        by inspector: Inspector,
        options: Options,
        tool: ToolReport,
        progress: (@Sendable (PreparationProgress) -> Void)?
    ) async throws(CancellationError) -> [Report] {
        let images = try await inspector.inspect(inputs, progress: progress) { input, outcome in
            tables.map { table in
                ImageReport(
                    of: input.source,
                    outcome,
                    under: table,
                    amongImages: 1,
                    isRequestOfItsOwn: true,
                    detail: options.detail
                )
            }
        }
        return tables.enumerated()
            .map { place, table in
                let own =
                    tables.count == 1
                    ? images
                    : stride(from: place, to: images.count, by: tables.count).map { images[$0] }
                return Report(of: own, under: table, options: options, tool: tool)
            }
    }

    /// Judges what is known of images as one request under one table.
    private static func report(
        on images: [(input: ImageInput, outcome: Inspector.Outcome)],
        under table: RuleTable,
        options: Options,
        tool: ToolReport
    ) async throws(CancellationError) -> Report {
        var report = Report(
            of: try await judged(images, under: table, options, eachAlone: false),
            under: table,
            options: options,
            tool: tool
        )
        if report.failsAsWhole {
            report.verdictsAlone =
                try await judged(images, under: table, options, eachAlone: true)
                .reduce(into: [:]) { counts, image in counts[image.verdict, default: 0] += 1 }
        }
        return report
    }

    /// Judges images side by side, each as one of all or as a request of its own.
    private static func judged(
        _ images: [(input: ImageInput, outcome: Inspector.Outcome)],
        under table: RuleTable,
        _ options: Options,
        eachAlone: Bool
    ) async throws(CancellationError) -> [ImageReport] {
        var reports: [ImageReport] = []
        try await OrderedWork.run(
            on: images,
            jobCount: options.jobCount,
            togetherAtMost: OrderedWork.shortWorkTogether
        ) { image in
            ImageReport(
                of: image.input.source,
                image.outcome,
                under: table,
                amongImages: eachAlone ? 1 : images.count,
                isRequestOfItsOwn: eachAlone,
                detail: options.detail
            )
        } take: { report in
            reports.append(report)
        }
        return reports
    }
}

extension Report {
    /// Whether it is a limit of the request as a whole that is not met.
    fileprivate var failsAsWhole: Bool {
        guard images.count > 1 else { return false }
        return request.findings.contains { $0.severity == .error }
            || images.contains { image in
                image.findings.contains {
                    $0.code == .edgeTooLongForCount && $0.severity == .error
                }
            }
    }
}
