package import PreflightCore

extension Plan {
    /// The steps as a phrase: `downscale to 1568 × 1045, encode as JPEG (quality 85)`.
    package var phrase: String {
        steps.isEmpty ? "nothing" : steps.map(\.phrase).joined(separator: ", ")
    }
}

extension Step {
    fileprivate var phrase: String {
        switch self {
        case .firstFrame(let count): "keep the first of \(count) frames"
        case .fillMissing(let pixels): "make up what is missing (\(pixels))"
        case .upright(let orientation): "turn upright from orientation \(orientation.rawValue)"
        case .convertToSRGB: "convert to sRGB"
        case .flatten(let colour): "flatten on \(colour.hexadecimal)"
        case .downscale(let size): "downscale to \(size)"
        case .tile(let count): "cut into \(count.grouped) tiles"
        case .stripMetadata: "strip metadata"
        case .trim: "end the file where its image ends"
        case .repair: "repair the file"
        case .noteDamage: "note that in the file"
        case .encode(let encoding): "encode as \(encoding.phrase)"
        case .fitBytes(let count): "fit into \(count.grouped) bytes"
        }
    }
}

extension Encoding {
    fileprivate var phrase: String {
        switch self {
        case .webpLossless: "lossless WebP"
        default: format.displayName + (quality.map { " (quality \($0))" } ?? "")
        }
    }
}
