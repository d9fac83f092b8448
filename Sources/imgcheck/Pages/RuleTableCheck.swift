internal import FileSystem
internal import ImagePreflight
internal import PreflightCore

/// What `rules lint` says of one file.
struct RuleTableCheck {
    /// One line for a good table, one line a mistake for a broken one.
    let text: String

    /// 0 for a good table, 1 for a broken one.
    let status: ExitStatus

    /// Reads and validates a table.
    ///
    /// - Throws: ``Failure`` where the file cannot be read.
    init(of path: FilePath) throws(Failure) {
        let bytes = try RuleOptions.bytes(of: path)
        do throws(RuleTableError) {
            let table = try RuleTable(json: bytes, file: path.text)
            text =
                "\(path.text.neutralised): \(table.name.neutralised), "
                + "\(table.limits.count) limits, no mistake\n"
            status = .accepted
        } catch {
            text = Failure(error).description + "\n"
            status = .refused
        }
    }
}
