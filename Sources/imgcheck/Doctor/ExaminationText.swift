internal import CodecProtocol
internal import FileSystem
internal import ImagePreflight
internal import PreflightCore
internal import WorkerCodec

/// What was found on this machine, as text.
struct ExaminationText {
    let examination: Examination
}

extension ExaminationText {
    /// The text, ending in a newline.
    var text: String {
        let sections = [program, decoder, lock, bounds, machine]
        return
            sections.map { section in
                ([section.title] + section.lines.map { "  \($0.neutralised)" })
                    .joined(separator: "\n")
            }
            .joined(separator: "\n\n") + "\n"
    }

    private typealias Section = (title: String, lines: [String])

    private var program: Section { ("Program", ["imgcheck \(Version.current)"]) }

    private var decoder: Section {
        do throws(WorkerError) {
            let path = try examination.program.get().path.text
            let greeting = try examination.greeting.get()
            return (
                "Decoder",
                [
                    path,
                    "imgcheck-codec \(greeting.version) with libvips \(greeting.codecVersion)",
                    "open loaders: \(greeting.openLoaders.joined(separator: ", "))",
                    "blocked loaders: \(greeting.blockedLoaders.joined(separator: ", "))",
                ]
            )
        } catch {
            return ("Decoder", ["\(error)", "Only headers can be read: --headers-only."])
        }
    }

    private var lock: Section {
        let layers = (try? examination.greeting.get())?.layers ?? []
        let states = layers.map { layer in
            layer.failure.isEmpty
                ? "\(layer.name): in force" : "\(layer.name): NOT in force (\(layer.failure))"
        }
        let attempts = examination.attempts.map { attempt in
            let layer = attempt.layer.map { " from \($0.rawValue) alone" } ?? ""
            return "tried to \(attempt.name.phrase)\(layer): \(attempt.outcome.phrase)"
        }
        return ("Lock of the decoder", states + attempts)
    }

    private var bounds: Section {
        (
            "Bounds",
            examination.bounds.map { bound in
                let option = bound.option.map { " (\($0))" } ?? ""
                return
                    "\(bound.name): \(bound.value.grouped) \(bound.unit), \(bound.subject)\(option)"
            }
        )
    }

    private var machine: Section {
        let folder = examination.temporaryFolder.text
        let state = examination.temporaryFailure.map { "cannot be written to (\($0))" }
        return (
            "Machine",
            [
                "processor cores: \(examination.processorCount)",
                "temporary folder \(folder): \(state ?? "can be written to")",
            ]
        )
    }
}

extension EscapeAttempt {
    /// The attempt as a verb phrase.
    fileprivate var phrase: String {
        switch self {
        case .openFile: "open a folder"
        case .writeFile: "write a file"
        case .openSocket: "open a socket"
        case .runProgram: "run another program"
        case .startProcess: "start a process"
        case .traceParent: "read another process"
        case .signalParent: "signal another process"
        }
    }
}

extension EscapeOutcome {
    /// The outcome as a word that stands out where it is bad.
    fileprivate var phrase: String {
        switch self {
        case .refused: "refused"
        case .killed: "killed"
        case .possible: "POSSIBLE"
        case .untried: "not tried, the layer is not to be had"
        }
    }
}
