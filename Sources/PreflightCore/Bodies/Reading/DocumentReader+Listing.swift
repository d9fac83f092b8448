// Where an image stands in a list that holds nothing but images.
extension DocumentReader {
    /// How the string at `index` is taken out of its list; nil where it is no element of one.
    mutating func listing(of index: Int) -> BodyImage.Listing? {
        guard case .element(let position) = outline.nodes[index].key else { return nil }
        let list = Int(outline.nodes[index].parent)
        // Its object may have as many members as the list has images.
        if metList?.node != list { metList = (list, textEnd(beside: list)) }
        let start = outline.nodes[list].range.lowerBound
        let range = outline.range(ofValue: index)
        return BodyImage.Listing(
            list: start,
            position: position,
            precedingEnd: position == 0 ? start + 1 : skippingSpace(before: range.lowerBound),
            followingStart: skippingSpace(after: range.upperBound),
            textEnd: metList?.textEnd
        )
    }

    /// The end of the element before the comma before `offset`.
    private func skippingSpace(before offset: Int) -> Int {
        var end = offset
        while end > 0, isBetweenElements(end - 1) { end -= 1 }
        return end
    }

    /// The start of the element after the comma after `offset`, or the end of the list.
    private func skippingSpace(after offset: Int) -> Int {
        var start = offset
        while start < outline.bytes.count, isBetweenElements(start) { start += 1 }
        return start
    }

    private func isBetweenElements(_ offset: Int) -> Bool {
        let byte = outline.bytes[offset]
        return byte == UInt8(ascii: ",") || JSONText.whiteSpace.contains(byte)
    }

    /// Where the text ends that a message or a request has beside a list of images.
    private func textEnd(beside list: Int) -> Int? {
        let owner = Int(outline.nodes[list].parent)
        guard owner >= 0 else { return nil }
        for name in ["content", "prompt"] {
            if let text = outline.text(outline.member(name, of: owner)) {
                return text.range.upperBound
            }
        }
        return nil
    }
}
