internal import PreflightCore

extension JSONDocument.Step {
    init(_ step: Step) {
        self.init(step: step.name, loss: step.loss.rawValue)
        switch step {
        case .firstFrame(let count): frameCount = count
        case .upright(let turned): orientation = turned.rawValue
        case .flatten(let colour): background = colour.hexadecimal
        case .downscale(let size): (width, height) = (size.width, size.height)
        case .encode(let encoding): (format, quality) = (encoding.format.rawValue, encoding.quality)
        case .tile(let count): tileCount = count
        case .fitBytes(let count): byteCount = count
        case .fillMissing(let pixels): missing = "\(pixels)"
        case .noteDamage(let words): madeUp = words
        case .convertToSRGB, .stripMetadata, .trim, .repair: break
        }
    }
}

extension JSONDocument.Output {
    init(_ output: OutputReport, raising findings: [Finding], in words: CureWords) {
        self.init(
            path: output.path,
            format: output.format.rawValue,
            byteCount: output.byteCount,
            width: output.size.width,
            height: output.size.height,
            scaleX: output.scaleX,
            scaleY: output.scaleY,
            quality: output.quality,
            frame: output.frame,
            encodeCount: output.encodeCount,
            request: output.request,
            corrections: output.corrections.isEmpty ? nil : output.corrections.map(\.rawValue),
            tiles: output.tiles.isEmpty ? nil : output.tiles.map(JSONDocument.Tile.init),
            findings: findings.isEmpty
                ? nil : findings.map { JSONDocument.Finding($0, in: words) }
        )
    }
}

extension JSONDocument.Tile {
    init(_ tile: TileReport) {
        self.init(
            path: tile.path,
            x: tile.rectangle.x,
            y: tile.rectangle.y,
            width: tile.rectangle.size.width,
            height: tile.rectangle.size.height,
            scale: tile.scale,
            byteCount: tile.byteCount,
            quality: tile.quality,
            tokenCount: tile.tokenCount,
            request: tile.request
        )
    }
}
