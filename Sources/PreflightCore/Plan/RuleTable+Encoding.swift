extension RuleTable {
    /// The encoding of the same kind as a file, or the nearest kind that the table takes.
    ///
    /// - Parameters:
    ///   - format: The file's format.
    ///   - header: What the file says of itself.
    ///   - keepsFrames: Whether all frames of an animation have to be written.
    ///   - quality: The quality where one is to be chosen, 1 to 100.
    /// - Returns: The encoding.
    /// - Throws: ``Obstacle`` where the table takes nothing that can hold the picture, or where its
    ///   frames cannot be written.
    func encoding(
        nearestTo format: ImageFormat,
        _ header: ImageHeader,
        keepsFrames: Bool,
        quality: Int
    ) throws(Obstacle) -> Encoding {
        guard format.isDecodable else { throw .unreadable }
        if keepsFrames, header.orientation != .upright { throw .turningFrames }
        let webp: Encoding = header.isLossless ? .webpLossless : .webp(quality: quality)
        let jpeg = Encoding.jpeg(quality: quality)
        let byNearness: [Encoding] =
            switch format {
            case .jpeg: [jpeg, webp, .png]
            case .gif: [.gif, .png, .webpLossless, jpeg]
            case .webp where header.hasAlpha || header.isLossless: [webp, .png, jpeg, .gif]
            case .webp: [webp, jpeg, .png]
            default: [.png, .webpLossless, jpeg, .gif]
            }
        let nearest = byNearness.first { encoding in
            let holdsFrames = encoding.format == format && [.gif, .webp].contains(format)
            let holdsNote =
                header.incompleteParts == nil || DamageNote.formats.contains(encoding.format)
            return acceptedFormats.contains(encoding.format) && holdsNote
                && (holdsFrames || !keepsFrames)
        }
        guard let nearest else { throw keepsFrames ? .writingFrames(format) : .writing(format) }
        return nearest
    }
}
