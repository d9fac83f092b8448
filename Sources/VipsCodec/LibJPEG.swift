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
        let reading = JPEGReading(of: header)
        guard let size = reading.verifiedSize(of: bytes) else {
            let byteCount = reading.surplusByteCount
            return byteCount > header.size.width / rowColumnsPerByte
                ? .overfull(byteCount: byteCount) : .undecided
        }
        var quality = reading.quality
        if quality == nil {
            let whole = JPEGReading(shrink: 1)
            guard whole.verifiedSize(of: bytes) != nil else { return .undecided }
            quality = whole.quality
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
    /// the other and back. What the picture is like is measured on the way, unless it is decoded too
    /// small for that or seems blank.
    ///
    /// - Returns: The new file; nil for a file that is damaged or of another kind, and for a plan that
    ///   takes more.
    static func applied(_ plan: Plan, to bytes: [UInt8]) -> AppliedPlan? {
        guard var order = cjpeg_order(plan),
            let header = try? ImageHeader(reading: bytes.span, as: .jpeg)
        else { return nil }
        let reading = JPEGReading(of: header)
        var result = unsafe cjpeg_result()
        let isDone = unsafe reading.isDone(with: bytes) { file, visitor in
            unsafe cjpeg_rewrite(file, &order, visitor, &result)
        }
        guard isDone else { return nil }
        defer { unsafe cjpeg_free(result.bytes) }
        let written = unsafe UnsafeBufferPointer(start: result.bytes, count: result.byte_count)
        return unsafe AppliedPlan(
            bytes: Array(written),
            decoded: DecodedImage(
                size: PixelSize(result.original_size),
                frameCount: 1,
                quality: reading.quality ?? verified(bytes)?.quality
            )
        )
    }
}

/// One reading of a file, whose rows are measured on the way.
private final class JPEGReading {
    private let shrink: Int
    private var tap: QualityTap?

    /// The bytes between the last row and the end marker of a file that was refused for them; else 0.
    private(set) var surplusByteCount = 0

    /// Prepares to read a picture shrunk by 1, 2, 4 or 8.
    init(shrink: Int) {
        self.shrink = shrink
    }

    /// Prepares to read a picture as small as it is measured.
    convenience init(of header: ImageHeader) {
        let load = VipsLoad(format: .jpeg, frames: .first)
        self.init(shrink: load.measuredShrink(for: header.size))
    }

    /// What was measured; nil where no row was seen, or where only the whole picture tells.
    var quality: PictureQuality? {
        tap.flatMap { $0.isPerhapsFlat ? nil : $0.quality }
    }

    /// Reads a file to its end; nil where it is damaged or of another kind.
    func verifiedSize(of bytes: [UInt8]) -> PixelSize? {
        var size = cjpeg_size()
        var surplus: Int32 = 0
        let isDone = unsafe isDone(with: bytes) { file, visitor in
            unsafe cjpeg_verify(file, visitor, &size, &surplus)
        }
        surplusByteCount = Int(surplus)
        return isDone ? PixelSize(size) : nil
    }

    /// Whether a function of CJPEG has nothing to object to a file whose rows are measured meanwhile.
    func isDone(
        with bytes: [UInt8],
        _ read: (cjpeg_file, UnsafePointer<cjpeg_visitor>) -> Int32
    ) -> Bool {
        var visitor = unsafe cjpeg_visitor(
            shrink: Int32(shrink),
            context: Unmanaged.passUnretained(self).toOpaque(),
            begin: { context, size, sampleCount in
                unsafe JPEGReading.at(context)?.begin(PixelSize(size), Int(sampleCount))
            },
            take: { context, samples, sampleCount in
                let row = unsafe UnsafeBufferPointer(start: samples, count: sampleCount)
                unsafe JPEGReading.at(context)?.tap?.takeNext(row.span)
            }
        )
        return unsafe bytes.withUnsafeBufferPointer {
            unsafe read(cjpeg_file($0), &visitor)
        } == CJPEG_DONE
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
