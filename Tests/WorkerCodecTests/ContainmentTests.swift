import CodecProtocol
import Fixtures
import PreflightCore
import Testing
import WorkerCodec

/// A worker that goes wrong costs the image it goes wrong at, and nothing else.
struct ContainmentTests {
    /// What goes wrong, and a part of the sentence that tells the cause.
    struct Row: Sendable, CustomTestStringConvertible {
        var fault: String
        var cause: String
        var timeoutSeconds = 1.0
        var testDescription: String { fault }
    }

    private static let faults = [
        Row(fault: "crashing", cause: "the decoder ended with signal 6", timeoutSeconds: 60),
        Row(fault: "looping", cause: "the decoder needs more than 1 s"),
        Row(fault: "overeating", cause: "the decoder ended with signal", timeoutSeconds: 60),
        Row(fault: "lie-noise", cause: "makes no sense: it is no message"),
        Row(fault: "lie-short", cause: "the decoder needs more than 1 s"),
        Row(fault: "lie-huge", cause: "makes no sense: it announces 1999999999 bytes"),
        Row(fault: "lie-endless", cause: "makes no sense: it announces 4611686018427387904 bytes"),
        Row(fault: "lie-other", cause: "makes no sense"),
        Row(fault: "lie-question", cause: "makes no sense: its kind makes no sense"),
        Row(fault: "lie-empty", cause: "makes no sense: it ends too early"),
    ]

    @Test(arguments: faults)
    func `costs one image and tells the cause`(_ row: Row) throws {
        var options = WorkerOptions(timeoutSeconds: row.timeoutSeconds)
        options.memoryByteCount = 1 << 30
        try Double.with(row.fault, options: options) { (codec) throws in
            let before = try Self.verified(by: codec)
            let error = #expect(throws: CodecError.self) { try Self.verifyTriggering(codec) }
            #expect(error?.stage == .decode)
            #expect(error?.isLate == row.cause.contains("more than 1 s"))
            #expect(error?.detail.contains(row.cause) == true, "\(error?.detail ?? "no error")")
            #expect(try Self.verified(by: codec) == before)
        }
    }

    #if os(Linux)
    @Test(arguments: EscapeAttempt.allCases)
    func `cannot get out`(_ attempt: EscapeAttempt) throws {
        try Double.with(attempt.rawValue) { (codec) throws in
            let error = #expect(throws: CodecError.self) { try Self.verifyTriggering(codec) }
            let isKilled = error?.detail.contains("signal 31") == true
            #expect(isKilled || error?.detail == "refused", "\(error?.detail ?? "no error")")
            #expect(try Self.verified(by: codec).count == 2)
        }
    }

    @Test(arguments: EscapeAttempt.allCases)
    func `could get out if nothing held it`(_ attempt: EscapeAttempt) {
        let outcome = BuiltPrograms.worker.outcome(of: attempt, from: .nothing)
        // Whether one process may read another depends on the machine.
        #expect(outcome == .possible || attempt == .traceParent)
    }

    @Test(arguments: EscapeAttempt.allCases, [LockLayer?.none, .seccomp])
    func `the real worker is held`(_ attempt: EscapeAttempt, _ layer: LockLayer?) {
        let outcome = BuiltPrograms.worker.outcome(of: attempt, from: layer)
        #expect([.refused, .killed].contains(outcome))
    }
    #endif

    @Test func `a worker that dies at every second image costs none`() throws {
        var sound: [DecodedImage] = []
        try Double.with("sound") { sound = try Self.verified(by: $0) }
        try Double.with("tired") { (codec) throws in
            for _ in 1...3 { #expect(try Self.verified(by: codec) == sound) }
        }
    }

    @Test func `a worker that is worn out is replaced`() throws {
        var options = WorkerOptions()
        options.imageCountAtMost = 1
        try Double.with("tired", options: options) { (codec) throws in
            #expect(try Self.verified(by: codec).count == 2)
        }
    }

    private static func verified(by codec: WorkerCodec) throws -> [DecodedImage] {
        try [Fixture.pngRGB8, .pngRGBAText]
            .map { try codec.verify($0.bytes(), as: .png, frames: .first) }
    }

    private static func verifyTriggering(_ codec: WorkerCodec) throws {
        let bytes = try Fixture.pngRGB8.bytes() + Double.trigger
        _ = try codec.verify(bytes, as: .png, frames: .first)
    }
}
