internal import ArgumentParser
internal import FileSystem
internal import ImagePreflight
internal import PreflightCore

/// A document of existing request bodies: one, or one a line.
struct BodyDocument {
    /// What the document holds.
    let body: RequestBody

    /// Reads the document.
    ///
    /// - Throws: ``Failure`` where it cannot be read or is not JSON.
    init(_ argument: PathArgument) throws(Failure) {
        let bytes: [UInt8]
        do throws(FileError) {
            let file =
                argument.isStandardInput
                ? OpenFile.standardInput : try OpenFile(reading: argument.path)
            bytes = try file.remainder(upTo: Self.byteCountAtMost)
        } catch {
            throw Failure("\(argument.path.text): \(error)")
        }
        do throws(RequestBodyError) {
            body = try RequestBody(bytes)
        } catch {
            throw Failure("\(argument.path.text): \(error)")
        }
    }

    private init(_ body: RequestBody) {
        self.body = body
    }

    /// Refuses a document with a line that is not JSON.
    ///
    /// - Throws: ``Failure`` that names the first.
    func requireWholeLines(of argument: PathArgument) throws(Failure) {
        guard let line = body.tornLines.first else { return }
        throw Failure(
            "\(argument.path.text): line \(line.line), column \(line.column): \(line.reason)"
        )
    }

    /// The document with some of its images replaced.
    ///
    /// - Throws: ``Failure`` where the outcome is no longer a document of bodies.
    func rewritten(_ replacements: [Int: BodyReplacement]) throws(Failure) -> BodyDocument {
        do throws(RequestBodyError) {
            return BodyDocument(try RequestBody(body.rewritten(replacements)))
        } catch {
            throw Failure("the repaired body: \(error)")
        }
    }

    /// A document is held in memory as a whole.
    static let byteCountAtMost = 1 << 31
}

extension BodyDocument {
    /// Judges every body under the model it names, or under each of the command line's.
    ///
    /// - Parameters:
    ///   - judging: Whose rules are applied.
    ///   - mode: How far images are read; nil for what the command line says.
    ///   - makesPreviews: Whether the reports get small pictures of the images.
    ///   - options: What may be done to images.
    ///   - remote: What becomes of images that are only addresses.
    ///   - reject: What becomes of images that cannot be cured; nil where nothing is to be cured.
    /// - Returns: One judgement for each model, in the order in which they are named.
    /// - Throws: `ValidationError` or ``Failure`` where a body cannot be judged.
    func judged(
        _ judging: JudgingOptions,
        mode: Preflight.Options.Mode? = nil,
        makesPreviews: Bool = false,
        options: RequestOptions = RequestOptions(),
        remote: RemotePolicy,
        reject: RejectPolicy? = nil
    ) async throws -> [BodyJudgement] {
        var judgements: [BodyJudgement] = []
        let assignments = try assignments(judging)
        let codec = try judging.codec(for: mode)
        for (table, requests) in assignments {
            var preflight = Preflight(
                table: table,
                codec: codec,
                options: judging.preflightOptions
            )
            preflight.options.mode = mode ?? preflight.options.mode
            preflight.options.makesPreviews = makesPreviews
            judgements.append(
                try await preflight.judge(
                    body,
                    requests: requests,
                    options: options,
                    remote: remote,
                    reject: reject
                )
            )
        }
        return judgements
    }

    /// The tables, each with the bodies that are judged under it.
    private func assignments(
        _ judging: JudgingOptions
    ) throws -> [(table: RuleTable, requests: [BodyRequest])] {
        if let unread = body.requests.first(where: { !$0.hasMessages && $0.imageIndices.isEmpty }) {
            throw Failure(
                "There is no body with messages\(unread.phrase): `imgcheck dialects` lists the "
                    + "bodies that are read."
            )
        }
        guard judging.model.isEmpty else { return try judging.tables().map { ($0, body.requests) } }
        let library = try judging.rules.library()
        let settings = try Settings.current()
        var assignments: [(table: RuleTable, requests: [BodyRequest])] = []
        for request in body.requests {
            let table = settings.weighing(try library.requireTable(of: request))
            if let index = assignments.firstIndex(where: { $0.table.name == table.name }) {
                assignments[index].requests.append(request)
            } else {
                assignments.append((table, [request]))
            }
        }
        return assignments
    }
}

extension RuleLibrary {
    /// The table of the model that a body names.
    ///
    /// - Throws: `ValidationError` that says in which line the name is missing or not known.
    fileprivate func requireTable(of request: BodyRequest) throws -> RuleTable {
        guard let name = request.model else {
            throw ValidationError(
                "Whose rules? The body\(request.phrase) names no model: give --model."
            )
        }
        do throws(UnknownModelError) {
            return try table(named: name)
        } catch {
            let place = request.name.map { "\($0): " } ?? ""
            throw ValidationError("\(place)\(error.complaint)".neutralised)
        }
    }
}

extension BodyRequest {
    /// Where the body stands, as a part of a sentence; empty where the document is one body.
    fileprivate var phrase: String {
        line.map { " in line \($0)" } ?? label.map { " at \($0)" } ?? ""
    }
}
