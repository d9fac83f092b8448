extension RuleTableDecoder {
    /// The sources at `place`; from here on their keys may be cited.
    ///
    /// - Parameters:
    ///   - place: The sources of the table itself.
    ///   - base: The table whose sources may be cited too.
    /// - Returns: The table's own sources; nil where they cannot be read.
    mutating func sources(
        _ place: JSONPlace?,
        beside base: RuleTable?
    ) -> [String: RuleSource]? {
        guard let object = object(place) else { return nil }
        sourceKeys = Set(object.members.keys).union(base.map { Array($0.sources.keys) } ?? [])
        var sources: [String: RuleSource] = [:]
        for (key, place) in object.members {
            if key.isEmpty || key.contains(where: \.isWhitespace) {
                report(
                    "A key has no white space and is not empty, as “\(key)” is; rename it.",
                    at: place
                )
            }
            sources[key] = source(place)
        }
        return sources
    }

    private mutating func source(_ place: JSONPlace) -> RuleSource? {
        guard let object = object(place, keys: .source) else { return nil }
        let title = text(object["title"])
        let address = address(object["address"])
        let checkedOn = pastDay(object["checkedOn"])
        guard let title, let address, let checkedOn else { return nil }
        return RuleSource(title: title, address: address, checkedOn: checkedOn)
    }

    /// The key at `place`, which has to be one of the sources'.
    mutating func citedSource(_ place: JSONPlace?) -> String? {
        guard let place, let key = name(place) else { return nil }
        guard let sourceKeys, !sourceKeys.contains(key) else { return key }
        let known = sourceKeys.sorted().joined(separator: ", ")
        let others = sourceKeys.isEmpty ? ", which is empty" : " (\(known))"
        report(
            "“\(key)” is no key of “sources”\(others); add the source, or correct the key.",
            at: place
        )
        return nil
    }

    /// Reports the sources of `table` that nothing cites: one of the two is out of date.
    ///
    /// Citations count as written, also those of a limit that cannot be read for another reason.
    mutating func requireCitations(in table: JSONObject) {
        // Who has yet to write limits has yet to cite.
        guard let sources = table["sources"], table["limits"] != nil || table["extends"] != nil
        else { return }
        let cited = ["limits", "tokens", "dialects"]
            .reduce(into: Set()) { $0.formUnion(citations(in: table[$1])) }
        for member in sources.value.members where !cited.contains(.string(member.name)) {
            report(
                "No limit or token reading cites “\(member.name)”; remove the source.",
                keyPath: sources.keyPath(of: member.name),
                offset: member.nameOffset
            )
        }
    }

    private func citations(in place: JSONPlace?) -> Set<JSONValue.Content> {
        guard case .array(let elements) = place?.value.content else { return [] }
        let members = elements.flatMap(\.members)
        let details = members.filter { $0.name == "detail" }.flatMap(\.value.members)
        let conflicts = members.filter { $0.name == "conflict" }
        return Set(
            (elements + (details + conflicts).map(\.value)).flatMap(\.members)
                .filter { $0.name == "source" }
                .map(\.value.content)
        )
    }

    /// The advice at `place`.
    mutating func advice(_ place: JSONPlace?) -> Advice? {
        guard let object = object(place, keys: .advice) else { return nil }
        return Advice(
            pictures: texts(object["pictures"]),
            weaknesses: texts(object["weaknesses"])
        )
    }

    private mutating func texts(_ place: JSONPlace?) -> [String] {
        var texts: [String] = []
        for place in elements(place) ?? [] {
            if let text = text(place) { texts.append(text) }
        }
        return texts
    }
}
