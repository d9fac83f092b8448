/// A small part of a picture, with one sample of lightness a pixel.
struct LumaTile: Sendable {
    /// Pixels in a row.
    var width: Int

    /// The rows that were taken so far.
    private(set) var height = 0

    /// The lightness, row by row.
    private(set) var samples: [UInt8] = []

    /// Creates a tile without rows.
    init(width: Int) {
        self.width = width
    }
}

extension LumaTile {
    /// Takes a row of samples; the tile begins at `place`, and pixels are `step` samples apart.
    mutating func take(_ row: Span<UInt8>, from place: Int, step: Int) {
        samples.append(addingCapacity: width) { span in
            guard step == 1 else {
                for x in 0..<width { span.append(row[place + x * step]) }
                return
            }
            // Of neighbours no place is checked one by one.
            let part = row.extracting(place..<place + width)
            for x in part.indices { span.append(part[x]) }
        }
        height += 1
    }

    /// The tile with squares of pixels made one; what does not fill a square is left out.
    ///
    /// - Parameter factor: The pixels along a side of a square.
    /// - Returns: The smaller tile.
    func binned(by factor: Int) -> LumaTile {
        guard factor > 1 else { return self }
        var binner = RowBinner(width: width, channelCount: 1, factor: factor)
        var tile = LumaTile(width: width / factor)
        let samples = samples.span
        for row in 0..<height where binner.take(samples.extracting(row * width..<(row + 1) * width))
        {
            let binned = binner.row
            tile.take(binned.span, from: 0, step: 1)
        }
        return tile
    }

    /// Forgets the rows and keeps the memory.
    mutating func clear() {
        samples.removeAll(keepingCapacity: true)
        height = 0
    }
}
