/// The names that somebody who wrote `name` most likely meant, the likeliest first.
///
/// A candidate is near when it contains `name`, or when few edits lead to it: two, or one for every
/// two characters of longer names. An edit puts a character in, leaves one out, or exchanges it
/// with its neighbour; a replaced character is two, so that `jpg` is nearer to `jpeg` than to
/// `jp2`. Letter case is ignored. A name of more than 200 bytes is near nothing.
package func nearestNames(
    to name: String,
    among candidates: [String],
    limit: Int = 3
) -> [String] {
    let wanted = Array(name.lowercased().utf8)
    guard (1...nameByteCountAtMost).contains(wanted.count), limit > 0 else { return [] }
    let editsAtMost = max(2, wanted.count / 2)
    let ranked = candidates.compactMap { candidate -> (name: String, edits: Int)? in
        let other = Array(candidate.lowercased().utf8)
        guard other.count <= nameByteCountAtMost else { return nil }
        let edits = editCount(from: wanted, to: other)
        // Enough edits make any short name of any other.
        if edits <= editsAtMost, edits < other.count { return (candidate, edits) }
        let isPart = wanted.count >= 3 && candidate.lowercased().contains(name.lowercased())
        return isPart ? (candidate, edits) : nil
    }
    return ranked.sorted { ($0.edits, $0.name) < ($1.edits, $1.name) }.prefix(limit).map(\.name)
}

/// The longest name that is compared: the time grows with the product of two lengths.
private let nameByteCountAtMost = 200

/// The fewest edits that make `other` of `one`, exchanges of neighbours included (optimal string
/// alignment).
private func editCount(from one: [UInt8], to other: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...other.count)
    for row in one.indices {
        var current = [row + 1]
        for column in other.indices {
            let replaced = last[column] + (one[row] == other[column] ? 0 : 2)
            var edits = min(replaced, last[column + 1] + 1, current[column] + 1)
            if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
                edits = min(edits, beforeLast[column - 1] + 1)
            }
            current.append(edits)
        }
        (beforeLast, last) = (last, current)
    }
    return last[other.count]
}
