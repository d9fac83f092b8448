/// What is wrong with one chunk of a PNG file although its picture can be shown.
struct PNGChunkFault {
    /// What an edit writes in place of the chunk.
    enum Mending {
        /// The chunk with the checksum that its contents have.
        case checksum
        /// The chunk with the sequence number that is its turn.
        case sequenceNumber
        /// The chunk without data.
        case emptying
        /// Nothing: decoders that show the file leave the chunk out too.
        case dropping
        /// The chunk as it is, since no edit cures it.
        case impossible
        /// The chunk as it is, since only its frame is at fault.
        case rewritingFrames
    }

    /// What is wrong, as a clause.
    let fact: String

    /// Who refuses the file for it.
    let refusedBy: [StructuralFlaw.DecoderFamily]

    /// What an edit does about it.
    let mending: Mending

    /// The same fault of a chunk that is left out.
    var dropping: PNGChunkFault {
        PNGChunkFault(fact: fact, refusedBy: refusedBy, mending: .dropping)
    }

    /// The fault as a flaw of the file.
    var flaw: StructuralFlaw { StructuralFlaw(fact, refusedBy: refusedBy, cure: mending.cure) }
}

extension PNGChunkFault.Mending {
    /// The cure that it amounts to.
    fileprivate var cure: StructuralFlaw.Cure {
        switch self {
        case .checksum, .sequenceNumber, .emptying, .dropping: .repair
        case .impossible: .rewrite
        case .rewritingFrames: .rewriteFrames
        }
    }
}

extension PNGChunk {
    /// The four letters of the type.
    var typeName: String {
        String(
            decoding: [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: type >> $0) },
            as: UTF8.self
        )
    }

    /// The offset of the chunk's length, with which it begins.
    var startOffset: Int { data.lowerBound - 8 }

    /// How a message names the chunk.
    var name: String { "the \(typeName) chunk at byte \(startOffset)" }

    /// Whether the checksum of a complete chunk is that of its type and data (PNG, 5.3).
    func hasRightChecksum(in bytes: Span<UInt8>) -> Bool {
        guard isComplete else { return false }
        var checksum = CRC32()
        checksum.update(bytes.extracting(data.lowerBound - 4..<data.upperBound))
        return (try? bytes.bigEndian32(at: data.upperBound)) == Int(checksum.value)
    }
}
