extension RuleTable {
    /// What one request to this model can hold, by REQ401, REQ402 and REQ405.
    ///
    /// REQ403 counts only where that is asked: its sources conflict, and it only warns. A byte limit
    /// that depends on the number of images counts always: a request that keeps to it is accepted in
    /// either case.
    ///
    /// - Parameters:
    ///   - bodyOverhead: The bytes of the body without its images, prompt included.
    ///   - budget: Bytes to stay within instead of a larger limit of the table. They are those that
    ///     the table's limit counts, and those of the body where it has none.
    ///   - keepsToWarnings: Whether REQ403 counts too.
    /// - Returns: The capacity; a side that the table does not limit is nil.
    package func capacity(
        bodyOverhead: Int,
        budget: Int? = nil,
        keepsToWarnings: Bool = false
    ) -> RequestCapacity {
        let codes: [FindingCode] =
            [.requestBytesOverLimit] + (keepsToWarnings ? [.bodyBytesInConflict] : [])
        var capacity = RequestCapacity(
            imageCountAtMost: imageCountAtMost,
            fileByteCountAtMost: fileByteCountAtMostOfRequest,
            bodyByteCountAtMost: codes.compactMap { leastBound(of: $0, on: .bodyByteCount) }.min(),
            bodyOverheadByteCount: bodyOverhead,
            tokenCountAtMost: leastBound(of: .tooManyTokens, on: .imagesTokenCount)
        )
        guard let budget else { return capacity }
        let (file, body) = (capacity.fileByteCountAtMost, capacity.bodyByteCountAtMost)
        capacity.fileByteCountAtMost = file.map { min($0, budget) }
        if body != nil || file == nil {
            capacity.bodyByteCountAtMost = min(body ?? .max, budget)
        }
        return capacity
    }

    /// The most bytes that the file of an image may have which is a request of its own.
    ///
    /// - Parameters:
    ///   - budget: Bytes to stay within instead of a larger limit of the table.
    ///   - keepsToWarnings: Whether REQ403 counts too.
    /// - Returns: The byte count, not negative; nil where the table limits none.
    package func fileByteCountAtMost(
        ofRequestWithin budget: Int?,
        keepsToWarnings: Bool = false
    ) -> Int? {
        let body = DialectBody(model: name, message: MessageOptions())
        // No other format that is written has a longer media type.
        let part = body.partByteCount(
            imageByteCount: 0,
            mediaType: ImageFormat.jpeg.mediaType,
            label: nil
        )
        let capacity = capacity(
            bodyOverhead: body.overheadByteCount + part,
            budget: budget,
            keepsToWarnings: keepsToWarnings
        )
        let inBody = capacity.bodyByteCountAtMost.map { most in
            Base64.decodedByteCount(within: max(0, most - capacity.bodyOverheadByteCount))
        }
        return [fileByteCountAtMost, capacity.fileByteCountAtMost, inBody].compactMap(\.self).min()
    }

    /// The most bytes that the files of a request may have together, also by the limit on their
    /// base64, which rounds each file up to 3 bytes.
    private var fileByteCountAtMostOfRequest: Int? {
        let asBase64 = leastBound(of: .requestBytesOverLimit, on: .imagesBase64ByteCount)
            .map { most in
                let imageCount = min(imageCountAtMost ?? 1_000, 1_000)
                return max(0, Base64.decodedByteCount(within: most) - 2 * imageCount)
            }
        return [leastBound(of: .requestBytesOverLimit, on: .fileByteCount), asBase64]
            .compactMap(\.self).min()
    }

    /// Whether so many images are more than one request takes.
    package func mustSplit(_ imageCount: Int) -> Bool { imageCount > imageCountAtMost ?? .max }

    /// The most images of a request of one turn.
    private var imageCountAtMost: Int? {
        [Measure.imageCount, .lastTurnImageCount]
            .compactMap { leastBound(of: .tooManyImages, on: $0) }.min()
    }

    /// The smallest bound of the limits that carry `code` and measure `measure`.
    private func leastBound(of code: FindingCode, on measure: Measure) -> Int? {
        limits.compactMap { limit -> Int? in
            guard limit.code == code, limit.measure == measure, case .atMost(let most) = limit.bound
            else { return nil }
            return most
        }
        .min()
    }
}
