/// REQ404: an image stands where the model takes none.
extension Rule {
    static let misplacedImage = Rule(
        page: FindingPage(
            title: "An image stands where the model takes none",
            severity: .error,
            check: """
                The table says in which roles of a dialect images may stand, and which dialects the \
                model's endpoint takes. What is no part at all, as a number, is told as well. What is \
                written for a library, which makes a request of it, is not held against it.
                """,
            reason: """
                Images in a system prompt, an answer or a tool's message are refused by interfaces that \
                take text there, often with a sentence that names neither the message nor the image.
                """,
            cure: """
                Move the image into a user message, or write the part in the interface's own dialect.
                """
        )
    )
}

extension RuleTable {
    /// What is to be said of where the images of a request stand.
    ///
    /// - Parameter images: The images of one request; those that no dialect claims are passed by.
    /// - Returns: A finding for each rule that is broken, with the first place and how many there are.
    package func placeFindings(for images: [BodyImage]) -> [Finding] {
        var broken: [(offence: Offence, first: String, count: Int)] = []
        for (offence, location) in offences(of: images) {
            if let index = broken.firstIndex(where: { $0.offence == offence }) {
                broken[index].count += 1
            } else {
                broken.append((offence, location, 1))
            }
        }
        let findings = broken.map { offence, first, count in
            let others = count > 1 ? " (and \((count - 1).grouped) more)" : ""
            return offence.finding(at: "at \(first)\(others)", under: name)
        }
        return weighed(findings)
    }

    /// What is to be said of requests that are written in a dialect; nil where the model takes it.
    package func placeFinding(ofRequestsIn dialect: Dialect) -> Finding? {
        guard !dialects.isEmpty else { return nil }
        let refusal = KnownDialect(dialect, in: self).refusal
        return weighed([refusal?.finding(at: nil, under: name)].compactMap(\.self)).first
    }

    /// What is to be said of what stands in a request where parts should.
    package func findings(for misfits: PartMisfits) -> [Finding] {
        let others = misfits.count > 1 ? " (and \((misfits.count - 1).grouped) more)" : ""
        let message = Message(
            "The parts cannot be read, \(misfits.first)\(others)",
            help: .act("write \(misfits.first.expected) there")
        )
        return weighed([Finding(code: .misplacedImage, message: message)])
    }

    /// The locations of images that are refused for where they stand.
    ///
    /// - Parameter images: The images of one request.
    /// - Returns: The locations, as in a finding.
    package func refusedLocations(of images: [BodyImage]) -> Set<String> {
        Set(offences(of: images).filter { $0.offence.severity == .error }.map(\.location))
    }

    private func offences(of images: [BodyImage]) -> [(offence: Offence, location: String)] {
        // Where no image is taken, no other place helps.
        guard !dialects.isEmpty, limit(.tooManyImages)?.bound != .atMost(0) else { return [] }
        let known = Dialect.all.map { KnownDialect($0, in: self) }
        return images.compactMap { image in
            image.dialectIndex.flatMap { known[$0].offence(of: image) }
                .map { ($0, image.location) }
        }
    }
}

/// A dialect, and what the table says of it.
private struct KnownDialect {
    let title: String
    let isSent: Bool
    let rule: DialectRule?

    init(_ dialect: Dialect, in table: RuleTable) {
        title = dialect.title
        isSent = dialect.isSent
        rule = table.rule(of: dialect)
    }

    /// The rule that every image of the dialect breaks; nil for none.
    var refusal: Offence? {
        guard let rule else { return .unknownDialect(title) }
        return rule.roles == [] ? .refusedDialect(title, rule) : nil
    }

    /// The rule of place that an image of the dialect breaks; nil for none.
    func offence(of image: BodyImage) -> Offence? {
        guard !image.isSaved else { return nil }
        guard !image.isInText else { return .partsInText }
        // A part that holds nothing may be of any dialect.
        if case .missing(.noImage) = image.content { return nil }
        guard isSent else { return nil }
        guard !image.isForeign else { return .foreignPart(title) }
        guard refusal == nil, let rule else { return refusal }
        if let role = image.role, let roles = rule.roles, !roles.contains(role) {
            return .role(role, rule)
        }
        if let kinds = rule.parts, let kind = image.partKinds.first(where: { !kinds.contains($0) })
        {
            return .part(kind, rule)
        }
        if rule.takesAddresses == false, case .remote = image.content { return .address(rule) }
        return nil
    }
}

/// How the place of an image breaks a rule.
private enum Offence: Hashable {
    /// The part is of a dialect that is not the one of the conversation around it.
    case foreignPart(String)
    /// The parts are JSON in a string.
    case partsInText
    /// The table does not know of an endpoint that takes the dialect.
    case unknownDialect(String)
    /// The table knows that the dialect is refused.
    case refusedDialect(String, DialectRule)
    /// Images are refused in this role.
    case role(String, DialectRule)
    /// Images are refused in parts of this kind.
    case part(String, DialectRule)
    /// Images are refused that are only addresses.
    case address(DialectRule)
}

extension Offence {
    private var rule: DialectRule? {
        switch self {
        case .foreignPart, .partsInText, .unknownDialect: nil
        case .refusedDialect(_, let rule), .role(_, let rule), .part(_, let rule),
            .address(let rule):
            rule
        }
    }

    var severity: Severity {
        switch self {
        case .foreignPart: .error
        case .unknownDialect, .partsInText: .warning
        default: rule?.severity ?? .warning
        }
    }

    /// The finding, in which `at` names the place; nil where it is said of whole requests.
    func finding(at: String?, under model: String) -> Finding {
        let subject = at.map { "The image \($0) is in a body" } ?? "The requests are bodies"
        let at = at ?? "in them"
        let message: Message =
            switch self {
            case .foreignPart(let title):
                Message(
                    "A part of \(title) stands \(at), in a conversation of another dialect",
                    help: .act("write it in the dialect of the other parts")
                )
            case .partsInText:
                Message(
                    "The parts \(at) are written into a string, which a model reads as text unless what "
                        + "sends the body unpacks it",
                    help: .act("write the array itself")
                )
            case .unknownDialect(let title):
                Message(
                    "\(subject) of \(title), which \(model) is not known to take",
                    help: .changeDialect
                )
            case .refusedDialect(let title, _):
                Message(
                    "\(subject) of \(title), which \(model) does not take",
                    help: .changeDialect
                )
            case .role(let role, let rule):
                Message(
                    "The image \(at) is in \(Self.article(role)) \(role) message, and \(model) takes "
                        + "images in \(String.list(rule.roles ?? [])) messages only",
                    help: .moveToUserMessage
                )
            case .part(let kind, let rule):
                Message(
                    "The image \(at) is in a part of the kind “\(kind)”, and \(model) takes images as "
                        + String.list((rule.parts ?? []).map { "“\($0)”" }, joinedBy: "or"),
                    help: .act("write it as one of those")
                )
            case .address:
                Message(
                    "The image \(at) is an address, and \(model) takes images in the body only",
                    help: .embed
                )
            }
        return Finding(
            code: .misplacedImage,
            severity: severity,
            message: message,
            source: rule?.source
        )
    }

    private static func article(_ word: String) -> String {
        // A user, an assistant.
        "aeio".contains(word.first ?? " ") ? "an" : "a"
    }
}
