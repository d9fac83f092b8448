public import PreflightCore
public import PreflightEngine
internal import WorkerCodec

/// The codec of those who do not choose one: libvips, in workers that are locked in.
extension Preflight {
    /// Prepares for one of the built-in models, with workers as the codec.
    ///
    /// - Parameters:
    ///   - model: The model's name, as a request spells it.
    ///   - options: How images are looked at.
    /// - Throws: ``UnknownModelError`` where no built-in table has that name.
    public init(model: String, options: Options = Options()) throws(UnknownModelError) {
        self.init(table: try RuleLibrary.builtIn.table(named: model), options: options)
    }

    /// Prepares for a model whose table is at hand, with workers as the codec.
    ///
    /// - Parameters:
    ///   - table: What the model takes.
    ///   - options: How images are looked at.
    public init(table: RuleTable, options: Options = Options()) {
        self.init(table: table, codec: WorkerCodec.shared, options: options)
    }
}
