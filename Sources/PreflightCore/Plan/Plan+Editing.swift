extension Plan {
    /// Applies a plan that leaves the pixels alone: any of ``Step/firstFrame(of:)``,
    /// ``Step/stripMetadata``, ``Step/trim`` and ``Step/repair``.
    ///
    /// The new file always ends with its end marker, has no flaw that an edit can mend, and shows the same picture in the same
    /// orientation. A second application changes nothing. Takes time linear in the file's length
    /// and never traps, whatever the bytes.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - format: Its format by content.
    /// - Returns: The new file, or nil where a step needs the pixels, or the file does not allow
    ///   the edit: the picture has to be written anew then. ``Step/fitBytes(_:)`` is left to the
    ///   caller.
    public func edited(_ bytes: [UInt8], as format: ImageFormat) -> [UInt8]? {
        FileEdit(self)?.applied(to: bytes, as: format)
    }
}
