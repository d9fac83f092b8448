internal import CVips
internal import PreflightCore

/// Measures a picture's quality from the rows that are computed of it anyway.
final class QualityTap {
    private var meter: QualityMeter
    private var nextRow = 0
    private let isWide: Bool

    /// What was measured; nil where not all rows were computed, whole and in order.
    ///
    /// Lengths are in the pixels of the file.
    var quality: PictureQuality? { meter.quality }

    /// Whether only a decode in full size tells of the contrast.
    var isPerhapsFlat: Bool { meter.isPerhapsFlat }

    /// Measures rows.
    ///
    /// - Parameters:
    ///   - layout: How they are made up.
    ///   - isWide: Whether samples have two bytes, in the order of the machine.
    init(_ layout: QualityMeter.Layout, isWide: Bool = false) {
        meter = QualityMeter(layout)
        self.isWide = isWide
    }

    /// Measures an image.
    ///
    /// - Parameters:
    ///   - image: The image, before its rows are computed.
    ///   - shrink: How much smaller it is than the file says, 1 where it is not.
    ///   - measuredShrink: How much smaller the pixels are that are measured.
    convenience init(of image: borrowing VipsImage, shrink: Int, measuredShrink: Int) {
        self.init(
            QualityMeter.Layout(
                size: PixelSize(width: image.width, height: image.height),
                frameHeight: image.frameHeight,
                channelCount: image.bandCount,
                shrink: shrink,
                binning: max(1, measuredShrink / shrink)
            ),
            isWide: [VIPS_INTERPRETATION_RGB16, VIPS_INTERPRETATION_GREY16]
                .contains(image.interpretation)
        )
    }

    /// Takes the next row.
    func takeNext(_ samples: Span<UInt8>) { take(nextRow, samples) }

    /// Takes a row unless it was seen already: filters ask for some rows twice.
    fileprivate func take(_ row: Int, _ samples: Span<UInt8>) {
        guard row == nextRow else { return }
        nextRow += 1
        guard isWide else { return meter.take(samples) }
        // Of samples of two bytes the upper one is enough.
        let upper = UInt16(1).littleEndian == 1 ? 1 : 0
        let upperBytes = stride(from: upper, to: samples.count, by: 2).map { samples[$0] }
        meter.take(upperBytes.span)
    }
}

extension VipsImage {
    /// The same image, whose rows are shown to what measures it while they are computed.
    func measured(by tap: QualityTap) throws(CodecError) -> VipsImage {
        let context = unsafe Unmanaged.passRetained(tap).toOpaque()
        return try unsafe VipsImage.result(of: .decode) { out in
            unsafe cvips_visiting_rows(
                pointer,
                out,
                { context, row, samples, length in
                    guard let context = unsafe context else { return }
                    let tap = unsafe Unmanaged<QualityTap>.fromOpaque(context).takeUnretainedValue()
                    let samples = unsafe UnsafeBufferPointer(start: samples, count: length)
                    unsafe tap.take(Int(row), samples.span)
                },
                context,
                { context in
                    guard let context = unsafe context else { return }
                    unsafe Unmanaged<QualityTap>.fromOpaque(context).release()
                }
            )
        }
    }
}
