import PreflightCore

/// What holds of every table of limits, whatever its bytes.
enum TablePromises {
    /// The table that others may extend.
    private static let base = "base"

    static func broken(by bytes: [UInt8]) -> String? {
        _ = RuleTable.name(in: bytes)
        do throws(RuleTableError) {
            let table = try RuleTable(json: bytes, file: "table.json") { name in
                name == base ? .broken : .unknown(nearest: [base])
            }
            return table.name.isEmpty ? "a table without a name" : nil
        } catch {
            return error.description.isEmpty ? "a refusal without a reason" : nil
        }
    }
}
