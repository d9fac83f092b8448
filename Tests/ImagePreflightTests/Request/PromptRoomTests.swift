import Fixtures
import Foundation
import ImagePreflight
import PreflightCore
import Testing

/// A body is as large as was planned, or is not made.
struct PromptRoomTests {
    private static func request(
        prompt: String = "",
        budget: Int? = nil
    ) async throws -> PreparedRequest {
        let prepared = try await Preflight(model: BuiltIn.gpt5)
            .prepare(
                [.file(Fixture.pngRGB8.path)],
                options: RequestOptions(
                    message: MessageOptions(prompt: prompt),
                    split: .never,
                    byteBudget: budget
                )
            )
        return try #require(prepared.requests.first, "\(prepared.refusal?.description ?? "")")
    }

    @Test
    func `a prompt fills the body to the last byte`() async throws {
        let byteCount = try await Self.request().chatCompletion().count
        let request = try await Self.request(budget: byteCount + 4)
        #expect(try request.chatCompletion(prompt: "abc").count == byteCount + 3)
        #expect(try request.chatCompletion(prompt: "é\"").count == byteCount + 4)
        let error = #expect(throws: RequestTooLargeError.self) {
            try request.chatCompletion(prompt: "abcde")
        }
        #expect(error?.byteCount == byteCount + 5)
        #expect(error?.byteCountAtMost == byteCount + 4)
        #expect(error?.description.hasPrefix("The body has ") == true)
    }

    @Test
    func `the prompt of the options has its room from the start`() async throws {
        let request = try await Self.request(prompt: "What is this?")
        let parsed = try JSONSerialization.jsonObject(with: Data(request.chatCompletion()))
        #expect("\(parsed)".contains("What is this?"))
        let empty = try request.chatCompletion(prompt: "")
        #expect(try request.chatCompletion().count == empty.count + 13)
        #expect(try await empty == Self.request().chatCompletion())
    }

    @Test
    func `ten million bytes are too much without a budget too`() async throws {
        let request = try await Self.request()
        let room = 10_000_000 - (try request.chatCompletion().count)
        let full = try request.chatCompletion(prompt: String(repeating: "a", count: room))
        #expect(full.count == 10_000_000)
        #expect(throws: RequestTooLargeError.self) {
            try request.chatCompletion(prompt: String(repeating: "a", count: room + 1))
        }
    }

    @Test
    func `a prompt of the options leaves less for the images`() async throws {
        let inputs = PreparingScene.inputs(PreparingScene.photographs)
        let preflight = try Preflight(model: BuiltIn.gpt5)
        let message = MessageOptions(prompt: String(repeating: "\"", count: 10_000))
        let prepared = try await preflight.prepare(
            inputs,
            options: RequestOptions(message: message, split: .never, byteBudget: 80_000)
        )
        let byteCount = try #require(try prepared.bodyByteCounts().first)
        #expect(byteCount <= 80_000)
        #expect(prepared.images.reduce(0) { $0 + $1.bytes.count } <= 45_000)
    }
}
