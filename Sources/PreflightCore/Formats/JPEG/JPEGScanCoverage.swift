/// Which coefficients the scans of a progressive JPEG have brought so far, and how finely.
///
/// A picture whose later scans are missing shows, but coarsely, and no decoder says so.
///
/// Source: ITU-T T.81, G.1.1.1.1 (spectral selection and successive approximation).
struct JPEGScanCoverage {
    /// What one scan brings: coefficients from first to last, but for so many low bits.
    private struct Step: Equatable {
        var first: UInt8
        var last: UInt8
        var missingBitCount: UInt8
    }

    private var steps: [Step] = []
    /// By component: for each of its 64 coefficients the low bits that are missing; nil for all.
    private var missingBitCounts: [UInt8: [UInt8?]] = [:]

    /// Takes in the header of a scan, without its length.
    ///
    /// A picture that is not progressive has all of a block in its scan, whatever the header says.
    mutating func take(_ payload: Span<UInt8>, isProgressive: Bool = true) {
        guard payload.count >= 1, payload.count >= 4 + 2 * Int(payload[0]) else { return }
        let count = Int(payload[0])
        let step =
            isProgressive
            ? Step(
                first: payload[1 + 2 * count],
                last: payload[2 + 2 * count],
                missingBitCount: payload[3 + 2 * count] & 15
            ) : Step(first: 0, last: 63, missingBitCount: 0)
        guard step.first <= step.last, step.last < 64 else { return }
        steps.append(step)
        for index in 0..<count {
            let component = payload[1 + 2 * index]
            var coefficients =
                missingBitCounts[component] ?? [UInt8?](repeating: nil, count: 64)
            for place in Int(step.first)...Int(step.last) {
                coefficients[place] = step.missingBitCount
            }
            missingBitCounts[component] = coefficients
        }
    }

    /// Whether all bits of all coefficients of so many components have come.
    func isWhole(ofComponents componentCount: Int) -> Bool {
        missingBitCounts.count >= componentCount
            && missingBitCounts.values.allSatisfy { $0.allSatisfy { $0 == 0 } }
    }

    /// The flaw that scans are missing; nil where none is.
    ///
    /// - Parameter componentCount: The components of the frame.
    /// - Returns: The flaw, with how many scans there should be where the order is libjpeg's own.
    func flaw(ofComponents componentCount: Int) -> StructuralFlaw? {
        guard !steps.isEmpty, !isWhole(ofComponents: componentCount) else { return nil }
        let total = usualCount(ofComponents: componentCount).map { " of \($0)" } ?? ""
        let noun = total.isEmpty && steps.count == 1 ? "scan" : "scans"
        return StructuralFlaw(
            "the picture is coarse, with \(steps.count)\(total) \(noun)",
            refusedBy: [],
            cure: .impossible
        )
    }

    /// What of the picture's detail is missing, as a file says it that was made of this one; nil for
    /// nothing.
    ///
    /// - Parameter componentCount: The components of the frame.
    /// - Returns: The scans, as "scans 3–10 of 10".
    func missingDetail(ofComponents componentCount: Int) -> String? {
        guard !steps.isEmpty, !isWhole(ofComponents: componentCount) else { return nil }
        guard let total = usualCount(ofComponents: componentCount) else {
            return "scans after the first \(steps.count)"
        }
        return steps.count + 1 == total
            ? "scan \(total) of \(total)" : "scans \(steps.count + 1)–\(total) of \(total)"
    }

    /// The components that no scan has, so that there is no picture of them; nil for none.
    ///
    /// - Parameter identifiers: The components' numbers, in the order of the frame.
    /// - Returns: From the first that is missing on.
    func missingComponents(of identifiers: [UInt8]) -> MissingPixels? {
        let missing = identifiers.indices.filter { missingBitCounts[identifiers[$0]] == nil }
        guard let first = missing.first else { return nil }
        return MissingPixels(
            .component,
            from: first + 1,
            count: missing.count,
            of: identifiers.count
        )
    }

    /// The scans that there should be, where those that are here are libjpeg's own.
    private func usualCount(ofComponents componentCount: Int) -> Int? {
        let usual = Self.usualSteps[componentCount] ?? []
        return usual.starts(with: steps) ? usual.count : nil
    }

    /// The scans that libjpeg writes unless told otherwise (`jpeg_simple_progression`), by the
    /// number of components.
    private static let usualSteps: [Int: [Step]] = [
        1: steps((0, 0, 1), (1, 5, 2), (6, 63, 2), (1, 63, 1), (0, 0, 0), (1, 63, 0)),
        3: steps(
            (0, 0, 1),
            (1, 5, 2),
            (1, 63, 1),
            (1, 63, 1),
            (6, 63, 2),
            (1, 63, 1),
            (0, 0, 0),
            (1, 63, 0),
            (1, 63, 0),
            (1, 63, 0)
        ),
    ]

    private static func steps(_ values: (UInt8, UInt8, UInt8)...) -> [Step] {
        values.map { Step(first: $0.0, last: $0.1, missingBitCount: $0.2) }
    }
}
