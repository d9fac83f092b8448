extension DecodedPicture {
    /// The picture in 8-bit sRGB, or 8-bit grey, by what its file says of the samples.
    ///
    /// - Parameter header: The header of the file that was decoded.
    /// - Returns: The picture; nil where the file says nothing that a decoder does not see to.
    package func inSRGB(as header: ImageHeader) -> DecodedPicture? {
        let encoding = header.declaredColor?.encoding
        let scale = sampleScale(significantBitCount: header.significantBitCount)
        guard layout.colorModel != .cmyk, encoding != nil || scale != nil else { return nil }
        let reader = SampleReader(samples, sampleByteCount: layout.sampleByteCount, scale ?? 1)
        let conversion = encoding.flatMap {
            ColorConversion(from: $0, sampleMaximum: reader.sampleMaximum)
        }
        var converted = self
        converted.layout.sampleByteCount = 1
        converted.samples = []
        converted.samples.reserveCapacity(samples.count / layout.sampleByteCount)
        let colorCount = layout.colorChannelCount
        for start in stride(from: 0, to: reader.count, by: layout.channelCount) {
            if let conversion, colorCount == 3 {
                let (red, green, blue) = conversion.standard(
                    reader[start],
                    reader[start + 1],
                    reader[start + 2]
                )
                converted.samples.append(red)
                converted.samples.append(green)
                converted.samples.append(blue)
            } else if let conversion {
                converted.samples.append(conversion.standard(reader[start]))
            } else {
                for place in start..<start + colorCount {
                    converted.samples.append(reader.byte(at: place))
                }
            }
            if layout.channelCount > colorCount {
                converted.samples.append(reader.byte(at: start + colorCount))
            }
        }
        return converted
    }
}

extension DecodedPicture.Layout {
    /// The samples of a pixel without opacity.
    fileprivate var colorChannelCount: Int { colorModel == .gray ? 1 : 3 }
}

extension DecodedPicture {
    /// What samples have to be multiplied by that stand in the low bits of 16, though a PNG file has
    /// them scaled up (third edition, 12.4); nil where they are scaled.
    ///
    /// A sample that was scaled up ends in zeros or in its own first bits.
    fileprivate func sampleScale(significantBitCount count: Int?) -> Double? {
        guard let count, layout.sampleByteCount == 2, (9..<16).contains(count) else { return nil }
        let reader = SampleReader(samples, sampleByteCount: 2, 1)
        let lowMask = 1 << (16 - count) - 1
        var isScaledUp = true
        for start in stride(from: 0, to: reader.count, by: layout.channelCount) {
            for place in start..<start + layout.colorChannelCount {
                let sample = reader[place]
                guard sample < 1 << count else { return nil }
                let low = sample & lowMask
                isScaledUp = isScaledUp && (low == 0 || low == sample >> count)
            }
        }
        return isScaledUp ? nil : 65_535 / Double(1 << count - 1)
    }
}

/// Samples of one or two bytes, in the order of the machine.
private struct SampleReader {
    /// The largest sample.
    let sampleMaximum: Int
    /// How many there are.
    let count: Int
    private let bytes: [UInt8]
    private let scale: Double
    private let lowByte: Int

    init(_ bytes: [UInt8], sampleByteCount: Int, _ scale: Double) {
        self.bytes = bytes
        self.scale = scale
        sampleMaximum = sampleByteCount == 2 ? 65_535 : 255
        count = bytes.count / sampleByteCount
        lowByte = UInt16(1).littleEndian == 1 ? 0 : 1
    }

    subscript(_ place: Int) -> Int {
        guard sampleMaximum > 255 else { return Int(bytes[place]) }
        let sample = Int(bytes[2 * place + lowByte]) | Int(bytes[2 * place + 1 - lowByte]) << 8
        guard scale != 1 else { return sample }
        return min(Int((Double(sample) * scale).rounded()), sampleMaximum)
    }

    /// The sample as one of eight bits.
    func byte(at place: Int) -> UInt8 {
        let sample = self[place]
        return UInt8(sampleMaximum > 255 ? (sample * 255 + 32_767) / 65_535 : sample)
    }
}
