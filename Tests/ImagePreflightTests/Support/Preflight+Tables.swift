import ImagePreflight
import WorkerCodec

extension Preflight {
    /// Judges the same images under several tables with the codec of those who do not choose one.
    static func check(
        _ inputs: [ImageInput],
        under tables: [RuleTable],
        options: Options
    ) async throws(CancellationError) -> [Report] {
        try await check(inputs, under: tables, codec: WorkerCodec.shared, options: options)
    }
}
