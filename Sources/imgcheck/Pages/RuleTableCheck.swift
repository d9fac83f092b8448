internal import FileSystem
internal import FoundationEssentials
internal import ImagePreflight
internal import PreflightCore

/// What `rules lint` says of one file.
struct RuleTableCheck {
    /// One line for a good table, one line a mistake for a broken one.
    let text: String

    /// 0 for a good table, 1 for a broken one.
    let status: ExitStatus

    /// Validates one of several tables.
    init(of files: RuleFiles, at index: Int) {
        let path = files.paths[index].text.neutralised
        do throws(RuleTableError) {
            let table = try files.table(at: index, today: Self.today)
            if let complaint = files.complaintOfNames(at: index) {
                text = complaint + "\n"
                status = .refused
                return
            }
            text =
                "\(path): \(table.name.neutralised), \(table.limits.count) limits, no mistake\n"
                + Self.warning(of: table, replacing: files.names)
            status = .accepted
        } catch {
            text = Failure(error).description + "\n"
            status = .refused
        }
    }

    /// The built-in tables that do not fit one that takes the place of what they extend, and that are
    /// not given too; empty for none.
    private static func warning(of table: RuleTable, replacing names: [String]) -> String {
        var library = RuleLibrary.builtIn
        guard library.names.contains(table.name) else { return "" }
        library.add([table])
        let unfit = library.unfitTables.filter { !names.contains($0.name) }
        guard let sentence = UnfitTable.sentence(on: unfit) else { return "" }
        return "\(table.origin): warning: \(sentence)".neutralised + "\n"
    }

    /// Today where the clock is furthest ahead (UTC+14), so that no day is refused too early.
    private static var today: String {
        let ahead = Date().addingTimeInterval(14 * 3_600)
        return String(ahead.ISO8601Format().prefix(10))
    }
}
