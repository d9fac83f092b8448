internal import PreflightCore

/// What one code says of several images, as one thing to do.
struct RemarkGroup {
    /// The code, or that images could not be looked at.
    let name: String
    let severity: Severity
    /// What is wrong, in general.
    let title: String
    /// What to do about it, as a sentence without a full stop.
    let act: String
    /// How many images are meant; 0 where it is the request alone.
    let imageCount: Int

    /// The remarks of a report by code and severity: the gravest first, then the most frequent.
    static func groups(of report: Report, in words: CureWords) -> [RemarkGroup] {
        let remarks = report.images.enumerated()
            .flatMap { place, image in image.remarks.map { (place: Int?.some(place), remark: $0) } }
        let all = remarks + report.request.remarks.map { (place: nil, remark: $0) }
        return Dictionary(grouping: all) { "\($0.remark.severity.rawValue) \($0.remark.name)" }
            .values
            .compactMap { members in
                RemarkGroup(
                    members.map(\.remark),
                    imageCount: Set(members.compactMap(\.place)).count,
                    in: words
                )
            }
            .sorted { one, other in
                (other.severity, other.imageCount, one.name)
                    < (one.severity, one.imageCount, other.name)
            }
    }

    private init?(_ remarks: [Remark], imageCount: Int, in words: CureWords) {
        guard let first = remarks.first else { return nil }
        self.imageCount = imageCount
        name = first.name
        severity = first.severity
        title = first.code?.page.title ?? "Could not be looked at"
        let phrases = Set(remarks.compactMap { $0.message.help?.phrase(in: words) })
        let facts = Set(remarks.map(\.message.fact))
        // Where the cures differ, the page of the code says what they have in common.
        let common = phrases.count == 1 ? phrases.first : first.code?.page.cure
        let fact = facts.count == 1 ? facts.first : "See why at each image"
        act = (common ?? fact ?? "").asSentence
    }

    /// What is meant, as a noun.
    var subject: String {
        switch imageCount {
        case 0: "the request"
        case 1: "1 image"
        default: "\(imageCount.grouped) images"
        }
    }
}

extension String {
    /// The text with its first letter in upper case and without a full stop at its end.
    var asSentence: String {
        let text = hasSuffix(".") ? String(dropLast()) : self
        return text.prefix(1).uppercased() + text.dropFirst()
    }
}
