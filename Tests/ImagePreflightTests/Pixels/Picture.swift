import CVips
import PreflightCore

@testable import VipsCodec

/// The 8-bit samples of a picture, as a file stores them: nothing is turned or converted.
struct Picture: Equatable {
    let width: Int
    let height: Int
    /// 1 grey, 2 grey and alpha, 3 RGB, 4 RGBA or CMYK.
    let bandCount: Int
    /// Row by row, pixel by pixel.
    var samples: [UInt8]

    /// A picture of one colour.
    init(width: Int, height: Int, of pixel: [UInt8]) {
        self.width = width
        self.height = height
        bandCount = pixel.count
        samples = Array(repeatElement(pixel, count: width * height).joined())
    }

    /// The first frame of a file, which has to be in order.
    init(decoding bytes: [UInt8]) throws {
        try VipsLibrary.start()
        let load = VipsLoad(format: ImageFormat(recognising: bytes.span), frames: .first)
        try self.init(load.open(bytes, failingOn: .refusingWarnings))
    }

    init(_ image: borrowing CodecImage) throws {
        width = image.width
        height = image.height
        bandCount = image.bandCount
        samples = try image.pixels()
    }
}

extension Picture {
    var size: PixelSize { PixelSize(width: width, height: height) }

    /// The samples of one pixel.
    func pixel(_ x: Int, _ y: Int) -> [UInt8] {
        let start = (y * width + x) * bandCount
        return Array(samples[start..<start + bandCount])
    }

    /// The colour of one pixel, a grey as three equal samples; alpha is left out.
    func colour(_ x: Int, _ y: Int) -> [UInt8] {
        let pixel = pixel(x, y)
        return bandCount < 3 ? [pixel[0], pixel[0], pixel[0]] : Array(pixel[0..<3])
    }

    /// The mean absolute difference of the samples of two pictures of one size.
    func meanDifference(from other: Picture) -> Double {
        guard size == other.size, bandCount == other.bandCount else { return .infinity }
        let sum = zip(samples, other.samples).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
        return Double(sum) / Double(samples.count)
    }

    /// Fills a rectangle, which has to lie within the picture.
    mutating func fill(_ x: Int, _ y: Int, _ width: Int, _ height: Int, with pixel: [UInt8]) {
        for row in y..<y + height {
            for column in x..<x + width {
                let start = (row * self.width + column) * bandCount
                for band in 0..<bandCount { samples[start + band] = pixel[band] }
            }
        }
    }
}

extension Picture {
    /// The picture as a file; several frames where `frameHeight` says that they are stacked.
    func encoded(as encoding: Encoding, frameHeight: Int? = nil) throws -> [UInt8] {
        let space = bandCount < 3 ? VIPS_INTERPRETATION_B_W : VIPS_INTERPRETATION_sRGB
        return try image(in: space).withFrameHeight(frameHeight ?? height).encoded(as: encoding)
    }

    /// The four bands as the inks of a JPEG.
    func encodedAsInks() throws -> [UInt8] {
        try image(in: VIPS_INTERPRETATION_CMYK).encoded(as: .jpeg(quality: 95))
    }

    private func image(in space: VipsInterpretation) throws -> CodecImage {
        try VipsLibrary.start()
        let image = unsafe samples.withUnsafeBytes { raw in
            unsafe vips_image_new_from_memory_copy(
                raw.baseAddress,
                raw.count,
                Int32(width),
                Int32(height),
                Int32(bandCount),
                VIPS_FORMAT_UCHAR
            )
        }
        guard let image = unsafe image else { throw CodecError(stage: .encode, detail: "") }
        unsafe image.pointee.Type = space
        return unsafe CodecImage(owning: image)
    }
}
