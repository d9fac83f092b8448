// An image of a request that is itself a string in a document.
extension BodyImage {
    /// The image where the string spells it.
    func moved(into map: JSONEscapeMap) -> BodyImage {
        var image = self
        image.partRange = map.spelling(of: partRange)
        image.escapingCount += 1
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
