import CodecProtocol
import FileSystem
import Foundation
import PreflightCore
import Testing

@testable import WorkerCodec

/// A worker that cannot be had is told in one sentence, which is of no image.
struct StartingTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var sentence: String
    }

    @Test(arguments: [
        Row(
            testDescription: "silent",
            sentence: "does not answer (exit status 5): install it anew"
        ),
        Row(testDescription: "mute", sentence: "does not answer within 10 s: install it anew"),
        Row(testDescription: "babbling", sentence: "is of another version, or no imgcheck-codec"),
        Row(testDescription: "foreign", sentence: "is of another version, or no imgcheck-codec"),
        Row(testDescription: "older", sentence: "is of version 0.0.9: install the one that came"),
    ])
    func `one that does not greet`(_ row: Row) throws {
        try Double.with(row.testDescription) { (codec) throws in
            let error = #expect(throws: WorkerError.self) { try codec.start() }
            #expect(
                error?.description.contains(row.sentence) == true,
                "\(error?.description ?? "")"
            )
            let failure = #expect(throws: CodecError.self) {
                try codec.verify([1], as: .png, frames: .first)
            }
            #expect(failure == error.map { CodecError(stage: .start, detail: $0.description) })
        }
    }

    @Test func `one that ends before it greets is started once more`() throws {
        try Double.with("stillborn") { (codec) throws in
            #expect(try codec.start().version == Version.current)
        }
    }

    @Test func `one that is not there`() throws {
        let codec = WorkerCodec(program: WorkerProgram(at: FilePath("/nonexistent/codec")))
        let error = #expect(throws: WorkerError.self) { try codec.start() }
        #expect(error?.description.contains("does not start (No such file or directory)") == true)
    }

    @Test(arguments: [
        ("", "imgcheck-codec is missing: put it in "),
        (
            "WorkerCodec.build/",
            "imgcheck-codec is not built: have swift build make the product imgcheck-codec"
        ),
    ])
    func `one that is beside no program`(content: String, sentence: String) throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "imgcheck-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder.appending(path: content),
            withIntermediateDirectories: true
        )
        defer { try? FileManager.default.removeItem(at: folder) }
        let error = #expect(throws: WorkerError.self) {
            try WorkerProgram.found(besides: FilePath(folder.path(percentEncoded: false)))
        }
        #expect(error?.description.contains(sentence) == true, "\(error?.description ?? "")")
    }

    @Test func `one that greets says what it is`() throws {
        let greeting = try WorkerCodec(program: BuiltPrograms.worker).start()
        #expect(greeting.openLoaders.contains("jpegload_source"))
        #expect(greeting.blockedLoaders.contains("tiffload_source"))
        #if os(Linux)
        #expect(greeting.layers.contains { $0.name == "seccomp" && $0.failure.isEmpty })
        #endif
    }
}
