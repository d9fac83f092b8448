internal import PreflightCore

/// The requests that images were put into, each with its bytes and images.
struct TextReceipts {
    let receipts: [RequestReceipt]

    /// One line a request.
    var lines: [String] {
        let names = receipts.map(name)
        let byteCounts = receipts.map(\.byteCount.grouped)
        let widths = [names, byteCounts].map { $0.map(\.count).max() ?? 0 }
        return receipts.indices.map { index in
            let name = names[index].padded(to: widths[0])
            let byteCount = byteCounts[index].padded(to: widths[1], before: " ")
            return "\(name)  \(byteCount) bytes, \(images(of: receipts[index])); "
                + verdict(on: receipts[index])
        }
    }

    private func name(of receipt: RequestReceipt) -> String {
        let number = receipts.count > 1 ? "request \(receipt.number.grouped)" : "request"
        return receipt.path?.neutralised ?? number
    }

    /// What the provider will say to the request, and why perhaps not.
    private func verdict(on receipt: RequestReceipt) -> String {
        let doubts = receipt.findings.map { "\($0.code.rawValue): \($0.message.fact)" }
        return ([receipt.verdict.rawValue] + doubts).joined(separator: "; ").neutralised
    }

    /// How many images there are and, of several requests, which: their places among the inputs,
    /// from 1.
    private func images(of receipt: RequestReceipt) -> String {
        let count = receipt.images.count
        let phrase = count == 1 ? "1 image" : "\(count.grouped) images"
        guard receipts.count > 1, count > 0 else { return phrase }
        return "\(phrase): \(Self.ranges(of: receipt.images))"
    }

    /// Places from 0 as numbers from 1: `1–3, 7`.
    private static func ranges(of places: [Int]) -> String {
        var ranges: [ClosedRange<Int>] = []
        for number in places.map({ $0 + 1 }) {
            // Tiles of one image have its place.
            if ranges.last?.upperBound == number { continue }
            if let last = ranges.last, last.upperBound + 1 == number {
                ranges[ranges.count - 1] = last.lowerBound...number
            } else {
                ranges.append(number...number)
            }
        }
        return
            ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
            .joined(separator: ", ")
    }
}
