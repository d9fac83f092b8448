import PreflightCore

/// Sizes that a header can claim, at the edges of the formats and of arithmetic.
let hostileSizes: [PixelSize] = [
    (1, 1), (1, 65535), (65535, 1), (65535, 65535), (4_294_967_295, 1), (1, 4_294_967_295),
    (4_294_967_295, 4_294_967_295), (.max, 1), (1, .max), (.max, .max), (.max, .max - 1),
]
.map { PixelSize(width: $0.0, height: $0.1) }
