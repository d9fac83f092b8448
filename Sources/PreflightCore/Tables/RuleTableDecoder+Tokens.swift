extension RuleTableDecoder {
    /// The token readings at `place`.
    mutating func readings(_ place: JSONPlace?) -> [TokenReading]? {
        guard let places = elements(place) else { return nil }
        var readings: [TokenReading] = []
        for place in places {
            if let reading = reading(place) { readings.append(reading) }
        }
        return readings
    }

    private mutating func reading(_ place: JSONPlace) -> TokenReading? {
        guard let name = methodName(place),
            let object = object(place, keys: .reading(by: name))
        else { return nil }
        let method = method(name, object)
        let evidence = choice(object["evidence"], among: Evidence.allCases)
        let source = citedSource(object["source"])
        let note = text(object["note"])
        let details = details(object["detail"])
        guard let method, let evidence, let source else { return nil }
        return TokenReading(
            method: method,
            evidence: evidence,
            source: source,
            note: note,
            details: details
        )
    }

    /// What values of `detail` mean, in the order of the file.
    private mutating func details(_ place: JSONPlace?) -> [DetailReading] {
        guard let object = object(place) else { return [] }
        var details: [DetailReading] = []
        for member in object.place.value.members {
            guard let place = object[member.name] else { continue }
            if member.name.isEmpty || member.name.contains(where: \.isWhitespace) {
                report(
                    "A key has no white space and is not empty, as “\(member.name)” is; rename it.",
                    at: place
                )
            }
            if let detail = detail(member.name, place) { details.append(detail) }
        }
        return details
    }

    private mutating func detail(_ value: String, _ place: JSONPlace) -> DetailReading? {
        guard let name = methodName(place), let object = object(place, keys: .detail(by: name))
        else { return nil }
        let method = method(name, object)
        let evidence = choice(object["evidence"], among: Evidence.allCases)
        let source = citedSource(object["source"])
        let note = text(object["note"])
        guard let method, let evidence, let source else { return nil }
        return DetailReading(
            name: value,
            method: method,
            evidence: evidence,
            source: source,
            note: note
        )
    }

    /// The method that a reading names, on which its other keys depend.
    private mutating func methodName(_ place: JSONPlace) -> TokenMethodName? {
        guard case .object(let members) = place.value.content else {
            report("This must be an object, not \(place.value.summary).", at: place)
            return nil
        }
        guard let member = members.first(where: { $0.name == "method" }) else {
            report(
                "The key “method” is missing; add it.",
                keyPath: place.keyPath(of: "method"),
                offset: place.value.offset
            )
            return nil
        }
        let named = JSONPlace(value: member.value, keyPath: place.keyPath(of: "method"))
        return choice(named, among: TokenMethodName.allCases)
    }

    private mutating func method(_ name: TokenMethodName, _ object: JSONObject) -> TokenMethod? {
        switch name {
        case .fixed:
            wholeNumber(object["tokenCount"], in: RuleTableNumbers.tokenCount)
                .map { .fixed(tokenCount: $0) }
        case .grid: grid(object).map { .grid($0) }
        case .tile: tile(object).map { .tile($0) }
        case .patch: patch(object).map { .patch($0) }
        case .canvas: canvas(object).map { .canvas($0) }
        case .area: area(object).map { .area($0) }
        case .cells: cells(object).map { .cells($0) }
        case .crop: crop(object).map { .crop($0) }
        case .nearest: nearest(object).map { .nearest($0) }
        case .unpublished: .unpublished
        }
    }

    private mutating func grid(_ object: JSONObject) -> GridTokens? {
        let numbers = RuleTableNumbers.self
        let cell = wholeNumber(object["cellEdgePixels"], in: numbers.edgePixels)
        // An edge shorter than a cell would leave no size that is kept.
        let edges = (cell ?? 1)...numbers.edgePixels.upperBound
        let longEdge = wholeNumber(object["longEdgePixels"], in: edges)
        let atMost = wholeNumber(object["tokenCountAtMost"], in: numbers.tokenCount)
        guard let cell, let longEdge, let atMost else { return nil }
        return GridTokens(
            cellEdgePixels: cell,
            longEdgePixels: longEdge,
            tokenCountAtMost: atMost
        )
    }

    private mutating func tile(_ object: JSONObject) -> TileTokens? {
        let numbers = RuleTableNumbers.self
        let base = wholeNumber(object["baseTokenCount"], in: numbers.optionalTokenCount)
        let perTile = wholeNumber(object["tokenCountPerTile"], in: numbers.tokenCount)
        let tileEdge = wholeNumber(object["tileEdgePixels"], in: numbers.edgePixels)
        let longEdge = wholeNumber(object["longEdgePixels"], in: numbers.edgePixels)
        let shortEdge = wholeNumber(object["shortEdgePixels"], in: numbers.edgePixels)
        guard let base, let perTile, let tileEdge, let longEdge, let shortEdge else { return nil }
        return TileTokens(
            baseTokenCount: base,
            tokenCountPerTile: perTile,
            tileEdgePixels: tileEdge,
            longEdgePixels: longEdge,
            shortEdgePixels: shortEdge
        )
    }

    private mutating func patch(_ object: JSONObject) -> PatchTokens? {
        let numbers = RuleTableNumbers.self
        let edge = wholeNumber(object["patchEdgePixels"], in: numbers.edgePixels)
        let count = wholeNumber(object["patchCountAtMost"], in: numbers.patchCount)
        let longEdge = wholeNumber(object["longEdgePixels"], in: numbers.edgePixels)
        let percent = wholeNumber(object["multiplierPercent"], in: numbers.percent)
        guard let edge, let count, let percent else { return nil }
        return PatchTokens(
            budget: PatchBudget(edgePixels: edge, count: count),
            longEdgePixels: longEdge,
            multiplierPercent: percent
        )
    }

    private mutating func canvas(_ object: JSONObject) -> CanvasTokens? {
        let numbers = RuleTableNumbers.self
        let edge = wholeNumber(object["tileEdgePixels"], in: numbers.edgePixels)
        let tiles = wholeNumber(object["tileCountAtMost"], in: numbers.tileCount)
        let perTile = wholeNumber(object["tokenCountPerTile"], in: numbers.tokenCount)
        let framing = wholeNumber(object["framingTokenCount"], in: numbers.optionalTokenCount)
        guard let edge, let tiles, let perTile, let framing else { return nil }
        return CanvasTokens(
            tileEdgePixels: edge,
            tileCountAtMost: tiles,
            tokenCountPerTile: perTile,
            framingTokenCount: framing
        )
    }

    private mutating func cells(_ object: JSONObject) -> CellTokens? {
        let numbers = RuleTableNumbers.self
        let cell = wholeNumber(object["cellEdgePixels"], in: numbers.edgePixels)
        let least = wholeNumber(object["pixelCountAtLeast"], in: numbers.pixelCount)
        let atMost = (least ?? 1)...numbers.pixelCount.upperBound
        let most = wholeNumber(object["pixelCountAtMost"], in: atMost)
        guard let cell, let least, let most else { return nil }
        return CellTokens(
            cellEdgePixels: cell,
            pixelCountAtLeast: least,
            pixelCountAtMost: most
        )
    }

    private mutating func crop(_ object: JSONObject) -> CropTokens? {
        let numbers = RuleTableNumbers.self
        let edge = wholeNumber(object["smallEdgePixels"], in: numbers.edgePixels)
        let tokens = wholeNumber(object["tokenCountPerCrop"], in: numbers.tokenCount)
        guard let edge, let tokens else { return nil }
        return CropTokens(smallEdgePixels: edge, tokenCountPerCrop: tokens)
    }

    private mutating func nearest(_ object: JSONObject) -> NearestTokens? {
        guard let place = object["prices"], let places = elements(place) else { return nil }
        var prices: [NearestTokens.Price] = []
        for place in places {
            guard let object = self.object(place, keys: .price) else { continue }
            let width = wholeNumber(object["width"], in: RuleTableNumbers.edgePixels)
            let height = wholeNumber(object["height"], in: RuleTableNumbers.edgePixels)
            let tokens = wholeNumber(object["tokenCount"], in: RuleTableNumbers.tokenCount)
            guard let width, let height, let tokens else { continue }
            let size = PixelSize(width: width, height: height)
            prices.append(NearestTokens.Price(size: size, tokenCount: tokens))
        }
        guard !places.isEmpty else {
            report("There is no price in the list; add one.", at: place)
            return nil
        }
        return NearestTokens(prices: prices)
    }

    private mutating func area(_ object: JSONObject) -> AreaTokens? {
        let atMost = wholeNumber(object["tokenCountAtMost"], in: RuleTableNumbers.tokenCount)
        return wholeNumber(object["pixelsPerToken"], in: RuleTableNumbers.pixelCount)
            .map { AreaTokens(pixelsPerToken: $0, tokenCountAtMost: atMost) }
    }
}

/// The cases of ``TokenMethod`` as a rule table names them.
enum TokenMethodName: String, Sendable, CaseIterable {
    case fixed
    case grid
    case tile
    case patch
    case canvas
    case area
    case cells
    case crop
    case nearest
    case unpublished
}
