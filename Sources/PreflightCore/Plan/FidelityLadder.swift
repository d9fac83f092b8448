#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Quality and scale on one axis, so that bytes can be saved by going down it.
///
/// The heights 60 to 95 are qualities at full scale. Below 60 artefacts would show more than missing
/// pixels, so that from there on quality stays at 75 and the picture is scaled. Along the whole ladder
/// the logarithm of a file's size is about linear in the height.
struct FidelityLadder: Sendable {
    /// JPEG or WebP.
    let format: ImageFormat

    /// How much the logarithm of a file's size grows with the height, roughly, for photographs.
    static let usualSlope = 0.035

    /// The natural logarithm.
    static func logarithm(_ value: Double) -> Double { log(value) }
}

extension FidelityLadder {
    /// A place on the ladder.
    struct Rung: Sendable, Hashable {
        /// The height, at most 95; a whole number from 60 on.
        let height: Double

        /// The highest rung.
        static let highest = Rung(at: 95)

        /// Where a search begins.
        static let usual = Rung(at: 85)

        private init(at height: Double) {
            let lowered = Swift.min(height, 95)
            self.height = lowered >= 60 ? lowered.rounded(.down) : lowered
        }

        /// The rung that is so much higher, or lower where the distance is negative.
        ///
        /// At least a whole step, since qualities are whole numbers.
        func moved(by distance: Double) -> Rung {
            let step = distance < 0 ? Swift.min(distance, -1) : Swift.max(distance, 1)
            return Rung(at: height + step)
        }
    }

    /// How the picture is written at a rung.
    func attempt(at rung: Rung) -> ByteSearch.Attempt {
        guard rung.height < 60 else {
            return ByteSearch.Attempt(encoding: encoding(quality: Int(rung.height)), scale: 1)
        }
        // A picture of quality 75 has the bytes of one of quality 60 at this part of its pixels.
        let area = exp(Self.usualSlope * (rung.height - 75))
        return ByteSearch.Attempt(encoding: encoding(quality: 75), scale: area.squareRoot())
    }

    private func encoding(quality: Int) -> Encoding {
        format == .jpeg ? .jpeg(quality: quality) : .webp(quality: quality)
    }
}
