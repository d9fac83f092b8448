import FileSystem
import Foundation
import Testing

/// A process that is asked to end does its last work and ends as it was told to.
struct TerminationSignalsTests {
    @Test(arguments: [SIGTERM, SIGINT, SIGHUP])
    func `a signal runs the last work and ends the process`(signal: Int32) async throws {
        let folder = try TemporaryFolder()
        let note = folder.file(FilePath("note")).text
        await #expect(processExitsWith: .exitCode(42)) { [note = note as String, signal] in
            try TerminationSignals.endProcess(status: 42) { name in
                try? OutputFile(replacing: FilePath(note)).write(Array(name.utf8))
            }
            kill(getpid(), signal)
            while true { sleep(1) }
        }
        let names = [SIGTERM: "SIGTERM", SIGINT: "SIGINT", SIGHUP: "SIGHUP"]
        let written = try OpenFile(reading: FilePath(note)).bytes(upTo: 100)
        #expect(String(decoding: written, as: UTF8.self) == names[signal])
    }

    @Test(arguments: [(SIGINT, 130), (SIGTERM, 42)] as [(Int32, Int32)])
    func `Ctrl-C may have a status of its own`(signal: Int32, status: Int32) async {
        await #expect(processExitsWith: .exitCode(status)) { [signal] in
            try TerminationSignals.endProcess(status: 42, interruptStatus: 130) { _ in }
            kill(getpid(), signal)
            while true { sleep(1) }
        }
    }

    @Test
    func `busy threads do not keep it waiting`() async {
        await #expect(processExitsWith: .exitCode(42)) {
            try TerminationSignals.endProcess(status: 42) { _ in }
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        kill(getpid(), SIGTERM)
                        while true {}
                    }
                }
            }
        }
    }

    @Test
    func `a signal that is ignored at the start stays ignored`() async {
        await #expect(processExitsWith: .exitCode(43)) {
            _ = signal(SIGHUP, SIG_IGN)
            try TerminationSignals.endProcess(status: 42) { _ in }
            kill(getpid(), SIGHUP)
            usleep(100_000)
            exit(43)
        }
    }

    @Test
    func `the last call counts`() async {
        await #expect(processExitsWith: .exitCode(44)) {
            try TerminationSignals.endProcess(status: 42) { _ in }
            try TerminationSignals.endProcess(status: 44) { _ in }
            kill(getpid(), SIGTERM)
            while true { sleep(1) }
        }
    }
}
