internal import ArgumentParser
internal import FileSystem
internal import Foundation
internal import ImagePreflight
internal import PreflightCore

/// Whose rules are applied, and how far images are read.
struct JudgingOptions: ParsableArguments {
    @Option(
        name: [.long, .customShort("m")],
        help: "The model that will get the images; check takes several. See `imgcheck models`."
    )
    var model: [String] = []

    @Flag(help: "Every image is a request of its own; otherwise all are judged as one.")
    var each = false

    @OptionGroup var rules: RuleOptions

    @Flag(help: "Read headers only: faster, but damage in the pixels is not seen.")
    var headersOnly = false

    @Option(
        help: ArgumentHelp(
            "How many images are in memory at a time (default: the number of cores).",
            valueName: "n"
        )
    )
    var jobs: Int?

    @Option(
        help: ArgumentHelp(
            "The most pixels of one frame that are decoded "
                + "(default: \(DecodeGuard().framePixelCount)).",
            valueName: "n"
        )
    )
    var maxPixels: Int?

    func validate() throws {
        guard jobs ?? 1 >= 1 else {
            throw ValidationError("Expected a number of at least 1 for --jobs, found \(jobs ?? 0).")
        }
        guard maxPixels ?? 1 >= 1 else {
            throw ValidationError(
                "Expected a number of at least 1 for --max-pixels, found \(maxPixels ?? 0)."
            )
        }
    }
}

extension JudgingOptions {
    /// The tables of the models that were asked for, in their order.
    func tables() throws -> [RuleTable] {
        let library = try rules.library()
        guard !model.isEmpty else {
            throw ValidationError(
                "Whose rules? Give --model NAME; `imgcheck models` lists the \(library.names.count) names."
            )
        }
        return try model.map { name in
            var table = try library.requireTable(named: name)
            // A gateway knows the model by the name that it was asked for.
            table.name = name
            return table
        }
    }

    /// How images are looked at.
    var preflightOptions: Preflight.Options {
        var options = Preflight.Options(mode: headersOnly ? .headers : .decode, judgesEach: each)
        options.jobCount = jobs ?? options.jobCount
        options.decodeGuard.framePixelCount = maxPixels ?? options.decodeGuard.framePixelCount
        return options
    }
}
