@testable import PreflightCore

/// An image without bytes: what is known of it, and what the decoder makes of it.
struct PlannedImage: Sendable {
    var format: ImageFormat
    var header: Result<ImageHeader, HeaderError>
    var byteCount = 1_000
    var trimmedByteCount: Int?
    var label = ImageLabel.none
    var damage: String?
    var isBroken = false

    /// The image as it is judged, decoded in the frames that a table looks at.
    func inspected(under table: RuleTable) -> InspectedImage {
        var image = InspectedImage(
            label: label,
            facts: ImageFacts(format: format, byteCount: byteCount, header: header),
            decoding: [table.animation.decodedFrames: decoding]
        )
        image.trimmedByteCount = trimmedByteCount
        return image
    }

    /// The image in so many bytes, of which others are left without metadata.
    func taking(_ byteCount: Int, trimmed trimmedByteCount: Int? = nil) -> PlannedImage {
        var image = self
        image.byteCount = byteCount
        image.trimmedByteCount = trimmedByteCount
        return image
    }

    private var decoding: Decoding {
        if isBroken { return .failed(CodecError(stage: .decode, detail: "premature end")) }
        guard case .success(let header) = header else { return .notAttempted }
        return .decoded(
            DecodedImage(size: header.size, frameCount: header.frameCount, damage: damage)
        )
    }
}

extension PlannedImage {
    static func jpeg(
        _ width: Int,
        _ height: Int,
        orientation: Int = 1,
        bitsPerSample: Int = 8,
        colorModel: ColorModel = .rgb,
        iccProfile: ICCProfile? = nil,
        hasGPS: Bool = false,
        trailingByteCount: Int = 0,
        byteCount: Int = 1_000,
        named ending: String? = nil,
        damage: String? = nil,
        isBroken: Bool = false
    ) -> PlannedImage {
        let header = ImageHeader(
            size: PixelSize(width: width, height: height),
            orientation: Orientation(rawValue: orientation) ?? .upright,
            bitsPerSample: bitsPerSample,
            colorModel: colorModel,
            iccProfile: iccProfile,
            hasGPS: hasGPS,
            trailingByteCount: trailingByteCount
        )
        return PlannedImage(
            format: .jpeg,
            header: .success(header),
            byteCount: byteCount,
            label: ending.map(ImageLabel.fileNameExtension) ?? .none,
            damage: damage,
            isBroken: isBroken
        )
    }

    static func png(
        _ width: Int,
        _ height: Int,
        frameCount: Int = 1,
        orientation: Int = 1,
        hasAlpha: Bool = false,
        bitsPerSample: Int = 8,
        iccProfile: ICCProfile? = nil,
        hasEndMarker: Bool = true,
        trailingByteCount: Int = 0
    ) -> PlannedImage {
        let header = ImageHeader(
            size: PixelSize(width: width, height: height),
            orientation: Orientation(rawValue: orientation) ?? .upright,
            frameCount: frameCount,
            bitsPerSample: bitsPerSample,
            isLossless: true,
            hasAlpha: hasAlpha,
            iccProfile: iccProfile,
            hasEndMarker: hasEndMarker,
            trailingByteCount: trailingByteCount
        )
        return PlannedImage(format: .png, header: .success(header))
    }

    static func gif(
        _ width: Int,
        _ height: Int,
        frameCount: Int = 1,
        hasGPS: Bool = false,
        trailingByteCount: Int = 0
    ) -> PlannedImage {
        let header = ImageHeader(
            size: PixelSize(width: width, height: height),
            frameCount: frameCount,
            isLossless: true,
            colorModel: .palette,
            hasGPS: hasGPS,
            trailingByteCount: trailingByteCount
        )
        return PlannedImage(format: .gif, header: .success(header))
    }

    static func webp(
        _ width: Int,
        _ height: Int,
        frameCount: Int = 1,
        orientation: Int = 1,
        isLossless: Bool = false,
        hasAlpha: Bool = false,
        hasGPS: Bool = false
    ) -> PlannedImage {
        let header = ImageHeader(
            size: PixelSize(width: width, height: height),
            orientation: Orientation(rawValue: orientation) ?? .upright,
            frameCount: frameCount,
            isLossless: isLossless,
            hasAlpha: hasAlpha,
            hasGPS: hasGPS
        )
        return PlannedImage(format: .webp, header: .success(header))
    }

    /// A file of a format that is named and not decoded.
    static func foreign(_ format: ImageFormat) -> PlannedImage {
        PlannedImage(format: format, header: .failure(.notDecodable))
    }
}

extension Orientation {
    /// What a telephone writes that is held upright.
    static let sideways = Orientation(rawValue: 6) ?? .upright
}
