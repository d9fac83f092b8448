internal import CodecProtocol
internal import FileSystem
internal import FoundationEssentials
internal import ImagePreflight
internal import PreflightCore
internal import WorkerCodec

/// What was found on this machine, as `doctor --format json` writes it; what does not apply is
/// absent.
struct ExaminationJSON: Encodable {
    /// The program.
    struct Tool: Encodable {
        var name = "imgcheck"
        var version = Version.current
    }

    /// The decoder.
    struct Decoder: Encodable {
        var path: String?
        var version: String?
        var libvips: String?
        var openLoaders: [String]?
        var blockedLoaders: [String]?
        var error: String?
    }

    /// One kind of lock.
    struct Layer: Encodable {
        var name: String
        var isInForce: Bool
        var reason: String?
    }

    /// An escape that was tried.
    struct Attempt: Encodable {
        var name: String
        var layer: String
        var outcome: String
    }

    /// A bound.
    struct Limit: Encodable {
        var name: String
        var value: Int
        var unit: String
        var option: String?
    }

    /// The machine.
    struct Machine: Encodable {
        var processorCount: Int
        var temporaryFolder: String
        var temporaryFolderError: String?
    }

    var schemaVersion = 1
    var tool = Tool()
    var decoder: Decoder
    var layers: [Layer]
    var attempts: [Attempt]
    var limits: [Limit]
    var machine: Machine
}

extension ExaminationJSON {
    init(_ examination: Examination) {
        let greeting = try? examination.greeting.get()
        decoder = Decoder(
            path: (try? examination.program.get())?.path.text,
            version: greeting?.version,
            libvips: greeting?.codecVersion,
            openLoaders: greeting?.openLoaders,
            blockedLoaders: greeting?.blockedLoaders
        )
        if case .failure(let error) = examination.greeting { decoder.error = "\(error)" }
        layers = (greeting?.layers ?? [])
            .map { layer in
                let isInForce = layer.failure.isEmpty
                return Layer(
                    name: layer.name,
                    isInForce: isInForce,
                    reason: isInForce ? nil : layer.failure
                )
            }
        attempts = examination.attempts.map { attempt in
            Attempt(
                name: attempt.name.rawValue,
                layer: attempt.layer?.rawValue ?? "all",
                outcome: attempt.outcome.rawValue
            )
        }
        limits = examination.bounds.map { bound in
            Limit(name: bound.name, value: bound.value, unit: bound.unit, option: bound.option)
        }
        machine = Machine(
            processorCount: examination.processorCount,
            temporaryFolder: examination.temporaryFolder.text,
            temporaryFolderError: examination.temporaryFailure.map { "\($0)" }
        )
    }

    /// The document, ending in a newline.
    var text: String { ListJSON.text(of: self) }
}
