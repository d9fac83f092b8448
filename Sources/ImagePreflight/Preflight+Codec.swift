public import PreflightCore
public import PreflightEngine
internal import VipsCodec

/// The codec of those who do not choose one: libvips, in this process.
extension Preflight {
    /// Prepares for one of the built-in models, with libvips as the codec.
    ///
    /// - Parameters:
    ///   - model: The model's name, as a request spells it.
    ///   - options: How images are looked at.
    /// - Throws: ``UnknownModelError`` where no built-in table has that name.
    public init(model: String, options: Options = Options()) throws(UnknownModelError) {
        self.init(table: try RuleLibrary.builtIn.table(named: model), options: options)
    }

    /// Prepares for a model whose table is at hand, with libvips as the codec.
    ///
    /// - Parameters:
    ///   - table: What the model takes.
    ///   - options: How images are looked at.
    public init(table: RuleTable, options: Options = Options()) {
        self.init(table: table, codec: VipsCodec(), options: options)
    }

    /// Judges the same images under several tables with libvips, reading and decoding them once.
    ///
    /// - Returns: One report for each table, in their order.
    /// - Throws: `CancellationError` where the task was cancelled.
    package static func check(
        _ inputs: [ImageInput],
        under tables: [RuleTable],
        options: Options,
        progress: (@Sendable (PreparationProgress) -> Void)? = nil
    ) async throws(CancellationError) -> [Report] {
        try await check(
            inputs,
            under: tables,
            codec: VipsCodec(),
            options: options,
            progress: progress
        )
    }
}
