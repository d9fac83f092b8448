extension StandIn {
    /// Base64 of an image, a data URL, or an image in hexadecimal.
    static func encoding(_ opening: TextOpening) -> StandIn? {
        let units = opening.units
        if let dataURL = dataURL(opening) { return dataURL }
        if let format = format(ofBase64: units.prefix(256)) {
            return StandIn(
                name: "base64 of a \(format.displayName)",
                cure: "decode it",
                fileCure: "decode it, as with `base64 -d`",
                isBase64: true
            )
        }
        guard let format = EncodedImage.format(ofHexadecimal: units), format.isDecodable else {
            return nil
        }
        return StandIn(
            name: "a \(format.displayName) in hexadecimal",
            cure: "encode its bytes in base64",
            fileCure: "decode it, as with `xxd -r -p`"
        )
    }

    /// The format of an image that a text holds in base64.
    ///
    /// Two bytes are all of JPEG XL's signature, and `/workspace` is base64 that begins with them.
    private static func format(ofBase64 text: ArraySlice<UInt8>) -> ImageFormat? {
        let format = EncodedImage.format(ofBase64: text)
        return format == .jxl ? nil : format
    }

    /// A data URL (RFC 2397): of an image, of something that stands for one, or of another type.
    private static func dataURL(_ opening: TextOpening) -> StandIn? {
        let units = opening.units
        let header = TextOpening.lowercased(units.prefix(256))
        guard header.starts(with: "data:".utf8) else { return nil }
        guard let comma = header.firstIndex(of: UInt8(ascii: ",")), comma + 1 < units.count else {
            return StandIn(name: "a data URL without data", cure: encodeBytes)
        }
        let data = opening.dropping(comma + 1)
        if format(ofBase64: data.units.prefix(256)) != nil { return dataURLOfImage }
        let type = String(decoding: header[5..<comma].prefix { $0 != 0x3B }, as: UTF8.self)
        let mayBeImage =
            type.isEmpty || type.hasPrefix("image") || type == "application/octet-stream"
        if mayBeImage, let held = unencoded(data) {
            return StandIn(name: "a data URL that holds \(held.name)", cure: held.cure)
        }
        if type.hasPrefix("image"), header[..<comma].contains(0x3B) { return dataURLOfImage }
        return StandIn(name: "a data URL of \(type.isEmpty ? "text" : type)", cure: encodeBytes)
    }

    private static let dataURLOfImage = StandIn(
        name: "a data URL of an image",
        cure: "take what follows its comma",
        fileCure: "decode what follows its comma from base64",
        isBase64: true
    )

    /// Bytes as a list of decimal numbers, as JavaScript and NumPy print them.
    static func numbers(_ opening: TextOpening) -> StandIn? {
        let beginning = opening.units.prefix(64)
        let numbers = beginning.split { "[],".utf8.contains($0) || TextOpening.isSpace($0) }
            .prefix(4)
        guard numbers.count == 4,
            numbers.allSatisfy({ UInt8(String(decoding: $0, as: UTF8.self)) != nil })
        else { return nil }
        return StandIn(
            name: "a list of numbers",
            cure: "encode the bytes in base64 instead of printing them"
        )
    }
}
