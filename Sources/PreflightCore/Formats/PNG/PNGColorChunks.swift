/// What the chunks of a PNG file say of its colours, but for a profile.
///
/// Source: W3C Portable Network Graphics (PNG) Specification, third edition, 4.3 (which of them
/// counts) and 11.3.2.
struct PNGColorChunks {
    /// The four bytes of `cICP`: primaries, transfer, matrix, range.
    private var codePoints: [Int]?
    private var isStandard = false
    private var gamma: Double?
    /// Whether an exponent was met that is none.
    private var isMeasureVoid = false
    private var chromaticities: [Double]?

    /// The significant bits of the samples, of each channel; nil where nobody says.
    private(set) var significantBits: [Int]?

    /// Takes in a chunk before the image data; of several of a kind the first counts.
    mutating func take(_ chunk: PNGChunk, in bytes: Span<UInt8>) {
        let data = bytes.extracting(chunk.data)
        switch chunk.type {
        case PNGChunk.codePoints where data.count == 4:
            codePoints = codePoints ?? (0..<4).map { Int(data[$0]) }
        case PNGChunk.standardColor:
            isStandard = true
        case PNGChunk.gamma:
            takeGamma(try? data.bigEndian32(at: 0))
        case PNGChunk.chromaticities where data.count == 32:
            chromaticities =
                chromaticities
                ?? stride(from: 0, to: 32, by: 4)
                .compactMap { (try? data.bigEndian32(at: $0)).map { Double($0) / 100_000 } }
        case PNGChunk.significantBits:
            significantBits = significantBits ?? (0..<data.count).map { Int(data[$0]) }
        default:
            break
        }
    }

    /// What libpng does not believe, it leaves out together with all measured colours (pngset.c,
    /// `png_colorspace_set_gamma`).
    private mutating func takeGamma(_ stored: Int?) {
        guard let stored, gamma == nil else { return }
        guard Self.believedGammas.contains(stored) else {
            isMeasureVoid = true
            return
        }
        gamma = Double(stored) / 100_000
    }

    private static let believedGammas = 16...625_000_000

    /// What is declared; nil for sRGB, for what is as good as that, and for nothing.
    ///
    /// - Parameter hasProfile: Whether there is a profile, which only `cICP` overrides.
    /// - Returns: The declaration.
    func declared(besideProfile hasProfile: Bool) -> DeclaredColor? {
        if let codePoints { return Self.declared(codePoints) }
        guard !hasProfile, !isStandard, !isMeasureVoid else { return nil }
        return declaredByMeasure
    }
}

extension PNGColorChunks {
    /// Primaries and transfer that are converted (H.273, tables 2 and 3).
    private static let primaries: [Int: (name: String, ColorEncoding.Primaries)] = [
        1: ("BT.709", .bt709), 4: ("BT.470 M", .bt470M), 5: ("BT.601", .bt601With625Lines),
        6: ("BT.601", .bt601With525Lines), 7: ("BT.601", .bt601With525Lines),
        9: ("BT.2020", .bt2020), 11: ("DCI P3", .dciP3), 12: ("Display P3", .displayP3),
    ]
    private static let transfers: [Int: (name: String?, ColorEncoding.Transfer)] = [
        4: ("gamma 2.2", .power(2.2)), 5: ("gamma 2.8", .power(2.8)),
        8: ("linear light", .power(1)),
        13: (nil, .sRGB), 16: ("PQ", .pq), 18: ("HLG", .hlg),
    ]

    private static func declared(_ codePoints: [Int]) -> DeclaredColor? {
        guard let (space, primaries) = primaries[codePoints[0]],
            let (curve, transfer) = transfers[codePoints[1]],
            codePoints[2] == 0, codePoints[3] <= 1
        else {
            let points = codePoints.map(String.init).joined(separator: ", ")
            return DeclaredColor(name: "colours of an unknown kind (cICP \(points))", encoding: nil)
        }
        let isFullRange = codePoints[3] == 1
        guard !primaries.isStandard || transfer != .sRGB || !isFullRange else { return nil }
        let details = [curve, isFullRange ? nil : "a narrow range"].compactMap(\.self)
        let words = details.isEmpty ? "" : " with \(String.list(details))"
        return DeclaredColor(
            name: "colours of \(space)\(words) (cICP)",
            encoding: ColorEncoding(
                primaries: primaries,
                transfer: transfer,
                isFullRange: isFullRange
            )
        )
    }

    /// What `cHRM` and `gAMA` say.
    private var declaredByMeasure: DeclaredColor? {
        let primaries = measuredPrimaries ?? .bt709
        let transfer = measuredTransfer(of: primaries)
        let oddities = [
            primaries.isStandard ? nil : "cHRM", transfer == .sRGB ? nil : "gAMA",
        ]
        .compactMap(\.self)
        guard !oddities.isEmpty else { return nil }
        let isKnown = primaries.toStandard != nil
        return DeclaredColor(
            name: "colours other than sRGB’s (\(String.list(oddities)))",
            encoding: isKnown ? ColorEncoding(primaries: primaries, transfer: transfer) : nil
        )
    }

    /// White, red, green, blue, x and y each (11.3.2.1).
    private var measuredPrimaries: ColorEncoding.Primaries? {
        guard let values = chromaticities, values.count == 8 else { return nil }
        func chromaticity(_ index: Int) -> ColorEncoding.Chromaticity {
            ColorEncoding.Chromaticity(values[index], values[index + 1])
        }
        return ColorEncoding.Primaries(
            red: chromaticity(2),
            green: chromaticity(4),
            blue: chromaticity(6),
            white: chromaticity(0)
        )
    }

    /// The stored number is the exponent from light to samples (11.3.2.2).
    ///
    /// 1/2.2 is what writers give for sRGB, and what libpng takes for it, to within 5%; beside the
    /// lights of another space it is the exponent of that.
    private func measuredTransfer(of primaries: ColorEncoding.Primaries) -> ColorEncoding.Transfer {
        guard let gamma else { return .sRGB }
        let isStandard = primaries.isStandard && abs(gamma * 2.2 - 1) <= 0.05
        return isStandard ? .sRGB : .power(1 / gamma)
    }
}
