// Images where no dialect has one.
extension DocumentReader {
    /// The images that nothing claims, each with its node: in strings, in lists of numbers, in
    /// names of members, and parts that are spelled as an image and stand elsewhere.
    func unclaimedImages() -> [FoundImage] {
        outline.nodes.indices.compactMap { node in
            unclaimed(node).map { FoundImage(node: node, image: $0) }
        }
    }

    /// The image at a node that nothing claims; nil where there is none.
    func unclaimed(_ node: Int) -> BodyImage? {
        guard !claims(node), let found = image(at: node) else { return nil }
        return BodyImage(
            location: location(of: node),
            partRange: outline.range(ofValue: node),
            canBeText: false,
            content: .unclaimed(
                UnclaimedImage(
                    format: found.format,
                    spelling: found.spelling,
                    place: outline.place(of: node)
                )
            )
        )
    }

    private typealias Found = (format: ImageFormat, spelling: UnclaimedImage.Spelling)

    private func image(at node: Int) -> Found? {
        if let found = imageInName(of: node) { return found }
        switch outline.nodes[node].kind {
        case .string: return UnclaimedScan.image(in: outline.bytes, at: outline.nodes[node].range)
        case .array, .object: return imageOfNumbers(node) ?? misplacedPart(node)
        default: return nil
        }
    }

    /// The image whose base64 is the name of a member.
    private func imageInName(of node: Int) -> Found? {
        guard case .member(let name) = outline.nodes[node].key,
            name.range.count >= Self.nameByteCountAtLeast
        else { return nil }
        return UnclaimedScan.image(in: outline.bytes, at: name.range)
    }

    /// No member that a program looks for has so long a name.
    private static let nameByteCountAtLeast = 64

    /// The image whose bytes are numbers, as JavaScript writes a `Uint8Array` (an object) or a
    /// `Buffer` (a list).
    private func imageOfNumbers(_ node: Int) -> Found? {
        let range = outline.nodes[node].range
        guard range.count >= Self.numbersByteCountAtLeast else { return nil }
        var numbers: [UInt8] = []
        let head = outline.bytes[range].prefix(Self.headByteCount)
        if outline.nodes[node].kind == .array {
            guard head.dropFirst().allSatisfy(Self.isOfNumbers) else { return nil }
            numbers = Self.bytes(head.dropFirst())
        } else {
            for child in outline.children(of: node).prefix(Self.numberCount) {
                guard outline.nodes[child].kind == .number,
                    let byte = UInt8(
                        String(decoding: outline.bytes[outline.nodes[child].range], as: UTF8.self)
                    )
                else { return nil }
                numbers.append(byte)
            }
        }
        guard numbers.count >= Self.numberCount else { return nil }
        let format = ImageFormat(ofImage: numbers.span)
        return format.isNone ? nil : (format, .numbers)
    }

    /// The numbers from which a signature is recognised.
    private static let numberCount = 16
    /// The bytes of JSON in which so many stand, with line breaks and indents.
    private static let headByteCount = 512
    /// The fewest bytes of JSON that so many numbers take.
    private static let numbersByteCountAtLeast = 32

    private static func isOfNumbers(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: ",")
            || byte == UInt8(ascii: "]") || JSONText.whiteSpace.contains(byte)
    }

    private static func bytes(_ text: ArraySlice<UInt8>) -> [UInt8] {
        text.split { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            .prefix(numberCount)
            .compactMap { UInt8(String(decoding: $0, as: UTF8.self)) }
    }

    /// A part that is spelled as an image and that no way led to, unless its string is known or is
    /// told by itself: what is in it would pass unseen.
    private func misplacedPart(_ node: Int) -> Found? {
        guard let type = outline.string("type", of: node), !isRead(node) else { return nil }
        for spelling in Dialect.spellings(ofType: type)
        where spelling.image.type != nil && !spelling.image.isAnyFile {
            let part = ImagePartReader(outline: outline, part: node, candidate: spelling)
            guard let strings = part.reading()?.claimed else { continue }
            let isTold = strings.contains { string in
                claims(string)
                    || UnclaimedScan.image(in: outline.bytes, at: outline.nodes[string].range)
                        != nil
            }
            return isTold ? nil : (.unknown, .part)
        }
        return nil
    }
}
