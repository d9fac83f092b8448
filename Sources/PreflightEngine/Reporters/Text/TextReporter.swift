internal import PreflightCore

/// What a person reads at a glance: what is wrong, the request's totals against its limits, the
/// verdict, and what was written.
///
/// A few images have a line each, with their findings under it. Of many, each code is told once,
/// with how many images and the first of their names; the images of which nothing is to be said are
/// counted. Several models are compared. Text from outside (file names, profile names) is
/// neutralised: it is shown and never obeyed.
public struct TextReporter: Reporter {
    /// What the caller chose.
    public var style: ReportStyle

    /// Creates a reporter.
    public init(_ style: ReportStyle = ReportStyle()) {
        self.style = style
    }

    /// One section a model, each ending with its verdict, or one that compares them.
    public func text(for reports: [Report]) -> String {
        let blocks =
            Self.areComparable(reports) && style.extent != .everyImage
            ? [TextComparison(reports: reports, style: style).blocks]
            : reports.map { TextSection(report: $0, style: style).blocks }
        return
            blocks.map { section in
                section.filter { !$0.isEmpty }
                    .map { $0.joined(separator: "\n") + "\n" }
                    .joined(separator: "\n")
            }
            .joined(separator: "\n")
    }

    /// The most images that have a line each where the caller leaves that to the reporter.
    static let listedImageCountAtMost = 12

    /// Whether several reports are about the same images.
    private static func areComparable(_ reports: [Report]) -> Bool {
        guard let first = reports.first, reports.count > 1 else { return false }
        return reports.dropFirst()
            .allSatisfy { $0.images.elementsEqual(first.images) { $0.source == $1.source } }
    }
}
