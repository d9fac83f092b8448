import Fixtures
import Foundation
import ImagePreflight
import PreflightCore
import Synchronization
import Testing

/// How far the work has come, as the library tells it.
struct ProgressTests {
    /// Takes what is told.
    private final class Log: Sendable {
        private let events = Mutex<[PreparationProgress]>([])

        func note(_ event: PreparationProgress) { events.withLock { $0.append(event) } }

        /// The last image count of all that were read.
        var read: [Int] {
            events.withLock { $0 }
                .compactMap { if case .read(let count, _, _) = $0 { count } else { nil } }
        }

        var fitting: [(count: Int, all: Int)] {
            events.withLock { $0 }
                .compactMap {
                    if case .fitting(let count, let all) = $0 { (count, all) } else { nil }
                }
        }
    }

    private static func preflight(_ log: Log) throws -> Preflight {
        var preflight = try Preflight(model: BuiltIn.gpt5)
        preflight.progress = { log.note($0) }
        return preflight
    }

    @Test
    func `each round of fitting counts its pictures from none to all`() async throws {
        let log = Log()
        let options = RequestOptions(
            plan: PlanOptions(squeezes: true),
            split: .never,
            byteBudget: 60_000
        )
        let prepared = try await Self.preflight(log)
            .prepare(PreparingScene.inputs(PreparingScene.photographs), options: options)
        #expect(prepared.refusal == nil)
        #expect(log.read == Array(1...6))
        let rounds = log.fitting
        #expect(rounds.first?.count == 0)
        #expect(rounds.last.map { $0.count == $0.all } == true)
        for (one, next) in zip(rounds, rounds.dropFirst()) {
            #expect(next.count == (one.count == one.all ? 0 : one.count + 1))
        }
    }

    @Test(arguments: [nil, RejectPolicy.fail])
    func `the images of all bodies are counted`(reject: RejectPolicy?) async throws {
        let url = "data:image/png;base64,\(try Data(Fixture.pngRGB8.bytes()).base64EncodedString())"
        let part = #"{"type":"image_url","image_url":{"url":"\#(url)"}}"#
        let line = #"{"messages":[{"role":"user","content":[\#(part),\#(part)]}]}"#
        let body = try RequestBody(Array("\(line)\n\(line)\n".utf8))
        let log = Log()
        _ = try await Self.preflight(log)
            .judge(body, requests: body.requests, remote: .fail, reject: reject)
        #expect(log.read == [1, 2, 3, 4])
    }
}
