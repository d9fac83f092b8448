import FileSystem
import Testing

/// What is kept comes back as it was, wherever it was kept.
struct SpoolTests {
    private static func piece(_ seed: UInt8, _ byteCount: Int) -> [UInt8] {
        (0..<byteCount).map { UInt8(truncatingIfNeeded: $0 &* 7) &+ seed }
    }

    @Test(arguments: [(0, 60), (19, 60), (20, 40), (40, 20), (60, 0)])
    func `what has no room in memory goes into the file`(
        memory: Int,
        fileByteCount: Int
    ) throws {
        let spool = Spool(memoryByteCountAtMost: memory)
        let pieces = (0..<3).map { Self.piece($0, 20) }
        let kept = pieces.map(spool.keep)
        #expect(spool.fileByteCount == fileByteCount)
        for (kept, piece) in zip(kept, pieces).reversed() {
            #expect(try kept.bytes() == piece)
            #expect(kept.byteCount == 20)
        }
    }

    @Test
    func `room in memory is free again once nobody holds what was there`() throws {
        let spool = Spool(memoryByteCountAtMost: 30)
        for seed in 0..<9 as Range<UInt8> {
            let kept = spool.keep(Self.piece(seed, 30))
            #expect(try kept.bytes() == Self.piece(seed, 30))
        }
        #expect(spool.fileByteCount == 0)
    }

    @Test
    func `many threads keep bytes in one file`() async throws {
        let spool = Spool(memoryByteCountAtMost: 1_000)
        await withTaskGroup { group in
            for seed in 0..<200 as Range<UInt8> {
                group.addTask { (seed, spool.keep(Self.piece(seed, 100 + Int(seed)))) }
            }
            for await (seed, kept) in group {
                let bytes = try? kept.bytes()
                #expect(bytes == Self.piece(seed, 100 + Int(seed)))
            }
        }
        #expect(spool.fileByteCount > 0)
    }

    @Test
    func `nothing is kept too`() throws {
        #expect(try Spool(memoryByteCountAtMost: 0).keep([]).bytes() == [])
        #expect(try KeptBytes(shared: [1, 2]).bytes() == [1, 2])
    }
}
