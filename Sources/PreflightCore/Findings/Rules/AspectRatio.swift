/// IMG110: one side is too many times the other.
extension Rule {
    static let aspectRatioRefused = Rule(
        page: FindingPage(
            title: "One side is too many times the other",
            severity: .error,
            check: """
                The longer side divided by the shorter is compared with the table's limit; equal \
                passes.
                """,
            reason: """
                Models that cut a picture into patches refuse strips, which leave one side with less \
                than a patch.
                """,
            cure: "Cut the picture into parts, or put it on a background that is less of a strip."
        ),
        limit: LimitShape(measures: [.aspectRatio], bound: .atMost, condition: .optional),
        ofImage: { image in
            guard let size = image.header?.displaySize else { return [] }
            let shortEdge = max(1, size.shortEdge)
            let ratio = size.longEdge.dividedRoundingUp(by: shortEdge)
            return image.findings(
                .aspectRatioRefused,
                measured: ratio,
                message: { _, bound, _ in
                    let times = size.longEdge.times(shortEdge, tellingApartFrom: bound)
                    let most = bound == 1 ? "squares only" : "at most \(bound.grouped) times"
                    return Message(
                        "One side of \(size) px is \(times) times the other, and "
                            + "\(image.table.name) takes \(most)",
                        help: .act("cut it into parts, or put it on a background")
                    )
                }
            )
        }
    )
}

extension Int {
    /// How many times another number goes into this one, cut off after the first digit that shows
    /// that it is more than `bound`, but with one at least where it is no whole number.
    fileprivate func times(_ other: Int, tellingApartFrom bound: Int) -> String {
        let whole = self / other
        guard whole * other < self else { return whole.grouped }
        var digits = ""
        var rest = self % other
        repeat {
            rest *= 10
            digits += "\(rest / other)"
            rest %= other
        } while whole == bound && digits.allSatisfy { $0 == "0" }
        return "\(whole.grouped).\(digits)"
    }
}
