import CodecProtocol
import PreflightCore

/// Messages of every kind, with every step and encoding in them.
enum Samples {
    static let plan = Plan([
        .firstFrame(of: 7), .fillMissing(MissingPixels(.row, from: 3, count: 2, of: 5, inFrame: 2)),
        .noteDamage("rows 3–4 of 5 are missing"), .upright(.upright), .convertToSRGB,
        .flatten(.white),
        .downscale(PixelSize(width: 1568, height: 3)), .stripMetadata, .trim, .repair,
        .encode(.jpeg(quality: 85)), .fitBytes(5_000_000),
    ])

    static let encodings: [Encoding] = [
        .jpeg(quality: 1), .fullColorJPEG(quality: 100), .png, .gif, .webp(quality: 50),
        .webpLossless,
    ]

    static let picture = DecodedPicture(
        layout: .init(
            size: PixelSize(width: 2, height: 3),
            colorModel: .rgb,
            channelCount: 4,
            sampleByteCount: 2,
            isConverted: true,
            chroma: .halved
        ),
        samples: (0..<48).map { UInt8($0) }
    )

    static let image = DecodedImage(
        size: PixelSize(width: 8000, height: 1),
        frameCount: 12,
        damage: "premature end of data – 3 bytes",
        quality: PictureQuality(contrastLevels: 64, edgeWidthPixels: 7.5, textHeightPixels: 11)
    )

    static let requests: [CodecRequest] = [
        .verify([1, 2, 3], as: .jpeg, frames: .all),
        .verify([], as: .webp, frames: .first),
        .apply(plan, to: [9], as: .png, frames: .first),
        .picture(after: Plan(), of: [4, 5], as: .gif),
        .write(picture, by: plan),
        .trials(of: encodings, after: plan, on: picture),
    ]

    static let answers: [CodecAnswer] = [
        .decoded(image),
        .decoded(DecodedImage(size: PixelSize(width: 1, height: 1), frameCount: 1)),
        .applied(AppliedPlan(bytes: [1, 2], decoded: image)),
        .picture(picture),
        .file([7, 8, 9]),
        .trials([
            EncodingTrial(encoding: .png, bytes: [1], similarity: 1),
            EncodingTrial(encoding: .webp(quality: 3), bytes: [2, 3], similarity: 0.25),
        ]),
        .failure(CodecError(stage: .encode, detail: "")),
    ]

    static let greeting = WorkerGreeting(
        version: "1.2.3",
        codecVersion: "8.14.1",
        openLoaders: ["jpegload_source"],
        blockedLoaders: ["svgload", "pdfload"],
        layers: [.init(name: "seccomp", failure: ""), .init(name: "Landlock", failure: "no")]
    )
}
