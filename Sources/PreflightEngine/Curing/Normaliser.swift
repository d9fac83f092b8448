internal import PreflightCore

/// Makes images acceptable to a table: plans, applies, and judges what came of it.
///
/// An image that needs nothing is handed back byte for byte. One whose pixels have to be written
/// anew is decoded once, for proof and change together.
struct Normaliser: Sendable {
    /// What has to be met.
    let table: RuleTable

    /// What may be done.
    let options: PlanOptions

    /// Reads and decodes.
    let inspector: Inspector

    /// How many images the request has; some limits depend on it.
    let imageCount: Int

    /// The most bytes that the file of one image may have; nil for any.
    let byteCountAtMost: Int?
}

extension Normaliser {
    /// Prepares to normalise the images of one request.
    ///
    /// - Parameters:
    ///   - preflight: Whose rules are applied.
    ///   - options: What may be done.
    ///   - imageCount: How many images the request has.
    ///   - scopes: The frames that are decoded where an image is only inspected.
    ///   - byteCountAtMost: The most bytes of one image's file; nil for what the table says.
    init(
        _ preflight: Preflight,
        options: PlanOptions,
        imageCount: Int,
        scopes: Set<FrameScope> = [],
        byteCountAtMost: Int? = nil
    ) {
        self.init(
            table: preflight.table,
            options: options,
            inspector: Inspector(
                codec: preflight.codec,
                scopes: scopes,
                decodeGuard: preflight.options.decodeGuard,
                jobCount: preflight.options.jobCount
            ),
            imageCount: imageCount,
            byteCountAtMost: byteCountAtMost ?? preflight.table.fileByteCountAtMost
        )
    }

    /// Normalises one input.
    func normalise(_ input: ImageInput) -> NormalisedImage {
        do throws(ReadingError) {
            let content = try ImageContent(of: input)
            let image = InspectedImage(of: content, label: input.label)
            return normalise(content, knowing: image, of: input)
        } catch {
            return NormalisedImage(input: input, outcome: .failure(error))
        }
    }

    /// Normalises an image that was read.
    ///
    /// - Parameters:
    ///   - content: The image.
    ///   - image: What is known of it; where it was decoded, it is not decoded for proof again.
    ///   - input: Where it came from.
    /// - Returns: What came of it.
    func normalise(
        _ content: ImageContent,
        knowing image: InspectedImage,
        of input: ImageInput
    ) -> NormalisedImage {
        var job = NormalisingJob(normaliser: self, content: content, image: image)
        do throws(PlanRefusal) {
            let applied = try job.run()
            return NormalisedImage(
                input: input,
                outcome: .success(job.image),
                plan: applied.plan,
                output: NormalisedImage.Output(
                    bytes: applied.content.bytes,
                    facts: applied.content.facts
                ),
                unmetRemedies: applied.unmetRemedies
            )
        } catch {
            return NormalisedImage(
                input: input,
                outcome: .success(job.image),
                refusal: error.reason
            )
        }
    }
}
