internal import ImagePreflight
internal import PreflightCore
internal import WorkerCodec

/// A bound that holds before work is begun, so that a small file cannot ask for much of it.
struct Bound {
    /// Its name, which does not change.
    var name: String
    /// The most that is taken.
    var value: Int
    /// What is counted.
    var unit: String
    /// What the bound is of, as a noun phrase.
    var subject: String
    /// The option that sets it; nil where none does.
    var option: String?
}

extension Bound {
    /// All bounds, in the order in which a file meets them.
    static let all: [Bound] = ofInputs + ofMetadata + ofDecoding + ofWorkers + ofRuns + ofDocuments

    private static let ofInputs = [
        Bound(
            name: "file-bytes",
            value: ImageContent.byteCountAtMost,
            unit: "bytes",
            subject: "one file"
        ),
        Bound(
            name: "recognised-bytes",
            value: ImageFormat.recognitionByteCount,
            unit: "bytes",
            subject: "what is read of a file that is not decoded"
        ),
        Bound(
            name: "parts",
            value: FileParts.countAtMost,
            unit: "parts",
            subject: "the chunks of a PNG or WebP, the blocks of a GIF"
        ),
        Bound(
            name: "segments",
            value: FileParts.segmentCountAtMost,
            unit: "segments",
            subject: "one JPEG"
        ),
    ]

    private static let ofMetadata = [
        Bound(
            name: "inflated-chunk-bytes",
            value: DocumentBounds.inflatedChunkByteCount,
            unit: "bytes",
            subject: "what a chunk of a PNG is uncompressed to"
        ),
        Bound(
            name: "inflated-text-bytes",
            value: DocumentBounds.inflatedTextByteCount,
            unit: "bytes",
            subject: "what all text of a PNG is uncompressed to"
        ),
        Bound(
            name: "inflated-profile-bytes",
            value: DocumentBounds.inflatedProfileByteCount,
            unit: "bytes",
            subject: "what all profiles of a PNG are uncompressed to"
        ),
        Bound(
            name: "surplus-bytes",
            value: DocumentBounds.surplusByteCount,
            unit: "bytes",
            subject: "what a PNG's image data are uncompressed to after the last row"
        ),
        Bound(
            name: "inflated-frame-bytes",
            value: DocumentBounds.inflatedFrameByteCount,
            unit: "bytes",
            subject: "what later frames of a PNG are uncompressed to, to see whether they are whole"
        ),
    ]

    private static let ofDecoding = [
        Bound(
            name: "frame-pixels",
            value: DecodeGuard().framePixelCount,
            unit: "pixels",
            subject: "one frame",
            option: "--max-pixels"
        ),
        Bound(
            name: "animation-pixels",
            value: DecodeGuard().animationPixelCount,
            unit: "pixels",
            subject: "all frames that are decoded together"
        ),
        Bound(
            name: "frame-bytes",
            value: DecodeGuard().frameByteCount,
            unit: "bytes",
            subject: "the samples of one frame",
            option: "--max-pixels"
        ),
        Bound(
            name: "scans",
            value: DecodeGuard().scanCount,
            unit: "scans",
            subject: "one JPEG"
        ),
        Bound(
            name: "scan-pixels",
            value: DecodeGuard().scanPixelCount,
            unit: "pixels",
            subject: "all scans of a JPEG together"
        ),
        Bound(
            name: "frames",
            value: DecodeGuard().frameCount,
            unit: "frames",
            subject: "one animation"
        ),
    ]

    private static let ofWorkers = [
        Bound(
            name: "worker-start-seconds",
            value: Int(TimeAllowance.secondsOfStart),
            unit: "seconds",
            subject: "the start of a decoder"
        ),
        Bound(
            name: "worker-seconds",
            value: Int(TimeAllowance.secondsOfAnyImage),
            unit: "seconds",
            subject: "any image, and more for many pixels",
            option: "--timeout"
        ),
        Bound(
            name: "worker-memory-bytes",
            value: WorkerOptions().memoryByteCount,
            unit: "bytes",
            subject: "the address space of a decoder, larger with more pixels",
            option: "--max-pixels"
        ),
        Bound(
            name: "worker-processor-seconds",
            value: WorkerOptions.processorSeconds,
            unit: "seconds",
            subject: "the processor time of a decoder in all of its life"
        ),
        Bound(
            name: "worker-images",
            value: WorkerOptions().imageCountAtMost,
            unit: "images",
            subject: "one decoder, before a fresh one takes its place"
        ),
        Bound(
            name: "worker-bytes",
            value: WorkerOptions().byteCountAtMost,
            unit: "bytes",
            subject: "one decoder, before a fresh one takes its place"
        ),
    ]

    private static let ofRuns = [
        Bound(
            name: "run-seconds",
            value: Int(JudgingOptions.secondsOfRun),
            unit: "seconds",
            subject: "a run that is no stream, before it begins no further image",
            option: "--run-timeout"
        )
    ]

    private static let ofDocuments = [
        Bound(
            name: "body-bytes",
            value: BodyDocument.byteCountAtMost,
            unit: "bytes",
            subject: "a request body, or JSON lines of them"
        ),
        Bound(
            name: "body-depth",
            value: DocumentBounds.bodyDepth,
            unit: "levels",
            subject: "the nesting of a request body and of a line"
        ),
        Bound(
            name: "body-values",
            value: DocumentBounds.bodyValueCount,
            unit: "values",
            subject: "a request body"
        ),
        Bound(
            name: "body-images",
            value: RequestBody.countAtMost,
            unit: "images",
            subject: "a request body, and as many requests"
        ),
        Bound(
            name: "line-bytes",
            value: PendingLines.byteCountAtMost,
            unit: "bytes",
            subject: "a line of a stream"
        ),
        Bound(
            name: "table-bytes",
            value: RuleFiles.tableByteCountAtMost,
            unit: "bytes",
            subject: "a rule table"
        ),
        Bound(
            name: "table-depth",
            value: DocumentBounds.tableDepth,
            unit: "levels",
            subject: "the nesting of a rule table"
        ),
    ]
}
