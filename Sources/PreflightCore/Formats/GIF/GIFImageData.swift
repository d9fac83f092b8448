/// What the compressed pixels of a GIF file say without being turned into a picture.
struct GIFImageData {
    /// What is wrong although the first frame is there.
    private(set) var flaws = StructuralFlaws()

    /// What is missing of the first frame.
    private(set) var missingPixels: MissingPixels?

    private let hasGlobalColors: Bool
    private var frameNumber = 0

    /// Goes through the images of a file; nil where its logical screen is cut off.
    init?(of bytes: [UInt8]) {
        guard let screen = try? GIFScreen(of: bytes.span) else { return nil }
        hasGlobalColors = screen.hasColorTable
        var offset = screen.endOffset
        while let block = GIFBlock(in: bytes.span, at: offset), block.kind != .trailer {
            if block.kind == .image { take(block, in: bytes.span) }
            guard block.isComplete else { return }
            offset = block.range.upperBound
        }
    }
}

extension GIFImageData {
    private mutating func take(_ block: GIFBlock, in bytes: Span<UInt8>) {
        guard let image = GIFImageDescriptor(in: bytes, at: block.range.lowerBound),
            image.size.shortEdge > 0
        else { return }
        frameNumber += 1
        takeCodeSize(of: image, in: bytes)
        if !hasGlobalColors, !image.hasLocalColors { takeLackOfColors() }
        guard let scan = image.codes(in: bytes) else {
            // No bits give no pixels, nor do no data, whatever the code size.
            if bytes.matches([0], at: image.dataOffset)
                || bytes.matches([0], at: image.subBlocksOffset)
            {
                takeGap(image.missing(after: 0))
            }
            return
        }
        switch scan.end {
        case .whole where !block.isComplete:
            flaws.add(
                StructuralFlaw(
                    "the data of frame \(frameNumber.grouped) are not closed",
                    refusedBy: [.giflib]
                )
            )
        case .whole:
            break
        case .short:
            takeGap(image.missing(after: scan.pixelCount))
        case .malformed where frameNumber > 1:
            let row = scan.pixelCount / image.size.width
            flaws.add(
                StructuralFlaw(
                    "the data of frame \(frameNumber.grouped) make no sense after row \(row.grouped)",
                    refusedBy: [.pillow, .giflib],
                    cure: .rewriteFrames
                )
            )
        case .malformed where bytes.matches([1], at: image.dataOffset):
            // Decoders make up pixels from so few bits.
            takeGap(image.missing(after: scan.pixelCount))
        case .malformed:
            // The decoder is left to refuse it, as it does everywhere.
            break
        }
    }

    /// Code sizes of less than two bits, which the specification has not, each decoder reads in its
    /// own way.
    private mutating func takeCodeSize(of image: GIFImageDescriptor, in bytes: Span<UInt8>) {
        guard let codeSize = try? bytes.byte(at: image.dataOffset),
            !GIFCodeScan.usualCodeSizes.contains(codeSize)
        else { return }
        let usual = GIFCodeScan.usualCodeSizes
        flaws.add(
            StructuralFlaw(
                "the code size of frame \(frameNumber.grouped) is \(codeSize), and "
                    + "\(usual.lowerBound) to \(usual.upperBound) are allowed",
                refusedBy: codeSize < usual.lowerBound ? [.pillow, .giflib] : [.giflib],
                cure: frameNumber > 1 ? .rewriteFrames : .rewrite
            )
        )
    }

    private mutating func takeLackOfColors() {
        flaws.add(
            StructuralFlaw(
                "frame \(frameNumber.grouped) has no table of colours",
                refusedBy: [.giflib],
                cure: frameNumber > 1 ? .rewriteFrames : .rewrite
            )
        )
    }

    private mutating func takeGap(_ missing: MissingPixels) {
        guard frameNumber > 1 else {
            missingPixels = missing
            return
        }
        var missing = missing
        missing.frame = frameNumber
        // Most models look at the first frame only, which is whole.
        flaws.add(
            StructuralFlaw(
                missing.description,
                refusedBy: [.pillow, .giflib],
                cure: .rewriteFrames
            )
        )
    }
}

extension GIFImageDescriptor {
    /// The walk over the image's codes; nil for a code size that is not walked through.
    func codes(in bytes: Span<UInt8>) -> GIFCodeScan? {
        GIFCodeScan(of: bytes, at: dataOffset, wanting: size.width * size.height)
    }

    /// What is missing where the data end after so many pixels; a row that is begun is missing too.
    fileprivate func missing(after pixelCount: Int) -> MissingPixels {
        let whole = pixelCount / size.width
        let part = isInterlaced ? MissingPixels.Part.scatteredRow : .row
        return MissingPixels(part, from: whole, count: size.height - whole, of: size.height)
    }
}
