#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

/// The way from samples of a declared meaning to 8-bit sRGB.
///
/// Colours that sRGB does not have become the nearest in each channel. HDR is shown as on a screen
/// whose white is its reference white, and what is brighter is white.
///
/// Sources: IEC 61966-2-1; ITU-R BT.2100-2, tables 4 and 5; ITU-R BT.2408-7, 2.2, for the reference
/// white.
struct ColorConversion {
    /// Reference white, in cd/m².
    private static let whiteLuminance = 203.0

    /// The peak of the screen for which the system gamma of HLG is 1.2, in cd/m².
    private static let peakLuminance = 1000.0

    /// The largest stored sample.
    private let sampleMaximum: Int
    /// The light of every sample, 1 for white.
    private let light: [Double]
    /// The sRGB sample of light from 0 to 1, in 65,535 steps.
    private let samples: [UInt8]
    private let matrix: Matrix3
    /// How much each light gives to the luminance, where that governs the light (HLG).
    private let luminances: [Double]?

    /// Prepares a conversion; nil where the primaries are none.
    init?(from encoding: ColorEncoding, sampleMaximum: Int) {
        guard let matrix = encoding.primaries.toStandard else { return nil }
        self.matrix = matrix
        self.sampleMaximum = sampleMaximum
        luminances = encoding.transfer == .hlg ? encoding.primaries.luminances : nil
        light = (0...sampleMaximum)
            .map { encoding.light(of: encoding.value(of: $0, sampleMaximum)) }
        samples = (0...65_535)
            .map { UInt8((255 * Self.encoded(Double($0) / 65_535)).rounded()) }
    }

    /// Three samples as 8-bit sRGB.
    func standard(_ red: Int, _ green: Int, _ blue: Int) -> (UInt8, UInt8, UInt8) {
        let (r, g, b) = (light[red], light[green], light[blue])
        let gain = luminances.map { Self.screenGain($0[0] * r + $0[1] * g + $0[2] * b) } ?? 1
        let columns = matrix.columns
        func sample(_ row: Int) -> UInt8 {
            self.sample(
                gain * (columns[0][row] * r + columns[1][row] * g + columns[2][row] * b)
            )
        }
        return (sample(0), sample(1), sample(2))
    }

    /// A grey sample as 8-bit sRGB.
    func standard(_ grey: Int) -> UInt8 {
        let light = light[grey]
        return sample(light * (luminances == nil ? 1 : Self.screenGain(light)))
    }

    private func sample(_ light: Double) -> UInt8 {
        samples[Int(min(max(light, 0), 1) * 65_535 + 0.5)]
    }

    private static func encoded(_ light: Double) -> Double {
        light <= 0.0031308 ? 12.92 * light : 1.055 * pow(light, 1 / 2.4) - 0.055
    }

    /// What a screen makes of a scene of this luminance, by the system gamma of HLG.
    private static func screenGain(_ luminance: Double) -> Double {
        luminance > 0 ? peakLuminance * pow(luminance, 0.2) / whiteLuminance : 0
    }
}

extension ColorEncoding {
    /// A stored sample as a value from 0 to 1 (H.273, clause 8.3).
    fileprivate func value(of sample: Int, _ sampleMaximum: Int) -> Double {
        guard !isFullRange else { return Double(sample) / Double(sampleMaximum) }
        let unit = Double((sampleMaximum + 1) / 256)
        return min(max((Double(sample) - 16 * unit) / (219 * unit), 0), 1)
    }

    /// The light of a value, 1 for white; of HLG, that of the scene.
    fileprivate func light(of value: Double) -> Double {
        switch transfer {
        case .sRGB:
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        case .power(let exponent):
            return pow(value, exponent)
        case .pq:
            let (m1, m2) = (2610.0 / 16_384, 2523.0 / 4096 * 128)
            let (c1, c2, c3) = (3424.0 / 4096, 2413.0 / 4096 * 32, 2392.0 / 4096 * 32)
            let root = pow(value, 1 / m2)
            return 10_000 / 203 * pow(max(root - c1, 0) / (c2 - c3 * root), 1 / m1)
        case .hlg:
            let (a, b, c) = (0.17883277, 0.28466892, 0.55991073)
            return value <= 0.5 ? value * value / 3 : (exp((value - c) / a) + b) / 12
        }
    }
}
