/// The bytes of a small GIF file, put together block by block.
struct GIFBytes {
    private(set) var bytes: [UInt8]

    /// Begins with the signature, the screen and, on request, a global table of two colours.
    init(screen width: Int, _ height: Int, hasGlobalColors: Bool = true) {
        bytes = Array("GIF89a".utf8) + Self.littleEndian16(width) + Self.littleEndian16(height)
        bytes += [hasGlobalColors ? 0x80 : 0x00, 0, 0]
        if hasGlobalColors { bytes += Self.twoColors }
    }

    /// Adds an image with its data; by default two bytes of it.
    func image(
        at left: Int = 0,
        _ top: Int = 0,
        size width: Int,
        _ height: Int,
        hasLocalColors: Bool = false,
        codeSize: UInt8 = 2,
        data: [UInt8] = [0x02, 0x44, 0x01, 0x00]
    ) -> GIFBytes {
        var descriptor: [UInt8] = [0x2C]
        for value in [left, top, width, height] { descriptor += Self.littleEndian16(value) }
        descriptor.append(hasLocalColors ? 0x80 : 0x00)
        if hasLocalColors { descriptor += Self.twoColors }
        return raw(descriptor + [codeSize] + data)
    }

    /// Adds a graphic control extension.
    func graphicControl(isTransparent: Bool) -> GIFBytes {
        raw([0x21, 0xF9, 0x04, isTransparent ? 0x01 : 0x00, 0x0A, 0x00, 0x01, 0x00])
    }

    /// Adds an application extension whose data is one sub-block.
    func application(_ identifier: String, data: [UInt8]) -> GIFBytes {
        let subBlock = data.isEmpty ? [] : [UInt8(data.count)] + data
        return raw([0x21, 0xFF, UInt8(identifier.utf8.count)] + identifier.utf8 + subBlock + [0])
    }

    /// Adds the trailer.
    func trailer() -> GIFBytes { raw([0x3B]) }

    /// Adds bytes as they are.
    func raw(_ added: [UInt8]) -> GIFBytes {
        var copy = self
        copy.bytes += added
        return copy
    }

    private static let twoColors: [UInt8] = [0, 0, 0, 255, 255, 255]

    private static func littleEndian16(_ value: Int) -> [UInt8] {
        [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)]
    }
}
