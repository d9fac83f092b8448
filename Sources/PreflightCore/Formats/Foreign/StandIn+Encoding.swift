extension StandIn {
    /// Base64 of an image, a data URL, or an image in hexadecimal.
    static func encoding(_ opening: TextOpening) -> StandIn? {
        let units = opening.units
        if let dataURL = dataURL(units) { return dataURL }
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

    private static func dataURL(_ units: [UInt8]) -> StandIn? {
        let header = TextOpening.lowercased(units.prefix(256))
        guard header.starts(with: "data:".utf8) else { return nil }
        guard let comma = header.firstIndex(of: UInt8(ascii: ",")) else {
            return StandIn(name: "a data URL without data", cure: encodeBytes)
        }
        let type = String(decoding: header[5..<comma].prefix { $0 != 0x3B }, as: UTF8.self)
        let format = format(ofBase64: units[(comma + 1)...].prefix(256))
        let isBase64 = format != nil || header[..<comma].contains(0x3B) && type.hasPrefix("image/")
        return StandIn(
            name: isBase64
                ? "a data URL of an image" : "a data URL of \(type.isEmpty ? "text" : type)",
            cure: isBase64 ? "take what follows its comma" : encodeBytes,
            fileCure: "decode what follows its comma from base64",
            isBase64: isBase64
        )
    }

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
