internal import PreflightCore

/// What many images have in common: one code at one severity, under one model or several.
struct FindingGroup {
    /// One of the images.
    struct Example {
        var source: String
        /// What was measured in it, with its unit; nil where nothing was.
        var measure: String?
    }

    /// The code, or what stands in its place.
    let name: String

    /// How much it weighs.
    let severity: Severity

    /// The source of the limit that the first of them breaks; nil where no limit is cited.
    let source: String?

    /// What is said in general: the fact where it is the same for all, else what the code means.
    var title: String { hasOneFact ? facts[0] : generalTitle }

    /// Whether the same is said of all.
    var hasOneFact: Bool { facts.count == 1 && !isOfManyModels }

    /// What is to be done, the most frequent first.
    var helps: [(cure: Cure, count: Int)] {
        helpCounts.sorted { one, other in
            (other.value, one.key.phrase()) < (one.value, other.key.phrase())
        }
        .map { ($0.key, $0.value) }
    }

    /// The first of the images, in their order; empty where the request is meant.
    private(set) var examples: [Example] = []

    /// How many images are meant.
    private(set) var imageCount = 0

    /// How many images are meant under each model.
    private(set) var imageCounts: [Int]

    /// Which models say it, by their places.
    var places: [Int] { imageCounts.indices.filter { imageCounts[$0] > 0 || isOfRequest[$0] } }

    /// Whether all models say it of the same images.
    var isAlike: Bool {
        places.count == imageCounts.count && imageCounts.allSatisfy { $0 == imageCount }
    }

    private let generalTitle: String
    private var facts: [String] = []
    private var helpCounts: [Cure: Int] = [:]
    private var isOfRequest: [Bool]
    /// A fact that names one of several models is not what is said of all.
    private var isOfManyModels = false
    private var lastImage = -1
    private var lastImages: [Int]
}

extension FindingGroup {
    /// What is to be said of images, the gravest first and then in the order of the codes.
    ///
    /// - Parameters:
    ///   - reports: One for each model, about the same images.
    ///   - withRequest: Whether what is said of the request as a whole is among it.
    ///   - others: For each report those of models of which the same is said, with cures of their own;
    ///     nil for none.
    /// - Returns: The groups.
    static func groups(
        in reports: [Report],
        withRequest: Bool,
        others: [[Report]]? = nil
    ) -> [FindingGroup] {
        var groups: [String: FindingGroup] = [:]
        let commonFailures = commonFailures(in: reports)
        let key = { (remark: Remark, cure: String) in
            let isCommon = remark.finding == nil && commonFailures.contains(remark.message.fact)
            let reason = isCommon ? remark.message.fact : ""
            return "\(remark.severity.rawValue) \(remark.name) \(reason) \(cure)"
        }
        let note = { (remark: Remark, image: Int?, place: Int, cure: String) in
            let key = key(remark, cure)
            groups[key, default: FindingGroup(remark, placeCount: reports.count)]
                .note(remark, ofImage: image, at: place)
            let isOfModel = remark.message.fact.contains(reports[place].model.name)
            if others?[place].isEmpty == false, isOfModel {
                groups[key]?.isOfManyModels = true
            }
        }
        for image in reports.first?.images.indices ?? 0..<0 {
            let ofModels = reports.map { $0.images[image].remarksSaidOnce }
            for (place, remarks) in ofModels.enumerated() {
                for remark in remarks {
                    note(remark, image, place, Self.cure(for: remark, among: ofModels))
                }
            }
        }
        for (place, report) in reports.enumerated() where withRequest {
            for remark in report.request.remarks { note(remark, nil, place, "") }
            for remark in others?[place].flatMap(\.request.remarks) ?? [] {
                guard let help = remark.message.help else { continue }
                groups[key(remark, "")]?.helpCounts[help, default: 0] += 1
            }
        }
        return groups.values.sorted { one, other in
            (other.severity, one.name, other.imageCount, one.title)
                < (one.severity, other.name, one.imageCount, other.title)
        }
    }

    /// What a person has to do about one image, where imgcheck cannot; empty where models would have
    /// it done differently.
    ///
    /// Images that need something else are a group of their own.
    private static func cure(for remark: Remark, among reports: [[Remark]]) -> String {
        guard remark.severity == .error, let finding = remark.finding, finding.remedy == nil else {
            return ""
        }
        let cures = Set(reports.joined().filter { $0.name == remark.name }.map(\.message.help))
        return cures.count == 1 ? remark.message.help?.phrase() ?? "" : ""
    }

    /// Why images were not looked at or not written, where that is the same for several: each such
    /// reason is a group of its own.
    private static func commonFailures(in reports: [Report]) -> Set<String> {
        var counts: [String: Int] = [:]
        for image in reports.lazy.flatMap(\.images) {
            for reason in [image.error, image.refusal].compactMap(\.self) {
                counts[reason.fact, default: 0] += 1
            }
        }
        return Set(counts.filter { $0.value >= commonCountAtLeast }.keys)
    }

    /// The least number of images that makes a reason a common one.
    private static let commonCountAtLeast = 3

    private init(_ remark: Remark, placeCount: Int) {
        name = remark.name
        severity = remark.severity
        source = remark.finding?.source
        generalTitle = remark.title
        imageCounts = Array(repeating: 0, count: placeCount)
        isOfRequest = Array(repeating: false, count: placeCount)
        lastImages = Array(repeating: -1, count: placeCount)
    }

    private mutating func note(_ remark: Remark, ofImage image: Int?, at place: Int) {
        if facts.count < 2, !facts.contains(remark.message.fact) {
            facts.append(remark.message.fact)
        }
        guard let image else {
            if let help = remark.message.help { helpCounts[help, default: 0] += 1 }
            isOfRequest[place] = true
            return
        }
        if lastImages[place] != image {
            lastImages[place] = image
            imageCounts[place] += 1
        }
        guard lastImage != image else { return }
        lastImage = image
        imageCount += 1
        if let help = remark.message.help { helpCounts[help, default: 0] += 1 }
        guard examples.count < Self.exampleCountAtMost else { return }
        examples.append(Example(source: remark.source ?? "", measure: remark.finding?.measure))
    }

    /// More names than fit on the widest line; of many images the others are only counted.
    private static let exampleCountAtMost = 16
}

extension ImageReport {
    /// All that is to be said of the image, without a refusal that says what a finding says.
    fileprivate var remarksSaidOnce: [Remark] {
        let isFound = findings.contains { $0.message.fact == refusal?.fact }
        return remarks.filter { !isFound || $0.failure != .notWritten }
    }
}

extension Finding {
    /// What was measured, with its unit.
    fileprivate var measure: String? {
        guard let measured, let unit else { return nil }
        return "\(measured.grouped) \(unit.rawValue)"
    }
}
