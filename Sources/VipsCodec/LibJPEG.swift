internal import CJPEG
internal import PreflightCore

/// What libjpeg does without libvips: the proof of a JPEG, and a JPEG made of another.
///
/// It answers only for what it decodes without a warning; nil leaves a file to libvips, which says
/// what is wrong with it, or knows its kind.
enum LibJPEG {
    /// What reading a whole file came to.
    enum Proof {
        /// Nothing is wrong; what was measured.
        case sound(DecodedImage)
        /// So many bytes stand between the last row and the end marker, enough for a row of blocks.
        case overfull(byteCount: Int)
        /// The file is damaged otherwise or of another kind.
        case undecided

        /// What a decoder that stops after the last row does not complain of; nil where there is
        /// nothing of the kind.
        var unseenDamage: String? {
            guard case .overfull(let byteCount) = self else { return nil }
            return "the coded data go on for \(byteCount) bytes after the last row"
        }
    }

    /// Reads a whole file with the least work that shows any damage, and what the picture is like.
    ///
    /// A picture that seems blank where it is shrunk is read once more, since nobody is accused
    /// wrongly.
    static func proof(of bytes: [UInt8]) -> Proof {
        guard let header = try? ImageHeader(reading: bytes.span, as: .jpeg) else {
            return .undecided
        }
        let load = VipsLoad(format: .jpeg, frames: .first)
        let reading = JPEGReading(shrink: load.measuredShrink(for: header.size))
        guard let size = reading.size(of: bytes) else {
            let byteCount = reading.surplusByteCount
            return byteCount > header.size.width / rowColumnsPerByte
                ? .overfull(byteCount: byteCount) : .undecided
        }
        var quality = reading.tap?.quality
        if reading.tap?.isPerhapsFlat == true {
            let whole = JPEGReading(shrink: 1)
            guard whole.size(of: bytes) != nil else { return .undecided }
            quality = whole.tap?.quality
        }
        return .sound(DecodedImage(size: size, frameCount: 1, quality: quality))
    }

    /// A block of 8 × 8 pixels takes two bits at least, one for its mean and one for its end.
    private static let rowColumnsPerByte = 32

    /// What is measured of a file that is in order; nil for one that is damaged or of another kind.
    static func verified(_ bytes: [UInt8]) -> DecodedImage? {
        if case .sound(let decoded) = proof(of: bytes) { decoded } else { nil }
    }

    /// Decodes a file, applies the steps of a plan, and writes the picture anew.
    ///
    /// Lightness and colours are scaled and turned as they are stored, so that none is computed from
    /// the other and back.
    ///
    /// - Returns: The new file; nil for a file that is damaged or of another kind, and for a plan that
    ///   takes more.
    static func applied(_ plan: Plan, to bytes: [UInt8]) -> AppliedPlan? {
        guard var order = cjpeg_order(plan) else { return nil }
        var result = unsafe cjpeg_result()
        let outcome = unsafe bytes.withUnsafeBufferPointer {
            unsafe cjpeg_rewrite(cjpeg_file($0), &order, &result)
        }
        guard outcome == CJPEG_DONE else { return nil }
        defer { unsafe cjpeg_free(result.bytes) }
        let written = unsafe UnsafeBufferPointer(start: result.bytes, count: result.byte_count)
        return unsafe AppliedPlan(
            bytes: Array(written),
            decoded: DecodedImage(
                size: PixelSize(result.original_size),
                frameCount: 1,
                quality: verified(bytes)?.quality
            )
        )
    }
}

/// One reading of a file, whose rows are measured on the way.
private final class JPEGReading {
    private let shrink: Int

    /// What measures; nil before the first row.
    private(set) var tap: QualityTap?

    /// The bytes between the last row and the end marker of a file that was refused for them; else 0.
    private(set) var surplusByteCount = 0

    /// Prepares to read a picture shrunk by 1, 2, 4 or 8.
    init(shrink: Int) {
        self.shrink = shrink
    }

    /// Reads a file to its end; nil where it is damaged or of another kind.
    func size(of bytes: [UInt8]) -> PixelSize? {
        var size = cjpeg_size()
        var surplus: Int32 = 0
        var visitor = unsafe cjpeg_visitor(
            context: Unmanaged.passUnretained(self).toOpaque(),
            begin: { context, size, sampleCount in
                unsafe JPEGReading.at(context)?.begin(PixelSize(size), Int(sampleCount))
            },
            take: { context, samples, sampleCount in
                let row = unsafe UnsafeBufferPointer(start: samples, count: sampleCount)
                unsafe JPEGReading.at(context)?.tap?.takeNext(row.span)
            }
        )
        let outcome = unsafe bytes.withUnsafeBufferPointer {
            unsafe cjpeg_verify(cjpeg_file($0), Int32(shrink), &visitor, &size, &surplus)
        }
        surplusByteCount = Int(surplus)
        return outcome == CJPEG_DONE ? PixelSize(size) : nil
    }

    private func begin(_ size: PixelSize, _ sampleCount: Int) {
        tap = QualityTap(
            QualityMeter.Layout(size: size, channelCount: sampleCount, shrink: shrink)
        )
    }

    private static func at(_ context: UnsafeMutableRawPointer?) -> JPEGReading? {
        unsafe context.map { unsafe Unmanaged<JPEGReading>.fromOpaque($0).takeUnretainedValue() }
    }
}

extension cjpeg_file {
    fileprivate init(_ bytes: UnsafeBufferPointer<UInt8>) {
        unsafe self.init(bytes: bytes.baseAddress, byte_count: bytes.count)
    }
}

extension cjpeg_size {
    fileprivate init(_ size: PixelSize) {
        self.init(width: Int32(clamping: size.width), height: Int32(clamping: size.height))
    }
}

extension PixelSize {
    fileprivate init(_ size: cjpeg_size) {
        self.init(width: Int(size.width), height: Int(size.height))
    }
}

extension cjpeg_order {
    /// The order that carries out a plan; nil where the plan takes more than planes.
    ///
    /// Plans give sizes as displayed; the picture is scaled as it is stored.
    fileprivate init?(_ plan: Plan) {
        self.init()
        guard plan.steps.allSatisfy(\.isDoneOnPlanes) else { return nil }
        switch plan.encoding {
        case .jpeg(let quality): self.quality = Int32(quality)
        case .fullColorJPEG(let quality):
            self.quality = Int32(quality)
            has_full_chroma = 1
        default: return nil
        }
        orientation = Int32(plan.orientation?.rawValue ?? 1)
        guard let wanted = plan.downscaledSize else { return }
        let isTransposed = plan.orientation?.exchangesSides == true
        size = cjpeg_size(isTransposed ? wanted.transposed : wanted)
    }
}

extension Step {
    /// Whether it leaves a picture's colours as they are stored; a JPEG has no alpha to flatten.
    fileprivate var isDoneOnPlanes: Bool {
        switch self {
        case .upright, .downscale, .encode, .flatten, .firstFrame, .stripMetadata, .trim, .repair,
            .fitBytes:
            true
        case .convertToSRGB, .fillMissing, .noteDamage, .tile: false
        }
    }
}
