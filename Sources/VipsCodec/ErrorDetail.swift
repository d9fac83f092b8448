internal import CVips
internal import PreflightCore

/// Keeps libvips' error text apart per image, although libvips has one buffer for all threads.
///
/// Calls run side by side as long as they succeed. One that fails is run again while no other runs,
/// so that what stands in the buffer afterwards is its own: the same file gives the same words,
/// whatever else was being decoded.
enum ErrorDetail {
    /// Runs `body`; where it fails, runs it once more alone and throws what that says.
    static func exact<Value>(
        _ body: () throws(CodecError) -> Value
    ) throws(CodecError) -> Value {
        if let value = lock.shared({ try? body() }) { return value }
        return
            try lock.exclusive {
                vips_error_clear()
                return Result(catching: body)
            }
            .get()
    }

    /// The text that libvips left, as one line; empties the buffer.
    ///
    /// The corresponding libvips function is `vips_error_buffer_copy()`.
    static func take() -> String {
        guard let copy = unsafe vips_error_buffer_copy() else { return "" }
        defer { unsafe g_free(copy) }
        return unsafe oneLine(String(cString: copy).split(whereSeparator: \.isNewline))
    }

    /// The lines as one, each said once: a decoder repeats itself at every retry.
    static func oneLine(_ lines: some Sequence<some StringProtocol>) -> String {
        lines.reduce(into: [String]()) { seen, line in
            if !seen.contains(String(line)) { seen.append(String(line)) }
        }
        .joined(separator: "; ")
    }

    private static let lock = ReadWriteLock()
}
