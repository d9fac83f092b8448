internal import ArgumentParser
internal import FileSystem
internal import FoundationEssentials
internal import ImagePreflight
internal import PreflightCore
internal import WorkerCodec

/// Whose rules are applied, and how far images are read.
struct JudgingOptions: ParsableArguments {
    @Option(
        name: [.long, .customShort("m")],
        help: """
            The model that will get the images; see `imgcheck models`. To compare, check takes \
            several with commas between them, patterns such as 'databricks-*', or all. Default: \
            IMGCHECK_MODEL, else what imgcheck.json says.
            """,
        completion: .modelNames
    )
    var model: [String] = []

    @Flag(help: "Every image is a request of its own; otherwise all are judged as one.")
    var each = false

    @Option(
        help: ArgumentHelp(
            "The way the requests go, by which some limits differ: "
                + Circumstances.routeNames.joined(separator: ", ")
                + " (default: the model's first dialect).",
            valueName: "name"
        ),
        completion: .list(Circumstances.routeNames)
    )
    var route: String?

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

    @Option(
        help: ArgumentHelp(
            "The seconds that decoding or writing one image may take "
                + "(default: \(Int(TimeAllowance.secondsOfAnyImage)), and more for many pixels).",
            valueName: "seconds"
        )
    )
    var timeout: Double?

    @Option(
        help: ArgumentHelp(
            "The seconds after which no further image is begun "
                + "(default: \(Int(secondsOfRun)); of a stream: none).",
            valueName: "seconds"
        )
    )
    var runTimeout: Double?

    /// The seconds after which a run begins no further image; one that judges images has an end.
    static let secondsOfRun = 86_400.0

    /// Seconds that no run takes, and clocks can still count.
    private static let longRun = 1_000_000_000.0

    /// When this run began, or near enough.
    private static let start = ContinuousClock.now

    func validate() throws {
        if let route, !Circumstances.routeNames.contains(route) {
            let near = nearestNames(to: route, among: Circumstances.routeNames, limit: 1)
            throw ValidationError(
                "No route is called “\(route.neutralised)”; "
                    + (near.first.map { "did you mean “\($0)”?" }
                        ?? "known are \(String.list(Circumstances.routeNames)).")
            )
        }
        guard timeout ?? 1 > 0, timeout?.isFinite != false else {
            throw ValidationError("--timeout takes a number above 0; this is \(timeout ?? 0).")
        }
        guard runTimeout ?? 1 > 0, runTimeout?.isFinite != false else {
            throw ValidationError(
                "--run-timeout takes a number above 0; this is \(runTimeout ?? 0)."
            )
        }
        guard jobs ?? 1 >= 1 else {
            throw ValidationError("--jobs takes a number from 1; this is \(jobs ?? 0).")
        }
        guard maxPixels ?? 1 >= 1 else {
            throw ValidationError("--max-pixels takes a number from 1; this is \(maxPixels ?? 0).")
        }
    }
}

extension JudgingOptions {
    /// The tables of the models that were asked for, in their order.
    func tables() throws -> [RuleTable] {
        let library = try rules.library()
        let settings = try Settings.current()
        let names = model.isEmpty ? settings.models : model.flatMap(Self.names)
        guard !names.isEmpty else {
            throw ValidationError(
                "No model is named: give --model NAME; `imgcheck models` lists the "
                    + "\(library.names.count) names."
            )
        }
        var tables: [RuleTable] = []
        do {
            for name in names {
                for table in try library.tables(called: name)
                where !tables.contains(where: { $0.name == table.name }) {
                    tables.append(table)
                }
            }
        } catch let error as ValidationError {
            throw ValidationError(
                error.message + (try origin.map { " The name is from \($0)." } ?? "")
            )
        }
        return tables.map(settings.weighing)
    }

    /// Where the models are named, if not on the command line.
    private var origin: String? {
        get throws { model.isEmpty ? try Settings.current().modelOrigin.neutralised : nil }
    }

    /// The names in one argument, which commas may separate.
    private static func names(in argument: String) -> [String] {
        argument.separatedNames
    }

    /// The table of the one model that a command works for.
    ///
    /// - Parameter purpose: What is made for it, as the end of a sentence.
    /// - Returns: The table.
    /// - Throws: `ValidationError` where there are several.
    func table(for purpose: String) throws -> RuleTable {
        let tables = try tables()
        guard let table = tables.first, tables.count == 1 else {
            let place = try origin.map { " in \($0)" } ?? ""
            throw ValidationError(
                "\(tables.count) models are named\(place), and \(purpose): give one --model."
            )
        }
        return table
    }

    /// Makes sure that no more than one model is named, as far as names tell.
    ///
    /// - Parameter purpose: What is made for it, as the end of a sentence.
    /// - Throws: `ValidationError` where there are several.
    func requireOneModel(since purpose: String) throws {
        guard model.count <= 1 else {
            throw ValidationError(
                "\(model.count) models are named, and \(purpose): give one --model."
            )
        }
    }

    /// The decoder; where images will be decoded, it is there.
    ///
    /// - Returns: The decoder.
    /// - Throws: ``Failure`` with the sentence that says why there is none.
    func codec() throws(Failure) -> WorkerCodec {
        let codec = WorkerCodec(
            options: WorkerOptions(
                timeoutSeconds: timeout,
                decodeGuard: preflightOptions.decodeGuard
            )
        )
        guard preflightOptions.mode == .decode else { return codec }
        do throws(WorkerError) {
            try codec.start()
        } catch {
            throw Failure("\(error)")
        }
        return codec
    }

    /// What applies the rules of one table.
    ///
    /// - Throws: ``Failure`` where there is no decoder.
    func preflight(under table: RuleTable) throws(Failure) -> Preflight {
        Preflight(table: table, codec: try codec(), options: preflightOptions)
    }

    /// How images are looked at.
    var preflightOptions: Preflight.Options {
        var options = Preflight.Options(mode: headersOnly ? .headers : .decode, judgesEach: each)
        options.jobCount = jobs ?? options.jobCount
        options.route = route
        options.deadline = Self.start + .seconds(min(runTimeout ?? Self.secondsOfRun, Self.longRun))
        if let maxPixels {
            options.decodeGuard = options.decodeGuard.allowing(framePixelCount: maxPixels)
        }
        return options
    }
}

extension RuleLibrary {
    /// The tables that a command line means by a name: one, by a pattern in which `*` stands for
    /// anything, or `all` of them.
    ///
    /// - Throws: `ValidationError` where there is none.
    fileprivate func tables(called name: String) throws -> [RuleTable] {
        let pattern = ModelName(name)
        guard pattern.isAll || pattern.isPattern else {
            var table = try requireTable(named: name)
            // A gateway knows the model by the name that it was asked for.
            if table.name != name { table.tableName = table.name }
            table.name = name
            return [table]
        }
        let found = tables(matching: pattern)
        guard !found.isEmpty else {
            throw ValidationError(
                "No model is called “\(name.neutralised)”: `imgcheck models` lists the names."
            )
        }
        return found
    }
}
