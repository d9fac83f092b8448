import Foundation
import ImagePreflight

// What README and DocC show, as a client compiles it: `SamplesTests` holds their text against this
// file, line by line.

/// The sample of the README that judges.
func readmeJudging() async throws {
    let preflight = try Preflight(model: "databricks-gpt-5")
    let photo = try Data(contentsOf: URL(filePath: "photo.jpg"))
    let report = try await preflight.check([.file("chart.png"), .bytes(photo, name: "photo.jpg")])

    for image in report.images {
        print(image.source, image.verdict.rawValue, image.error ?? "")
        for finding in image.findings {
            print("   ", finding.code.rawValue, finding.severity.rawValue, finding.message)
        }
    }
    for finding in report.request.findings {
        print(finding.code.rawValue, finding.severity.rawValue, finding.message)
    }
    guard report.verdict == .accepted else { exit(1) }
}

/// The sample of the README that prepares.
func readmePreparing(_ preflight: Preflight, _ photo: Data) async throws {
    let images: [ImageInput] = [.file("chart.png"), .bytes(photo, name: "photo.jpg")]
    let prepared = try await preflight.prepare(images)

    for image in prepared.report.images {
        if let reason = image.refusal ?? image.error { print(image.source, "is left out:", reason) }
    }
    if let refusal = prepared.refusal { print(refusal) }
    for request in prepared.requests {
        let body = Data(try request.chatCompletion(prompt: "What does the chart say?"))
        print(body.count)  // JSON, ready to be sent
    }
}

/// The sample of DocC that judges.
func articleJudging(_ photo: Data) async throws {
    let preflight = try Preflight(model: "databricks-gpt-5")
    let report = try await preflight.check([.file("chart.png"), .bytes(photo, name: "photo.jpg")])

    for image in report.images {
        for finding in image.findings {
            print(image.source, finding.code.rawValue, finding.message)
        }
    }
}

/// The sample of DocC that prepares.
func articlePreparing(
    _ preflight: Preflight,
    _ photo: Data,
    send: ([UInt8]) throws -> Void
) async throws {
    let images: [ImageInput] = [.file("chart.png"), .bytes(photo, name: "photo.jpg")]
    let prepared = try await preflight.prepare(images)
    for request in prepared.requests {
        try send(request.chatCompletion(prompt: "What does the chart say?"))
    }
}

/// The sample of DocC that repairs.
func articleRepairing(
    _ preflight: Preflight,
    _ bytes: [UInt8],
    send: ([UInt8]) throws -> Void
) async throws {
    let body = try RequestBody(bytes)
    let repaired = try await preflight.repair(body)
    if let bytes = repaired.bytes { try send(bytes) }
}

/// The samples of DocC on judging.
func judgingImages(_ photo: Data) async throws {
    var options = Preflight.Options(judgesEach: true)
    options.detail = "low"
    let alone = try Preflight(model: "databricks-gpt-5", options: options)

    let inputs: [ImageInput] = [.file("chart.png"), .bytes(photo, name: "upload 7")]
    let report = try await alone.check(inputs)
    for image in report.images where image.verdict != .accepted {
        print(image.source, image.verdict.rawValue, image.findings.map(\.code.rawValue))
    }
}

/// The samples of DocC on requests.
func preparingRequests(
    _ preflight: Preflight,
    _ images: [ImageInput],
    send: ([UInt8]) throws -> Void
) async throws {
    var options = RequestOptions()
    options.message.prompt = "What does the chart say?"
    options.plan.lossAtMost = .none
    options.byteBudget = 4_000_000
    let prepared = try await preflight.prepare(images, options: options)

    for request in prepared.requests { try send(request.body()) }
    for image in prepared.report.images {
        if let refusal = image.refusal { print(image.source, refusal) }
    }
}

/// The samples of DocC on tables.
func rulesOfYourOwn() throws {
    let table = try RuleTable(contentsOf: URL(filePath: "our-gateway.json"))
    let preflight = Preflight(table: table)

    var library = RuleLibrary.builtIn
    library.add([table])
    let known = try library.table(named: "openai/gpt-5.2")

    print(preflight.table.name, known.name)
}
