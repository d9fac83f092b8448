internal import PreflightCore

/// A number beside the limits that it is held against, as text and as a bar.
struct HTMLBar {
    let name: String
    let value: Int
    let unit: String
    /// What the value may be at most, with whether that is certain.
    let bounds: [(most: Int, isCertain: Bool)]

    /// Creates a bar with those of the limits that are about its measure.
    init(name: String, value: Int, limits: [Limit], of measure: Measure) {
        self.name = name
        self.value = value
        unit = measure.unit == .bytes ? " bytes" : ""
        bounds = limits.filter { $0.measure == measure }
            .compactMap { limit in
                guard case .atMost(let most) = limit.bound else { return nil }
                return (most, limit.code != .bodyBytesInConflict)
            }
    }

    /// The totals of a request; base64 of its images only where that is limited.
    static func ofRequest(_ request: RequestReport) -> [HTMLBar] {
        let measures: [(String, Measure)] = [
            ("Images", .imageCount), ("Request body", .bodyByteCount),
            ("Base64 of all images", .imagesBase64ByteCount), ("Image files", .fileByteCount),
        ]
        let bars = measures.compactMap { name, measure in
            request.totals.value(of: measure)
                .map { HTMLBar(name: name, value: $0, limits: request.limits, of: measure) }
        }
        let tokens = request.tokenCount.map {
            HTMLBar(name: "Tokens", value: $0, limits: request.limits, of: .imagesTokenCount)
        }
        return (bars + [tokens].compactMap(\.self))
            .filter { $0.name != "Base64 of all images" || !$0.bounds.isEmpty }
    }

    /// The bytes of one image, wherever there is a limit on them.
    static func ofImage(_ facts: ImageFacts, limits: [Limit]) -> [HTMLBar] {
        let measures: [(String, Measure, Int)] = [
            ("Base64", .base64ByteCount, facts.base64ByteCount),
            ("File", .imageFileByteCount, facts.byteCount),
            ("Data URL", .dataURLByteCount, facts.dataURLByteCount),
        ]
        return measures.map { HTMLBar(name: $0, value: $2, limits: limits, of: $1) }
            .filter { !$0.bounds.isEmpty }
    }
}

extension HTMLBar {
    /// An entry of a `dl`: the name, then value and limits, then the bar.
    var markup: Markup {
        .element(
            "div",
            ["class": "measure\(isOver ? " over" : "")"],
            .element("dt", text: name),
            .element(
                "dd",
                [:],
                .element(
                    "span",
                    ["class": "text"],
                    .element("span", ["class": "value"], text: value.grouped),
                    .text(limitPhrase)
                ),
                drawing
            )
        )
    }

    private var isOver: Bool { bounds.contains { $0.isCertain && value > $0.most } }

    private var limitPhrase: String {
        let phrases = bounds.map { ($0.isCertain ? "" : "perhaps ") + $0.most.grouped }
        return (phrases.isEmpty ? "" : " of \(phrases.joined(separator: ", "))") + unit
    }

    /// The bar, which says nothing that the text does not.
    private var drawing: Markup {
        guard let largest = bounds.map(\.most).max(), largest > 0 else { return .nothing }
        let scale = Double(max(value, largest))
        let length = { (number: Int) in Self.figure(Double(number) / scale * 100) }
        let ticks = bounds.filter { $0.most < Int(scale) }
            .map { bound in
                Markup.element(
                    "rect",
                    ["class": "tick", "x": length(bound.most), "width": "0.5", "height": "1"]
                )
            }
        return .element(
            "svg",
            [
                "class": "bar", "viewBox": "0 0 100 1", "preserveAspectRatio": "none",
                "aria-hidden": "true",
            ],
            [.element("rect", ["class": "fill", "width": length(value), "height": "1"])] + ticks
        )
    }

    /// A number with two decimals at most, the same on every machine.
    private static func figure(_ number: Double) -> String {
        let hundredths = Int((number * 100).rounded())
        let rest = String(hundredths % 100).padded(to: 2, before: "0")
        return rest == "00" ? "\(hundredths / 100)" : "\(hundredths / 100).\(rest)"
    }
}
