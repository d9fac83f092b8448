import Foundation

/// Colours as a person tells them apart.
struct CIELab {
    let lightness: Double
    let a: Double
    let b: Double

    /// A colour in XYZ under the illuminant D50.
    init(xyz: [Double]) {
        let f = zip(xyz, [0.9642, 1, 0.8249])
            .map { value, white in
                let t = value / white
                return t > 216.0 / 24_389 ? cbrt(t) : (24_389.0 / 27 * t + 16) / 116
            }
        lightness = 116 * f[1] - 16
        a = 500 * (f[0] - f[1])
        b = 200 * (f[1] - f[2])
    }

    /// A colour in 8-bit sRGB (IEC 61966-2-1).
    init(_ colour: [UInt8]) {
        self.init(xyz: RGBSpace.sRGB.xyz(of: colour.map { RGBSpace.linearised(Double($0) / 255) }))
    }

    /// ΔE*ab of 1976: 2.3 is just noticeable.
    func difference(from other: CIELab) -> Double {
        let squares = [lightness - other.lightness, a - other.a, b - other.b].map { $0 * $0 }
        return squares.reduce(0, +).squareRoot()
    }
}
