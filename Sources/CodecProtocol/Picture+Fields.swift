internal import PreflightCore

extension DecodedImage: FieldCodable {
    init(from reader: inout FieldReader) throws(ProtocolError) {
        self.init(
            size: try reader.take(PixelSize.self),
            frameCount: try reader.take("frame count", in: 1...Int(Int32.max)),
            damage: try reader.takeOptional(String.self),
            quality: try reader.takeOptional(PictureQuality.self),
            isImageDataProven: try reader.take("proof", in: 0...1) == 1
        )
    }

    func write(to writer: inout FieldWriter) {
        writer.put(size)
        writer.put(Int64(frameCount))
        writer.put(damage)
        writer.put(quality)
        writer.put(Int64(isImageDataProven ? 1 : 0))
    }
}

extension PictureQuality: FieldCodable {
    init(from reader: inout FieldReader) throws(ProtocolError) {
        self.init(
            contrastLevels: try reader.take("contrast", in: 0...Self.contrastLevelsAtMost),
            edgeWidthPixels: try reader.takeLength("edge width"),
            textHeightPixels: try reader.takeLength("text height")
        )
    }

    func write(to writer: inout FieldWriter) {
        writer.put(Int64(contrastLevels))
        writer.put(edgeWidthPixels ?? 0)
        writer.put(textHeightPixels ?? 0)
    }
}

extension FieldReader {
    /// The next length in pixels; 0 stands for none.
    ///
    /// - Throws: ``ProtocolError/nonsense(field:)`` where no picture has one so long.
    fileprivate mutating func takeLength(_ field: String) throws(ProtocolError) -> Double? {
        let length = try take(Double.self)
        // A zero below zero would be written as another.
        guard (0...Double(Int32.max)).contains(length), length.sign == .plus else {
            throw .nonsense(field: field)
        }
        return length > 0 ? length : nil
    }
}

extension DecodedPicture.Layout: FieldCodable {
    init(from reader: inout FieldReader) throws(ProtocolError) {
        self.init(
            size: try reader.take(PixelSize.self),
            colorModel: try reader.take(ColorModel.self),
            channelCount: try reader.take("channel count", in: 1...5),
            sampleByteCount: try reader.take("sample size", in: 1...2),
            isConverted: try reader.take("conversion", in: 0...1) == 1,
            chroma: try reader.takeOptional(DecodedPicture.Chroma.self)
        )
        guard colorModel != .palette else { throw .nonsense(field: "colour model") }
    }

    func write(to writer: inout FieldWriter) {
        writer.put(size)
        writer.put(colorModel)
        writer.put(Int64(channelCount))
        writer.put(Int64(sampleByteCount))
        writer.put(Int64(isConverted ? 1 : 0))
        writer.put(chroma)
    }
}

extension DecodedPicture.Chroma: FieldCodable {
    init(from reader: inout FieldReader) throws(ProtocolError) {
        self = try reader.take("chroma", in: 0...1) == 0 ? .full : .halved
    }

    func write(to writer: inout FieldWriter) { writer.put(Int64(self == .full ? 0 : 1)) }
}

extension DecodedPicture {
    /// Puts a picture together from what came in two parts.
    ///
    /// - Throws: ``ProtocolError`` where there are more or fewer samples than the layout has.
    init(layout: Layout, checking samples: [UInt8]) throws(ProtocolError) {
        guard samples.count == layout.byteCount else { throw .nonsense(field: "sample count") }
        self.init(layout: layout, samples: samples)
    }
}
