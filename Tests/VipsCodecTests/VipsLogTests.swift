import Fixtures
import PreflightCore
import Testing

@testable import VipsCodec

/// The log of a decode is caught, and belongs to that decode.
struct VipsLogTests {
    @Test
    func `libvips' warnings are in the log of their decode`() throws {
        let log = VipsLog()
        try Self.decode(.warningJpegScan, into: log)
        #expect(log.text.contains("warning"))
        #expect(!log.text.contains("\n"))
    }

    @Test
    func `a file in order logs nothing`() throws {
        let log = VipsLog()
        try Self.decode(.jpegPhoto, into: log)
        #expect(log.text == "")
    }

    @Test
    func `logs are kept apart while files are decoded side by side`() async throws {
        try await withThrowingTaskGroup(of: (Bool, String).self) { group in
            for number in 0..<200 {
                group.addTask {
                    let log = VipsLog()
                    let warns = number.isMultiple(of: 2)
                    try Self.decode(warns ? .warningJpegScan : .jpegMark, into: log)
                    return (warns, log.text)
                }
            }
            for try await (warns, text) in group { #expect(text.isEmpty != warns) }
        }
    }

    @Test
    func `words of the log stand in where libvips leaves none`() {
        let log = VipsLog()
        #expect(throws: CodecError(stage: .open, detail: "")) {
            try log.explaining { () throws(CodecError) in
                throw CodecError(stage: .open, detail: "")
            }
        }
        #expect(throws: CodecError(stage: .open, detail: "own words")) {
            try log.explaining { () throws(CodecError) in
                try Self.decode(.warningJpegScan)
                throw CodecError(stage: .open, detail: "own words")
            }
        }
        let error = #expect(throws: CodecError.self) {
            try log.explaining { () throws(CodecError) in
                try Self.decode(.warningJpegScan)
                throw CodecError(stage: .decode, detail: "")
            }
        }
        #expect(error?.stage == .decode)
        #expect(error?.detail.contains("warning") == true)
    }

    private static func decode(_ fixture: Fixture, into log: VipsLog) throws(CodecError) {
        try log.collect { () throws(CodecError) in try decode(fixture) }
    }

    private static func decode(_ fixture: Fixture) throws(CodecError) {
        try VipsLibrary.start()
        let bytes = (try? fixture.bytes()) ?? []
        try ErrorDetail.exact { () throws(CodecError) in
            try VipsLoad(format: .jpeg, frames: .first)
                .open(bytes, failingOn: .refusingErrors)
                .computeEveryPixel()
        }
    }
}
