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
            /// As true, which stands for this `detail` whatever else is said.
            case flag(String)
        }
    }
}

extension JSONOutline {
    /// How closely the model is to look, as one of several members of a node says; nil for none.
    func detail(of node: Int, at ways: [Dialect.DetailWay]) -> String? {
        ways.lazy
            .compactMap { way -> String? in
                guard let member = self.value(at: way.path, from: node) else { return nil }
                switch way.reading {
                case .flag(let detail): return self.nodes[member].kind == .yes ? detail : nil
                case .word(let prefix):
                    guard let word = self.string(member)?.lowercased(), word.hasPrefix(prefix)
                    else { return nil }
                    let detail = String(word.dropFirst(prefix.count))
                    return detail == "unspecified" ? nil : detail
                }
            }
            .first
    }
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
            let flags = dialect.requestDetails.filter { $0.isFlag }
            let words = dialect.requestDetails.filter { !$0.isFlag }
            if let detail = outline.detail(of: request, at: flags)
                ?? images[index].image.detail ?? outline.detail(of: request, at: words)
            {
                images[index].image.detail = detail
            }
        }
    }
}

extension Dialect.DetailWay {
    /// Whether it says so as true or false.
    fileprivate var isFlag: Bool { if case .flag = reading { true } else { false } }
}
