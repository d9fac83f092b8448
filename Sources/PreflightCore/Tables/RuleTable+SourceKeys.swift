extension RuleTable {
    /// The table as another extends it that gives some of its source keys other pages: what cites
    /// those keys here goes on citing the pages that it was written for, by keys of their own.
    ///
    /// - Parameter sources: The other table's own sources, by key.
    /// - Returns: The table; where no key has another page, as it was.
    func keepingPages(beside sources: [String: RuleSource]) -> RuleTable {
        var keys: [String: String] = [:]
        for (key, page) in self.sources where sources[key].map({ $0 != page }) ?? false {
            keys[key] = "\(inheritance.sources[key] ?? name):\(key)"
        }
        return keys.isEmpty ? self : citing(by: keys)
    }

    /// The table with some of its source keys by other names.
    private func citing(by keys: [String: String]) -> RuleTable {
        let named = { (key: String) in keys[key] ?? key }
        var table = self
        for (key, other) in keys {
            table.sources[other] = table.sources.removeValue(forKey: key)
            table.inheritance.sources[other] = table.inheritance.sources.removeValue(forKey: key)
        }
        for index in table.limits.indices {
            table.limits[index].source = named(table.limits[index].source)
            if let other = table.limits[index].conflict?.source {
                table.limits[index].conflict?.source = named(other)
            }
        }
        for index in table.tokens.indices {
            table.tokens[index].source = named(table.tokens[index].source)
            for detail in table.tokens[index].details.indices {
                let key = table.tokens[index].details[detail].source
                table.tokens[index].details[detail].source = named(key)
            }
        }
        for index in table.dialects.indices {
            table.dialects[index].source = named(table.dialects[index].source)
        }
        return table
    }
}
