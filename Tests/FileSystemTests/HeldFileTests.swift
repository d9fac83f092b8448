import FileSystem
import Foundation
import Testing

/// A file that was looked at is read from its start, by one reader, whatever became of its name.
struct HeldFileTests {
    @Test(arguments: [(0, 4), (3, 4), (4, 4), (5, 4), (70_000, 65_536)])
    func `its beginning is there again`(_ byteCount: Int, _ beginningByteCount: Int) throws {
        let folder = try TemporaryFolder()
        let bytes = (0..<byteCount).map { UInt8(truncatingIfNeeded: $0) }
        let path = try folder.write(bytes, to: FilePath("a"))
        let file = try OpenFile(readingWithoutWaiting: path)
        #expect(
            try file.beginning(upTo: beginningByteCount) == Array(bytes.prefix(beginningByteCount))
        )
        #expect(try file.remainder(upTo: byteCount) == bytes)
    }

    @Test
    func `it is taken once`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write([1, 2], to: FilePath("a"))
        let held = HeldFile(try OpenFile(reading: path))
        try FileManager.default.removeItem(atPath: path.text)
        let bytes = try held.take()?.remainder(upTo: 10)
        #expect(bytes == [1, 2])
        let isTaken = held.take() == nil
        #expect(isTaken)
        #expect((1...64).contains(HeldFile.reasonableCount))
    }
}
