internal import PreflightCore

/// One thing that a report says of an image or of the request, for formats that are lists.
struct Remark {
    /// The image as the caller named it; nil where the request as a whole is meant.
    var source: String?

    /// The code; nil where the image could not be looked at or written.
    var code: FindingCode?

    /// Which of both it is where there is no code.
    var failure: Failure?

    /// How much it weighs.
    var severity: Severity

    /// What is so, and what to do about it.
    var message: Message

    /// The finding; nil where there is none.
    var finding: Finding?
}

extension Remark {
    /// What can stop an image from being looked at or written; each is named where others have
    /// their code.
    enum Failure: String {
        case unchecked
        case notWritten = "not written"

        /// What it means.
        var title: String {
            switch self {
            case .unchecked: "Could not be looked at, or not be written"
            case .notWritten: "Cannot be made acceptable"
            }
        }
    }

    /// What the request as a whole is called; no file name, since a path has no parentheses alone.
    static let request = "(request)"

    /// The code, or that the image could not be looked at or written.
    var name: String { code?.rawValue ?? (failure ?? .unchecked).rawValue }

    /// What it means in general.
    var title: String { code?.page.title ?? (failure ?? .unchecked).title }

    fileprivate init(_ finding: Finding, about source: String?) {
        self.init(
            source: source,
            code: finding.code,
            severity: finding.severity,
            message: finding.message,
            finding: finding
        )
    }
}

extension ImageReport {
    /// All that is to be said of the image: its findings, or why it could not be looked at.
    var remarks: [Remark] {
        let failures = [(Remark.Failure.unchecked, error), (.notWritten, refusal)]
            .compactMap { failure, message in
                message.map {
                    Remark(source: source, failure: failure, severity: .error, message: $0)
                }
            }
        return failures + findings.map { Remark($0, about: source) }
    }
}

extension RequestReport {
    /// All that is to be said of the request as a whole.
    var remarks: [Remark] { findings.map { Remark($0, about: nil) } }
}

extension Report {
    /// All that is to be said: of the images in their order, then of the request.
    var remarks: [Remark] { images.flatMap(\.remarks) + request.remarks }
}

extension Report {
    /// The images with their places from 0, the worst off first and equal ones in their order.
    var imagesFromWorst: [(place: Int, image: ImageReport)] {
        images.enumerated()
            .map { (place: $0.offset, image: $0.element, rank: $0.element.rank) }
            .sorted { one, other in
                one.rank == other.rank ? one.place < other.place : one.rank > other.rank
            }
            .map { ($0.place, $0.image) }
    }
}

extension ImageReport {
    /// How badly off the image is: by its verdict, then by its gravest finding.
    fileprivate var rank: (Verdict, Severity) {
        (verdict, remarks.map(\.severity).max() ?? .note)
    }
}
