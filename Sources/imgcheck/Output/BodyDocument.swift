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

    /// Refuses a document with a line that is not JSON.
    ///
    /// - Throws: ``Failure`` that names the first.
    func requireWholeLines(of argument: PathArgument) throws(Failure) {
        guard let line = body.tornLines.first else { return }
        throw Failure(
            "\(argument.path.text): line \(line.line), column \(line.column): \(line.reason)"
        )
    }

    /// A document is held in memory as a whole.
    static let byteCountAtMost = 1 << 31
}

extension BodyDocument {
    /// Judges every body under the model it names, or under each of the command line's.
    ///
    /// - Parameters:
    ///   - judging: Whose rules are applied.
    ///   - makesPreviews: Whether the reports get small pictures of the images.
    ///   - remote: What becomes of images that are only addresses.
    /// - Returns: One judgement for each model, in the order in which they are named.
    /// - Throws: `ValidationError` or ``Failure`` where a body cannot be judged.
    func judged(
        _ judging: JudgingOptions,
        makesPreviews: Bool,
        remote: RemotePolicy
    ) async throws -> [BodyJudgement] {
        var judgements: [BodyJudgement] = []
        for var part in try parts(judging) {
            part.preflight.options.makesPreviews = makesPreviews
            judgements.append(
                try await part.preflight.judge(
                    body,
                    requests: part.requestIndices.map { body.requests[$0] },
                    remote: remote
                )
            )
        }
        return judgements
    }

    /// The models, each with the bodies that are judged under it.
    ///
    /// - Throws: `ValidationError` or ``Failure`` where a body cannot be judged.
    func parts(_ judging: JudgingOptions) throws -> [BodyRepair.Part] {
        let codec = try judging.codec()
        return try assignments(judging)
            .map { table, requestIndices in
                var preflight = Preflight(
                    table: table,
                    codec: codec,
                    options: judging.preflightOptions
                )
                preflight.progress = { Progress.note($0) }
                return BodyRepair.Part(preflight: preflight, requestIndices: requestIndices)
            }
    }

    /// The tables, each with the places of the bodies that are judged under it.
    private func assignments(
        _ judging: JudgingOptions
    ) throws -> [(table: RuleTable, requestIndices: [Int])] {
        if let unread = body.requests.first(where: { !$0.hasMessages && $0.imageIndices.isEmpty }) {
            throw Failure(
                "There is no body with messages\(unread.phrase)\(unread.cause): `imgcheck dialects` lists the "
                    + "bodies that are read."
            )
        }
        guard judging.model.isEmpty else {
            return try judging.tables().map { ($0, Array(body.requests.indices)) }
        }
        let library = try judging.rules.library()
        let settings = try Settings.current()
        var assignments: [(table: RuleTable, requestIndices: [Int])] = []
        for (place, request) in body.requests.enumerated() {
            let table = settings.weighing(try library.requireTable(of: request))
            if let index = assignments.firstIndex(where: { $0.table.name == table.name }) {
                assignments[index].requestIndices.append(place)
            } else {
                assignments.append((table, [place]))
            }
        }
        return assignments
    }
}

extension RuleLibrary {
    /// The table of the model that a body names.
    ///
    /// - Throws: `ValidationError` that says in which line the name is missing or not known, or
    ///   ``Failure`` where the table does not fit what it extends.
    fileprivate func requireTable(of request: BodyRequest) throws -> RuleTable {
        guard let name = request.model else {
            throw ValidationError(
                "The body\(request.phrase) names no model: give --model."
            )
        }
        do throws(UnknownModelError) {
            return try table(named: name)
        } catch {
            throw error.refusal(at: request.name.map { "\($0): " } ?? "")
        }
    }
}

extension BodyRequest {
    /// Where the body stands, as a part of a sentence; empty where the document is one body.
    fileprivate var phrase: String {
        line.map { " in line \($0)" } ?? label.map { " at \($0)" } ?? ""
    }

    /// Why there are no messages, as a part of the same; empty where nothing stands in their place.
    fileprivate var cause: String { fault.map { ", since \($0)" } ?? "" }
}
