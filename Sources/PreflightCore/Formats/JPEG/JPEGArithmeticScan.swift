/// The walk through a scan that is coded arithmetically.
///
/// Where its data end too soon, a decoder makes up a picture and warns of nothing.
///
/// Source: ITU-T T.81, F.2.4 and G.2.
struct JPEGArithmeticScan {
    private let scan: JPEGScan
    private let conditioning: JPEGConditioning
    private var decoder: JPEGArithmeticDecoder
    private var states = [UInt8](repeating: 0, count: stateCount)
    private var even = JPEGArithmeticDecoder.evenState
    /// By part: what its last block decided about the next (F.1.4.4.1.2).
    private var contexts: [Int]
    /// Whether the data of the interval make no sense, so that a decoder gives it up.
    private var isBroken = false

    /// Prepares to go through the data from `start` to `end`.
    init(
        _ scan: JPEGScan,
        _ conditioning: JPEGConditioning,
        _ bytes: [UInt8],
        from start: Int,
        to end: Int
    ) {
        self.scan = scan
        self.conditioning = conditioning
        decoder = JPEGArithmeticDecoder(bytes, from: start, to: end)
        contexts = [Int](repeating: 0, count: scan.parts.count)
    }

    /// Goes through the data.
    ///
    /// - Parameter coefficients: The coefficients that are not zero so far, brought up to date.
    /// - Returns: What is missing, and where the data end.
    mutating func walk(_ coefficients: inout JPEGCoefficients) -> JPEGScan.Walk {
        var intervals = JPEGIntervals(of: scan)
        while let interval = intervals.next {
            if let missing = firstMissing(of: interval, &coefficients) {
                intervals.note(missing..<interval.upperBound)
            }
            guard interval.upperBound < intervals.unitCount else { break }
            let restart = decoder.restart()
            intervals.restart(number: restart)
            reset()
        }
        return JPEGScan.Walk(missingUnits: intervals.missing, endOffset: decoder.offset)
    }

    /// Goes through the units of an interval; the first that is missing, nil for none.
    private mutating func firstMissing(
        of interval: Range<Int>,
        _ coefficients: inout JPEGCoefficients
    ) -> Int? {
        var firstMadeUp: Int?
        for unit in interval {
            passUnit(unit, &coefficients)
            if isBroken { return firstMadeUp ?? unit }
            if firstMadeUp == nil, decoder.madeUpByteCount > Self.readAheadByteCount {
                firstMadeUp = unit
            }
            if decoder.madeUpByteCount > Self.madeUpByteCountAtMost { return firstMadeUp }
        }
        return nil
    }

    private mutating func reset() {
        states = [UInt8](repeating: 0, count: Self.stateCount)
        for part in contexts.indices { contexts[part] = 0 }
        isBroken = false
    }

    /// How many bytes the register holds that decide nothing yet.
    private static let readAheadByteCount = 2

    /// The most bytes that a coder leaves out since they are zero, and those that are read ahead: of
    /// whole pictures 2 were needed, of a white one 5, and of such as lack rows some hundred.
    private static let madeUpByteCountAtMost = 6
}

extension JPEGArithmeticScan {
    private mutating func passUnit(_ unit: Int, _ coefficients: inout JPEGCoefficients) {
        for (index, part) in scan.parts.enumerated() {
            for _ in 0..<scan.blockCount(of: part) where !isBroken {
                guard let band = scan.band else {
                    passFirst(of: part, index)
                    if !isBroken { passOthers(from: 1, to: 63, of: part) { _ in } }
                    continue
                }
                if band.first == 0 {
                    if band.isRefinement {
                        _ = decoder.decide(&even)
                    } else {
                        passFirst(of: part, index)
                    }
                } else if band.isRefinement {
                    refine(unit, band, of: part, &coefficients)
                } else {
                    passOthers(from: band.first, to: band.last, of: part) { place in
                        coefficients.set(place, ofBlock: unit)
                    }
                }
            }
        }
    }

    /// Passes over the difference of a block's first coefficient (F.2.4.1).
    private mutating func passFirst(of part: JPEGScan.Part, _ index: Int) {
        let table = Self.firstStart + 64 * (Int(part.tableNumbers >> 4) & 15)
        var state = table + contexts[index]
        guard decide(state) else {
            contexts[index] = 0
            return
        }
        let isNegative = decide(state + 1)
        state += isNegative ? 3 : 2
        var magnitude = decide(state) ? 1 : 0
        if magnitude > 0 {
            state = table + 20
            while decide(state) {
                magnitude <<= 1
                state += 1
                guard magnitude < 0x8000 else {
                    isBroken = true
                    return
                }
            }
        }
        let bounds = conditioning.bounds(ofTable: part.tableNumbers >> 4)
        if magnitude < (1 << bounds.lower) >> 1 {
            contexts[index] = 0
        } else {
            contexts[index] = (magnitude > (1 << bounds.upper) >> 1 ? 12 : 4) + (isNegative ? 4 : 0)
        }
        passBits(of: magnitude, state + 14)
    }

    /// Passes over coefficients, and names those that are not zero (F.2.4.2).
    private mutating func passOthers(
        from first: Int,
        to last: Int,
        of part: JPEGScan.Part,
        _ found: (Int) -> Void
    ) {
        let table = Self.otherStart + 256 * Int(part.tableNumbers & 15)
        var place = first
        while place <= last {
            var state = table + 3 * (place - 1)
            if decide(state) { return }
            while !decide(state + 1) {
                state += 3
                place += 1
                guard place <= last else {
                    isBroken = true
                    return
                }
            }
            _ = decoder.decide(&even)
            passMagnitude(at: place, state + 2, table, of: part)
            if isBroken { return }
            found(place)
            place += 1
        }
    }

    private mutating func passMagnitude(
        at place: Int,
        _ first: Int,
        _ table: Int,
        of part: JPEGScan.Part
    ) {
        var state = first
        guard decide(state) else { return }
        var magnitude = 1
        if decide(state) {
            magnitude = 2
            let isLow = place <= conditioning.lowPlaces(ofTable: part.tableNumbers & 15)
            state = table + (isLow ? 189 : 217)
            while decide(state) {
                magnitude <<= 1
                state += 1
                guard magnitude < 0x8000 else {
                    isBroken = true
                    return
                }
            }
        }
        passBits(of: magnitude, state + 14)
    }

    private mutating func passBits(of magnitude: Int, _ state: Int) {
        var bit = magnitude >> 1
        while bit > 0 {
            _ = decide(state)
            bit >>= 1
        }
    }

    /// Passes over what a later scan adds to the coefficients of a block (G.1.3.3).
    private mutating func refine(
        _ block: Int,
        _ band: JPEGScan.Band,
        of part: JPEGScan.Part,
        _ coefficients: inout JPEGCoefficients
    ) {
        let table = Self.otherStart + 256 * Int(part.tableNumbers & 15)
        let known = (1...band.last).last { coefficients.isSet($0, ofBlock: block) } ?? 0
        var place = band.first
        while place <= band.last {
            var state = table + 3 * (place - 1)
            if place > known, decide(state) { return }
            while true {
                if coefficients.isSet(place, ofBlock: block) {
                    _ = decide(state + 2)
                    break
                }
                if decide(state + 1) {
                    _ = decoder.decide(&even)
                    coefficients.set(place, ofBlock: block)
                    break
                }
                state += 3
                place += 1
                guard place <= band.last else {
                    isBroken = true
                    return
                }
            }
            place += 1
        }
    }

    private mutating func decide(_ state: Int) -> Bool {
        guard states.indices.contains(state) else {
            isBroken = true
            return false
        }
        return decoder.decide(&states[state])
    }

    /// Sixteen tables of 64 states for first coefficients, then of 256 for others (F.1.4.4).
    private static let firstStart = 0
    private static let otherStart = 16 * 64
    private static let stateCount = otherStart + 16 * 256
}

/// What an arithmetically coded JPEG says about its tables (T.81, B.2.4.3).
struct JPEGConditioning {
    /// By class and number of the table: 0x00 to 0x03 for first coefficients, 0x10 to 0x13.
    private var values: [UInt8: UInt8] = [:]

    /// Takes in a segment, without its length.
    mutating func take(_ payload: [UInt8]) {
        for start in stride(from: 0, to: payload.count - 1, by: 2) {
            values[payload[start]] = payload[start + 1]
        }
    }

    /// The bounds of small and large differences, as numbers of bits.
    func bounds(ofTable number: UInt8) -> (lower: Int, upper: Int) {
        let value = values[number & 15] ?? 0x10
        return (Int(value & 15), Int(value >> 4))
    }

    /// The last place that counts among the low ones.
    func lowPlaces(ofTable number: UInt8) -> Int { Int(values[0x10 | number] ?? 5) }
}
