internal import ArgumentParser
internal import PreflightCore

/// What stands in a request beside the images.
struct MessageArguments: ParsableArguments {
    @Option(help: "The text that the images are about.")
    var prompt = ""

    @Option(help: "The system message.")
    var system: String?

    @Option(help: "A text before each image; {n} is its number, {name} its file name.")
    var label: String?

    @Option(help: "How closely the model looks: low, high or auto.")
    var detail: String?

    @Option(help: ArgumentHelp("The most tokens of the answer.", valueName: "n"))
    var maxTokens: Int?

    func validate() throws {
        guard maxTokens ?? 1 >= 1 else {
            throw ValidationError(
                "Expected a number of at least 1 for --max-tokens, found \(maxTokens ?? 0)."
            )
        }
        guard ["low", "high", "auto", nil].contains(detail) else {
            throw ValidationError("Expected low, high or auto for --detail, found \(detail ?? "").")
        }
    }

    /// The options as the library takes them.
    var options: MessageOptions {
        MessageOptions(
            prompt: prompt,
            system: system,
            detail: detail,
            maxTokens: maxTokens,
            label: label
        )
    }
}
