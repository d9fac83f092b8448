/// The patterns of one ignore file, as a value: what they say of a path below the file's folder.
///
/// They mean what gitignore(5) says: the last that matches decides, `!` takes a path back, a slash
/// at the end means folders only, any other slash binds the pattern to the folder.
public struct IgnorePatterns: Sendable {
    /// What patterns say of a path.
    public enum Decision: Sendable, Hashable {
        /// It is left out.
        case ignored
        /// It is not, whatever an earlier pattern or a file further up says.
        case kept
    }

    private struct Pattern: Sendable {
        let glob: IgnoreGlob
        let isOfFolders: Bool
        let rule: Rule
    }

    /// What a line says, and where it stands: a later one decides.
    private struct Rule: Sendable {
        let place: Int
        let decision: Decision
    }

    /// What the lines say that are a plain name.
    private struct NameRules: Sendable {
        var ofFolders: Rule?
        var ofAll: Rule?

        /// The last that means a folder or a file.
        func last(isFolder: Bool) -> Rule? {
            guard isFolder, let ofFolders else { return ofAll }
            return ofFolders.place > ofAll?.place ?? -1 ? ofFolders : ofAll
        }
    }

    /// The patterns in which something is special or which are bound to the folder.
    private var patterns: [Pattern] = []

    /// The plain names, of which there may be thousands: one look tells what they say.
    private var names: [[UInt8]: NameRules] = [:]

    /// Reads an ignore file; a line that is no pattern says nothing.
    public init(_ bytes: [UInt8]) {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = bytes.starts(with: mark) ? bytes[mark.count...] : bytes[...]
        let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true)
        for (place, line) in lines.enumerated() {
            guard let pattern = Self.pattern(in: line, at: place) else { continue }
            guard let name = pattern.glob.literalLastName else {
                patterns.append(pattern)
                continue
            }
            if pattern.isOfFolders {
                names[name, default: NameRules()].ofFolders = pattern.rule
            } else {
                names[name, default: NameRules()].ofAll = pattern.rule
            }
        }
    }

    /// Whether there is no pattern.
    public var isEmpty: Bool { patterns.isEmpty && names.isEmpty }

    private static func pattern(in line: ArraySlice<UInt8>, at place: Int) -> Pattern? {
        guard line.first != UInt8(ascii: "#") else { return nil }
        // Git reads lines as texts of C, which a zero ends.
        var rest = line.prefix { $0 != 0 }
        if rest.last == UInt8(ascii: "\r") { rest = rest.dropLast() }
        rest = trimmed(rest)
        let isTakenBack = rest.first == UInt8(ascii: "!")
        if isTakenBack { rest = rest.dropFirst() }
        let isOfFolders = rest.last == UInt8(ascii: "/")
        if isOfFolders { rest = rest.dropLast() }
        guard let glob = IgnoreGlob(rest) else { return nil }
        return Pattern(
            glob: glob,
            isOfFolders: isOfFolders,
            rule: Rule(place: place, decision: isTakenBack ? .kept : .ignored)
        )
    }

    /// A line without the spaces at its end; one behind a backslash stays.
    private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var end = line.startIndex
        var offset = line.startIndex
        while offset < line.endIndex {
            let isEscape = line[offset] == UInt8(ascii: #"\"#)
            if line[offset] != UInt8(ascii: " ") {
                end = min(offset + (isEscape ? 2 : 1), line.endIndex)
            }
            offset += isEscape ? 2 : 1
        }
        return line[line.startIndex..<end]
    }
}

extension IgnorePatterns {
    /// What the patterns say of a path.
    ///
    /// A folder that is ignored is not to be entered: nothing in it can be taken back.
    ///
    /// - Parameters:
    ///   - path: The path below the folder that holds the ignore file.
    ///   - isFolder: Whether a folder is there; a link to one is none.
    /// - Returns: What the last pattern says that matches; nil where none does.
    public func decision(for path: FilePath, isFolder: Bool) -> Decision? {
        let components = path.bytes.split(separator: FilePath.slash)
        guard let last = components.last else { return nil }
        let named = names[Array(last)]?.last(isFolder: isFolder)
        let matching = patterns.last { pattern in
            guard isFolder || !pattern.isOfFolders, pattern.rule.place > named?.place ?? -1
            else { return false }
            return pattern.glob.matches(components)
        }
        return (matching?.rule ?? named)?.decision
    }
}
