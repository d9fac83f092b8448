extension CommonFit {
    /// How far the bytes that were foreseen are from those that were found.
    struct Forecast {
        private var foreseen = 0.0
        private var found = 0.0

        /// Notes one forecast and what came of it, both in bytes.
        mutating func note(foreseen: Double, found: Double) {
            self.foreseen += foreseen
            self.found += found
        }

        /// What is found for each byte that is foreseen; 1 while nothing is known, and never so far
        /// from it that one odd image could spoil the rest.
        var bias: Double {
            guard foreseen > 0 else { return 1 }
            return min(max(found / foreseen, 0.8), 1.25)
        }
    }
}
