/// What the samples of a picture mean where it says so without a profile.
///
/// Source: ITU-T H.273 (07/2024), tables 2 and 3, and clause 8.3 for the range.
public struct ColorEncoding: Sendable, Hashable {
    /// A chromaticity: the CIE 1931 coordinates x and y.
    public struct Chromaticity: Sendable, Hashable {
        /// The coordinate x.
        public var x: Double
        /// The coordinate y, above 0 for anything that gives light.
        public var y: Double

        /// Creates a chromaticity.
        public init(_ x: Double, _ y: Double) {
            self.x = x
            self.y = y
        }
    }

    /// Three lights and the white that they give together.
    public struct Primaries: Sendable, Hashable {
        /// The light of the first sample.
        public var red: Chromaticity
        /// The light of the second.
        public var green: Chromaticity
        /// The light of the third.
        public var blue: Chromaticity
        /// All three at full strength.
        public var white: Chromaticity
    }

    /// How samples become light.
    public enum Transfer: Sendable, Hashable {
        /// The curve of sRGB (IEC 61966-2-1).
        case sRGB
        /// A power with this exponent, above 0; 1 for samples that are light.
        case power(Double)
        /// Perceptual quantisation, of absolute light up to 10,000 cd/m² (ITU-R BT.2100, table 4).
        case pq
        /// Hybrid log-gamma (ITU-R BT.2100, table 5).
        case hlg
    }

    /// The lights.
    public var primaries: Primaries

    /// The curve.
    public var transfer: Transfer

    /// Whether samples go from none to all; if not, from 16 to 235 of 255.
    public var isFullRange = true
}

extension ColorEncoding.Primaries {
    /// The white of daylight with which most spaces are defined.
    private static let d65 = ColorEncoding.Chromaticity(0.3127, 0.3290)

    /// ITU-R BT.709, and sRGB.
    static let bt709 = ColorEncoding.Primaries(
        red: .init(0.64, 0.33),
        green: .init(0.30, 0.60),
        blue: .init(0.15, 0.06),
        white: d65
    )
    /// ITU-R BT.470, system M.
    static let bt470M = ColorEncoding.Primaries(
        red: .init(0.67, 0.33),
        green: .init(0.21, 0.71),
        blue: .init(0.14, 0.08),
        white: .init(0.310, 0.316)
    )
    /// ITU-R BT.601 with 625 lines.
    static let bt601With625Lines = ColorEncoding.Primaries(
        red: .init(0.64, 0.33),
        green: .init(0.29, 0.60),
        blue: .init(0.15, 0.06),
        white: d65
    )
    /// ITU-R BT.601 with 525 lines.
    static let bt601With525Lines = ColorEncoding.Primaries(
        red: .init(0.630, 0.340),
        green: .init(0.310, 0.595),
        blue: .init(0.155, 0.070),
        white: d65
    )
    /// ITU-R BT.2020 and BT.2100.
    static let bt2020 = ColorEncoding.Primaries(
        red: .init(0.708, 0.292),
        green: .init(0.170, 0.797),
        blue: .init(0.131, 0.046),
        white: d65
    )
    /// SMPTE RP 431-2, of cinemas.
    static let dciP3 = ColorEncoding.Primaries(
        red: .init(0.680, 0.320),
        green: .init(0.265, 0.690),
        blue: .init(0.150, 0.060),
        white: .init(0.314, 0.351)
    )
    /// SMPTE EG 432-1, of telephones and screens.
    static let displayP3 = ColorEncoding.Primaries(
        red: .init(0.680, 0.320),
        green: .init(0.265, 0.690),
        blue: .init(0.150, 0.060),
        white: d65
    )

    /// Whether these are the lights of sRGB, to within what eyes and rounding writers forgive.
    var isStandard: Bool {
        let standard = Self.bt709
        return [
            (red, standard.red), (green, standard.green), (blue, standard.blue),
            (white, standard.white),
        ]
        .allSatisfy { abs($0.x - $1.x) <= 0.005 && abs($0.y - $1.y) <= 0.005 }
    }

    /// The matrix from these lights to those of sRGB; nil where they are no lights, or lie on a line.
    ///
    /// Another white becomes that of sRGB by Bradford's adaptation.
    var toStandard: Matrix3? {
        guard let own = toXYZ, let standard = Self.bt709.toXYZ?.inverse,
            let adaptation = Self.adaptation(from: white, to: Self.bt709.white)
        else { return nil }
        return standard * adaptation * own
    }

    /// How much each light gives to the luminance of white; nil where they are no lights.
    var luminances: [Double]? { toXYZ?.columns.map { $0[1] } }

    /// The matrix from these lights to CIE XYZ, for a white of luminance 1 (SMPTE RP 177).
    private var toXYZ: Matrix3? {
        let lights = [red, green, blue]
        guard (lights + [white]).allSatisfy({ $0.y > 0 && $0.x >= 0 }) else { return nil }
        let columns = lights.map(\.xyz)
        let matrix = Matrix3(columns: columns)
        guard let strengths = matrix.inverse.map({ $0 * white.xyz }) else { return nil }
        return Matrix3(columns: zip(columns, strengths).map { column, k in column.map { $0 * k } })
    }

    /// Lam's adaptation with the cone responses that are called Bradford's (ICC.1:2022, annex E).
    private static func adaptation(
        from source: ColorEncoding.Chromaticity,
        to target: ColorEncoding.Chromaticity
    ) -> Matrix3? {
        let cones = Matrix3(columns: [
            [0.8951, -0.7502, 0.0389], [0.2664, 1.7135, -0.0685], [-0.1614, 0.0367, 1.0296],
        ])
        let (before, after) = (cones * source.xyz, cones * target.xyz)
        guard let back = cones.inverse, before.allSatisfy({ $0 > 0 }) else { return nil }
        let gains = Matrix3(
            columns: (0..<3)
                .map { index in
                    (0..<3).map { $0 == index ? after[index] / before[index] : 0 }
                }
        )
        return back * gains * cones
    }
}

extension ColorEncoding.Chromaticity {
    /// CIE XYZ of this chromaticity at luminance 1.
    fileprivate var xyz: [Double] { [x / y, 1, (1 - x - y) / y] }
}
