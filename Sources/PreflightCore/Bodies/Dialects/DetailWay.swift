extension Dialect {
    /// A member, beside an image or of the whole request, that says how closely the model looks.
    package struct DetailWay: Sendable, Hashable {
        /// The way from the part or the request to the member.
        let path: JSONPath

        /// How it says so.
        let reading: Reading

        /// How a member says how closely the model looks.
        enum Reading: Sendable, Hashable {
            /// As a word of this beginning, of any case: `MEDIA_RESOLUTION_LOW` is `low`.
            case word(after: String)
            /// As true, which stands for this `detail`, or as false, which stands for none, whatever
            /// else is said.
            case flag(String)
        }
    }
}

extension Dialect {
    /// The words for which the request has a member that is true or false, with that member.
    package var detailFlags: [(word: String, path: JSONPath)] {
        requestDetails.compactMap { way in
            if case .flag(let word) = way.reading { (word, way.path) } else { nil }
        }
    }
}

extension JSONOutline {
    /// How closely the model is to look, as the word of one of several members of a node; nil for
    /// none.
    func detail(of node: Int, at ways: [Dialect.DetailWay]) -> String? {
        ways.lazy
            .compactMap { way -> String? in
                guard case .word(let prefix) = way.reading,
                    let word = self.string(self.value(at: way.path, from: node))?.lowercased(),
                    word.hasPrefix(prefix)
                else { return nil }
                let detail = String(word.dropFirst(prefix.count))
                return detail == "unspecified" ? nil : detail
            }
            .first
    }

    /// The same as a flag of the request says it; nil where there is no flag.
    fileprivate func flag(of request: Int, for dialect: Dialect) -> DetailFlag? {
        dialect.detailFlags.lazy
            .compactMap { word, path in
                switch self.value(at: path, from: request).map({ self.nodes[$0].kind }) {
                case .yes: .raised(word)
                case .no: .lowered
                default: nil
                }
            }
            .first
    }
}

/// What a flag of a request says of how closely the model is to look.
private enum DetailFlag {
    case raised(String)
    case lowered
}

extension DocumentReader {
    /// Gives images of a request the `detail` that the request as a whole says.
    ///
    /// - Parameters:
    ///   - request: The request's node.
    ///   - start: The first of its images.
    mutating func takeDetail(of request: Int, from start: Int) {
        for index in images.indices.dropFirst(start) {
            guard let dialect = images[index].image.dialect else { continue }
            let own = images[index].image.detail
            let flag = outline.flag(of: request, for: dialect)
            images[index].image.isDetailOfRequest = flag != nil || own == nil
            images[index].image.detail =
                switch flag {
                case .raised(let word): word
                case .lowered: nil
                case nil: own ?? outline.detail(of: request, at: dialect.requestDetails)
                }
        }
    }
}
