internal import PreflightCore

extension Report {
    /// The verdict as a sentence without a full stop.
    var headline: String {
        let (refused, unchecked) = (count(.fixable) + count(.rejected), count(.unchecked))
        guard !images.isEmpty else { return "There was no image to look at" }
        guard refused + unchecked > 0 else {
            if verdict > .accepted { return "The request would be refused as it is" }
            return switch images.count {
            case 1: "The image would be accepted"
            case 2: "Both images would be accepted"
            default: "All \(images.count.grouped) images would be accepted"
            }
        }
        guard images.count > 1 else {
            return unchecked == 1
                ? "The image could not be checked" : "The image would be refused"
        }
        let total = "of \(images.count.grouped) images"
        return refused > 0
            ? "\(refused.grouped) \(total) would be refused"
            : "\(unchecked.grouped) \(total) could not be checked"
    }

    /// What follows from the verdict, in a sentence or two.
    var lead: String {
        let reading =
            mode == .headers
            ? " Only headers were read: damage further on is not seen, and there are no pictures."
            : ""
        let (refused, unchecked) = (count(.fixable) + count(.rejected), count(.unchecked))
        let rest =
            refused > 0 && unchecked > 0
            ? " \(unchecked == 1 ? "1 more" : "\(unchecked.grouped) more") could not be checked."
            : ""
        let alone = verdictsAlone.map { " Each alone: \($0.phrase)." } ?? ""
        return outlook + rest + alone + reading
    }

    private var outlook: String {
        let (fixable, rejected) = (count(.fixable), count(.rejected))
        switch (fixable, rejected) {
        case (0, 0): return acceptedOutlook
        case (1, 0): return "It can be fixed."
        case (_, 0): return "All of them can be fixed."
        case (0, 1): return "It cannot be fixed."
        case (0, _): return "None of them can be fixed."
        default: return "\(fixable.grouped) can be fixed, \(rejected.grouped) cannot."
        }
    }

    private var acceptedOutlook: String {
        guard verdict == .accepted else {
            return verdict == .unchecked
                ? "Nothing is known of what could not be read."
                : "Each image by itself would be accepted."
        }
        let warned = images.count { $0.remarks.contains { $0.severity == .warning } }
        switch warned {
        case 0: return "Nothing is to be done."
        case 1: return "1 image is worth a look before it goes."
        default: return "\(warned.grouped) images are worth a look before they go."
        }
    }

    private func count(_ verdict: Verdict) -> Int { images.count { $0.verdict == verdict } }
}
