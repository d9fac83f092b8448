/// Whether a JPEG says that a gain map comes with it: a second picture behind the first, by which
/// screens that can show it brighter.
///
/// Sources: Adobe, "Gain map specification", 1.0; ISO 21496-1; what Apple's cameras write.
enum JPEGGainMap {
    /// Whether the payload of an APP1 or APP2 segment announces one.
    ///
    /// XMP names a namespace, and ISO's segment begins with its name.
    static func isAnnounced(in payload: Span<UInt8>) -> Bool {
        if payload.matches("urn:iso:std:iso:ts:21496") { return true }
        guard payload.matches("http://ns.adobe.com/x") else { return false }
        let packet = payload.bytes(in: 0..<payload.count)
        return namespaces.contains { packet.firstRange(of: $0) != nil }
    }

    private static let namespaces = [
        Array("http://ns.adobe.com/hdr-gain-map/".utf8), Array("HDRGainMap".utf8),
    ]
}
