/// Bytes of segments that are written otherwise than they stand, although no pixel changes.
extension JPEGEdit {
    /// Mends the segment that ends at `end`, which has just been written as it stands.
    mutating func mend(_ marker: JPEGMarker, upTo end: Int) {
        let payload = marker.endOffset + 2..<end
        if let place = JPEGColorClaim.transformOffset(marker, payload, in: bytes.span) {
            guard let transform = contents.colors.mendedTransform, !hasScan else { return }
            write(transform, at: place, in: end)
        } else if marker.startsFrame, contents.colors.mendsIdentifiers, payload.count >= 15 {
            for index in 0..<3 {
                write(UInt8(index + 1), at: payload.lowerBound + 6 + 3 * index, in: end)
            }
        } else if let place = marker.wrongVersionOffset(in: payload, of: bytes.span) {
            write(1, at: place, in: end)
        } else if marker.code == JPEGMarker.startOfScan {
            mendScan(payload)
        }
    }

    private mutating func mendScan(_ payload: Range<Int>) {
        guard let scan = JPEGScanHeader(payload, in: bytes.span) else { return }
        if contents.hasWholeBlocks {
            for (place, value) in zip(scan.selection, JPEGScanHeader.wholeBlocks) {
                write(value, at: place, in: payload.upperBound)
            }
        }
        guard contents.colors.mendsIdentifiers else { return }
        for index in 0..<scan.componentCount {
            let place = payload.lowerBound + 1 + 2 * index
            guard let number = contents.colors.identifiers.firstIndex(of: bytes[place]) else {
                continue
            }
            write(UInt8(number + 1), at: place, in: payload.upperBound)
        }
    }

    /// Writes a byte in place of the one at `place` of the file, of which all up to `end` was copied.
    private mutating func write(_ byte: UInt8, at place: Int, in end: Int) {
        output[output.count - (end - place)] = byte
    }
}
