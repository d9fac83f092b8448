internal import CVips
public import PreflightCore
internal import Synchronization

extension VipsCodec {
    /// Starts libvips before the first image; it starts no thread then.
    ///
    /// - Parameter outOfMemoryStatus: The exit status of the process where GLib has no memory left,
    ///   which it would abort for.
    /// - Throws: `CodecError` where it does not start.
    public func prepare(outOfMemoryStatus: Int32) throws(CodecError) {
        VipsLog.outOfMemoryStatus.withLock { $0 = outOfMemoryStatus }
        try VipsLibrary.start()
    }

    /// The loaders that can see bytes, by libvips' names; none where it does not start.
    public var openLoaders: [String] { loaders { !$0 } }

    /// The loaders that libvips has and that are blocked, by its names.
    public var blockedLoaders: [String] { loaders(\.self) }

    private func loaders(_ isWanted: (_ isBlocked: Bool) -> Bool) -> [String] {
        guard (try? VipsLibrary.start()) != nil else { return [] }
        return Self.loaders.filter { isWanted($0.isBlocked) }.map(\.name).sorted()
    }

    /// All loaders that can be used; libvips has no plug-in modules here, so they stay the same.
    private static let loaders: [(name: String, isBlocked: Bool)] = {
        var found: [(name: String, isBlocked: Bool)] = []
        unsafe withUnsafeMutablePointer(to: &found) { found in
            unsafe cvips_each_loader(
                { name, isBlocked, found in
                    guard let name = unsafe name else { return }
                    unsafe found?
                        .assumingMemoryBound(to: [(name: String, isBlocked: Bool)].self)
                        .pointee.append((String(cString: name), isBlocked != 0))
                },
                found
            )
        }
        return found
    }()
}
