import Foundation

/// A colour space of three primaries, as the profiles of the fixtures describe theirs.
struct RGBSpace: Sendable {
    /// XYZ of red, green and blue, adapted to D50.
    let primaries: [[Double]]

    static let sRGB = RGBSpace(primaries: [
        [0.4361, 0.2225, 0.0139], [0.3851, 0.7169, 0.0971], [0.1431, 0.0606, 0.7142],
    ])
    static let adobeRGB = RGBSpace(primaries: [
        [0.6097, 0.3111, 0.0195], [0.2053, 0.6257, 0.0609], [0.1492, 0.0632, 0.7446],
    ])
    static let displayP3 = RGBSpace(primaries: [
        [0.5151, 0.2412, -0.0011], [0.2920, 0.6922, 0.0419], [0.1571, 0.0666, 0.7841],
    ])

    /// XYZ of linear light.
    func xyz(of linear: [Double]) -> [Double] {
        (0..<3)
            .map { axis in
                primaries[0][axis] * linear[0] + primaries[1][axis] * linear[1]
                    + primaries[2][axis] * linear[2]
            }
    }

    /// The colour in 8-bit sRGB of stored samples under the fixtures' gamma of 563/256, what no
    /// screen shows cut off: matrices and nothing else.
    func inSRGB(_ colour: [UInt8]) -> [UInt8] {
        let xyz = xyz(of: colour.map { pow(Double($0) / 255, 563.0 / 256) })
        return RGBSpace.sRGB.linear(of: xyz)
            .map { light in
                UInt8((255 * Self.encoded(min(max(light, 0), 1))).rounded())
            }
    }

    /// Linear light of XYZ, by Cramer's rule.
    private func linear(of xyz: [Double]) -> [Double] {
        let whole = Self.determinant(primaries)
        return (0..<3)
            .map { index in
                var columns = primaries
                columns[index] = xyz
                return Self.determinant(columns) / whole
            }
    }

    private static func determinant(_ m: [[Double]]) -> Double {
        m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
            - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
            + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0])
    }

    /// sRGB's curve from samples to light.
    static func linearised(_ value: Double) -> Double {
        value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }

    private static func encoded(_ light: Double) -> Double {
        light <= 0.0031308 ? light * 12.92 : 1.055 * pow(light, 1 / 2.4) - 0.055
    }
}
