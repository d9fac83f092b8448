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

    private static let byteCountAtMost = 1 << 31
}

extension BodyDocument {
    /// Judges every body under the model it names, or under the one of the command line.
    ///
    /// - Returns: One judgement for each model, in the order in which the document names them.
    func judged(
        _ judging: JudgingOptions,
        options: PlanOptions = PlanOptions(),
        remote: RemotePolicy,
        reject: RejectPolicy? = nil
    ) async throws -> [BodyJudgement] {
        if let unread = body.requests.first(where: { !$0.hasMessages }) {
            throw Failure(
                "Expected a body with messages\(unread.line.map { " in line \($0)" } ?? ""), found "
                    + "none: imgcheck reads chat-completions and Anthropic messages."
            )
        }
        let library = try judging.rules.library()
        var tables: [RuleTable] = []
        var requests: [String: [BodyRequest]] = [:]
        for request in body.requests {
            guard let name = judging.model.first ?? request.model else {
                throw ValidationError("Expected --model, since the body names none.")
            }
            let table = try library.requireTable(named: name)
            if requests[table.name] == nil { tables.append(table) }
            requests[table.name, default: []].append(request)
        }
        var judgements: [BodyJudgement] = []
        for table in tables {
            let preflight = Preflight(table: table, options: judging.preflightOptions)
            judgements.append(
                try await preflight.judge(
                    body,
                    requests: requests[table.name] ?? [],
                    options: options,
                    remote: remote,
                    reject: reject
                )
            )
        }
        return judgements
    }
}
