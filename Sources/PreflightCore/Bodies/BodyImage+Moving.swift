// An image of a request that is itself a string in a document.
extension BodyImage {
    /// The image where the string spells it.
    func moved(into map: JSONEscapeMap) -> BodyImage {
        var image = self
        image.partRange = map.spelling(of: partRange)
        image.escapingCount += 1
        image.listing = listing?.moved(into: map)
        guard case .embedded(var embedded) = content else { return image }
        embedded.string = map.spelling(of: embedded.string)
        embedded.base64 = map.spelling(of: embedded.base64)
        for index in embedded.mediaTypes.indices {
            embedded.mediaTypes[index].range = map.spelling(of: embedded.mediaTypes[index].range)
        }
        if let range = embedded.recast?.range { embedded.recast?.range = map.spelling(of: range) }
        image.content = .embedded(embedded)
        return image
    }
}

extension BodyImage.Listing {
    /// The listing where the string spells it.
    fileprivate func moved(into map: JSONEscapeMap) -> BodyImage.Listing {
        let place = { (offset: Int) in map.spelling(of: offset..<offset).lowerBound }
        var listing = self
        listing.list = place(list)
        listing.precedingEnd = place(precedingEnd)
        listing.followingStart = place(followingStart)
        listing.textEnd = textEnd.map(place)
        return listing
    }
}
