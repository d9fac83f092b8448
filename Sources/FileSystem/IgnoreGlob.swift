/// One pattern of an ignore file, compiled: which names below the file's folder it means.
///
/// It matches as Git does (gitignore(5), wildmatch.c), byte for byte. The time is bounded by the
/// product of the lengths of pattern and path: no star is tried again once a later one has matched.
struct IgnoreGlob: Sendable {
    /// A name between the slashes of a pattern.
    private enum Segment: Sendable {
        /// `**`: any number of folders, or what is in them.
        case anyDepth
        /// Anything else.
        case name(NameGlob)
    }

    private let segments: [Segment]

    /// Whether only the last name of a path is looked at: a pattern without a slash.
    private let isOfLastName: Bool

    /// The name that the pattern means in any folder, where nothing in it is special.
    let literalLastName: [UInt8]?

    /// Compiles a pattern; nil for one that matches nothing.
    ///
    /// - Parameter pattern: What is left of a line without `!`, its slash at the end, and what is
    ///   blank behind it.
    init?(_ pattern: ArraySlice<UInt8>) {
        guard !pattern.isEmpty, let parts = Self.parts(of: pattern) else { return nil }
        // Also a slash that brackets hold binds the pattern to the folder.
        let isAnchored = pattern.contains(FilePath.slash)
        // One at the start says nothing else.
        let names = isAnchored && parts[0].isEmpty ? parts.dropFirst() : parts[...]
        guard names.allSatisfy({ !$0.isEmpty }) else { return nil }
        isOfLastName = !isAnchored
        segments = names.reduce(into: []) { segments, part in
            guard isAnchored, part.isAnyDepth else {
                segments.append(.name(part))
                return
            }
            if case .anyDepth = segments.last { return }
            segments.append(.anyDepth)
        }
        literalLastName = isAnchored ? nil : names.first?.literal
    }

    /// Takes the pattern apart at its slashes; nil where a bracket or an escape does not end.
    private static func parts(of pattern: ArraySlice<UInt8>) -> [NameGlob]? {
        var parts = [NameGlob()]
        var rest = pattern
        while let element = NameGlob.Element(takingFrom: &rest) {
            if case .slash = element {
                parts.append(NameGlob())
            } else {
                parts[parts.count - 1].append(element)
            }
        }
        return rest.isEmpty ? parts : nil
    }
}

extension IgnoreGlob {
    /// Whether the pattern means a path.
    ///
    /// - Parameter names: The names of the path below the ignore file's folder, at least one.
    /// - Returns: Whether it does; never for no name.
    func matches(_ names: [ArraySlice<UInt8>]) -> Bool {
        guard isOfLastName else { return matchesPath(names) }
        guard let last = names.last, case .name(let glob)? = segments.first else { return false }
        return glob.matches(last)
    }

    /// Matches segment by segment: only the last `**` is ever tried with one name more.
    private func matchesPath(_ names: [ArraySlice<UInt8>]) -> Bool {
        var (segment, name) = (0, 0)
        var retry: (segment: Int, name: Int)?
        while name < names.count {
            if segment < segments.count, case .anyDepth = segments[segment] {
                // At the end it means what is in the folder, and at least one name.
                if segment == segments.count - 1 { return true }
                segment += 1
                retry = (segment, name)
            } else if segment < segments.count, case .name(let glob) = segments[segment],
                glob.matches(names[name])
            {
                segment += 1
                name += 1
            } else if let last = retry {
                retry = (last.segment, last.name + 1)
                (segment, name) = (last.segment, last.name + 1)
            } else {
                return false
            }
        }
        return segment == segments.count
    }
}
