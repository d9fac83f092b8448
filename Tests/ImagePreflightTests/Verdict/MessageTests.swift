import Fixtures
import ImagePreflight
import PreflightCore
import Testing

/// Every message that the fixtures bring about is one sentence of one form.
struct MessageTests {
    @Test(arguments: [Preflight.Options.Mode.decode, .headers])
    func `a message is one sentence`(mode: Preflight.Options.Mode) async throws {
        let messages = try await Self.messages(mode: mode)
        #expect(messages.count > 100)
        for message in messages {
            #expect(!message.hasPrefix("Expected "))
            #expect(
                message.first.map { $0.isUppercase || $0.isNumber } == true
                    || message.hasPrefix("image/")
            )
            #expect(message.hasSuffix(".") && !message.hasSuffix(".."))
            #expect(message.contains(": "), "no cure: \(message)")
            #expect(!message.contains("  ") && !message.contains("\n"), "\(message)")
            #expect(!message.contains("Optional(") && !message.contains("()"), "\(message)")
            #expect(Self.sentenceCount(of: message) == 1, "\(message)")
        }
    }

    /// Full stops that end a sentence; what a decoder says stands in parentheses and is its own.
    private static func sentenceCount(of message: String) -> Int {
        let own = message.replacing(#/\(.*\)/#, with: "")
        return own.matches(of: #/[.!?](\s|$)/#).count
    }

    /// Everything that all tables say of all fixtures, of too many images, and of too many bytes.
    private static func messages(mode: Preflight.Options.Mode) async throws -> Set<String> {
        let options = Preflight.Options(
            mode: mode,
            decodeGuard: DecodeGuard(framePixelCount: 2_000_000)
        )
        let requests = [
            Fixture.all.map { ImageInput.file($0.path) },
            try TestInputs.file(.pngGray1, times: 501).make(),
            try TestInputs.png(byteCounts: 5_000_000, 5_000_001).make(),
        ]
        var messages: Set<String> = []
        for inputs in requests {
            let reports = try await Preflight.check(
                inputs,
                under: BuiltIn.tables,
                options: options
            )
            messages.formUnion(reports.flatMap(\.allFindings).map(\.message.description))
        }
        return messages
    }
}
