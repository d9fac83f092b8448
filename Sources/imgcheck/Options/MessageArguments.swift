internal import ArgumentParser
internal import ImagePreflight
internal import PreflightCore

/// What stands in a request beside the images.
struct MessageArguments: ParsableArguments {
    @Option(help: "The text that the images are about.")
    var prompt: TextArgument?

    @Option(help: "The system message.")
    var system: TextArgument?

    @Option(help: "A text before each image; {n} is its number, {name} its file name.")
    var label: TextArgument?

    @Option(
        help: "How closely the model looks: low, high, auto or original.",
        completion: .list(DetailNames.usual)
    )
    var detail: String?

    @Option(help: ArgumentHelp("The most tokens of the answer.", valueName: "n"))
    var maxTokens: Int?

    func validate() throws {
        for (name, argument) in [("--prompt", prompt), ("--system", system), ("--label", label)] {
            guard let argument, argument.text == nil else { continue }
            throw ValidationError(
                "\(name) has bytes that are no characters: give it in UTF-8."
            )
        }
        guard maxTokens ?? 1 >= 1 else {
            throw ValidationError(
                "--max-tokens takes a number from 1; this is \(maxTokens ?? 0)."
            )
        }
    }

    /// The options as the library takes them.
    var options: MessageOptions {
        MessageOptions(
            prompt: prompt?.text ?? "",
            system: system?.text,
            detail: detail,
            maxTokens: maxTokens,
            label: label?.text
        )
    }
}

extension MessageArguments {
    /// Notes the options that are given: none has an effect on a body that exists.
    func note(in idle: inout IdleOptions) {
        idle.note("--prompt", isGiven: prompt != nil)
        idle.note("--system", isGiven: system != nil)
        idle.note("--label", isGiven: label != nil)
        idle.note("--detail", isGiven: detail != nil)
        idle.note("--max-tokens", isGiven: maxTokens != nil)
    }
}

/// The values that `--detail` takes.
enum DetailNames {
    /// Those that some model takes.
    static let usual = ["low", "high", "auto", "original"]

    /// Makes sure that a value is one that requests to some of the models may give; to the others it
    /// means nothing.
    ///
    /// - Throws: `ValidationError` that lists the values.
    static func require(_ detail: String?, by tables: [RuleTable]) throws {
        let names = tables.flatMap(\.detailNames)
            .reduce(into: [String]()) { names, name in
                if !names.contains(name) { names.append(name) }
            }
        guard let detail, !names.contains(detail) else { return }
        throw ValidationError(
            "--detail is \(String.list(names, joinedBy: "or")), not “\(detail.neutralised)”."
        )
    }
}
