extension JPEGFrame {
    /// Whether a scan has whole blocks: SOF0 and SOF1, and SOF9, which codes them arithmetically.
    var hasWholeBlocks: Bool { [0xC0, 0xC1, 0xC9].contains(code) }

    /// Whether the picture is coded arithmetically, and otherwise as most are (SOF9 and SOF10).
    var isArithmetic: Bool { Self.arithmeticCodes.contains(code) }

    /// The flaw of a coding that decoders in use do not read; nil for the usual ones.
    ///
    /// Source: ITU-T T.81, table B.1; libjpeg-turbo, jdmarker.c, for what it calls unsupported; Go,
    /// image/jpeg; Chromium and Firefox build libjpeg-turbo without arithmetic coding.
    var codingFlaw: StructuralFlaw? {
        if Self.losslessCodes.contains(code) { return Self.unreadable("lossless coding", code) }
        if Self.hierarchicalCodes.contains(code) {
            return Self.unreadable("hierarchical coding", code)
        }
        if bitsPerSample > 8 {
            return StructuralFlaw(
                "the picture has \(bitsPerSample) bits a sample",
                refusedBy: Self.all,
                cure: .rewrite
            )
        }
        guard isArithmetic else { return nil }
        return StructuralFlaw(
            "the picture has arithmetic coding (SOF\(code & 15))",
            refusedBy: [.goImage, .java, .browsers],
            cure: .rewrite
        )
    }

    private static func unreadable(_ coding: String, _ code: UInt8) -> StructuralFlaw {
        StructuralFlaw(
            "the picture has \(coding) (SOF\(code & 15))",
            refusedBy: all,
            cure: .rewrite
        )
    }

    private static let all: [StructuralFlaw.DecoderFamily] = [
        .libjpegTurbo, .pillow, .goImage, .java, .browsers,
    ]
    private static let losslessCodes: Set<UInt8> = [0xC3, 0xC7, 0xCB, 0xCF]
    private static let hierarchicalCodes: Set<UInt8> = [0xC5, 0xC6, 0xCD, 0xCE]
    private static let arithmeticCodes: Set<UInt8> = [0xC9, 0xCA]
}
