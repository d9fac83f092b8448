extension RuleTable {
    /// What decoding says of an image, in the frames that this table looks at.
    func decodingFindings(for image: InspectedImage) -> [Finding] {
        let facts = image.facts
        let decoding = image.decoding[animation.decodedFrames] ?? .notAttempted
        if let content = facts.foreignContent, !decoding.isOfPixels {
            return [
                Finding(
                    code: .undecodable,
                    message: Message.foreign(content, in: facts.format)
                )
            ]
        }
        if case .success(let header) = facts.header, let missing = header.missingPixels,
            !decoding.isOverGuard
        {
            return [.undecodable(facts.format, because: missing.description)]
        }
        switch (facts.header, decoding) {
        case (.failure(let error), .notAttempted):
            return [.undecodable(facts.format, because: "its header cannot be read: \(error)")]
        case (.success(let header), .notAttempted):
            return header.endFindings(in: facts.format, damage: nil)
        case (_, .overGuard(let excess)):
            return [.overGuard(excess)]
        case (_, .failed(let error)):
            return [.undecodable(facts.format, because: error.description)]
        case (.failure(let error), .decoded):
            return [
                .headerDisagrees("the header cannot be read (\(error)), yet the decoder reads it")
            ]
        case (.success(let header), .decoded(let decoded)):
            if let difference = header.difference(from: decoded, in: facts.format) {
                return [.headerDisagrees(difference)]
            }
            return header.endFindings(in: facts.format, damage: decoded.damage)
        }
    }
}

extension Decoding {
    /// Whether pixels were computed, so that the content is an image whatever else it is.
    fileprivate var isOfPixels: Bool {
        if case .decoded = self { true } else { false }
    }

    /// Whether the image is too large to look at.
    fileprivate var isOverGuard: Bool {
        if case .overGuard = self { true } else { false }
    }
}

extension ImageHeader {
    /// How a decoder's measurements differ from the header's, as a clause, or nil where they agree.
    func difference(from decoded: DecodedImage, in format: ImageFormat) -> String? {
        guard decoded.size == size else {
            return "the header says \(size) px and the decoder \(decoded.size) px"
        }
        // libvips reads an animated PNG as its default image and counts one. Elsewhere the count may
        // differ by frames that are cut off; what matters is whether there is more than one.
        guard format != .png, (decoded.frameCount >= 2) != isAnimated else { return nil }
        return "the header has \(frameCount) frames and the decoder counts \(decoded.frameCount)"
    }

    /// What is to be said of a file that decodes but is not whole, or not all of which is image.
    func endFindings(in format: ImageFormat, damage: String?) -> [Finding] {
        let reasons = [
            damage.map { $0.isEmpty ? "damage that the decoder passes over" : "damage (\($0))" },
            hasEndMarker ? nil : "no end marker",
            trailingByteCount > 0
                ? "\(trailingByteCount.grouped) bytes after the image's end" : nil,
        ]
        .compactMap(\.self)
        guard flaws.isEmpty else {
            let message = Message.flawed(format, flaws, reasons: reasons, isDamaged: damage != nil)
            return [Finding(code: .damaged, message: message)]
        }
        guard !reasons.isEmpty else { return [] }
        return [Finding(code: .damaged, message: Message.damaged(format, reasons: reasons))]
    }
}

extension Finding {
    static func undecodable(_ format: ImageFormat, because reason: String) -> Finding {
        Finding(code: .undecodable, message: Message.undecodable(format, because: reason))
    }

    /// The finding that an image of a request body is no image, or not in base64.
    package static func undecodableInBody(
        because reason: String,
        cure: String = "encode it again from its file"
    ) -> Finding {
        Finding(
            code: .undecodable,
            message: "Expected an image in base64, but \(reason): \(cure)."
        )
    }

    /// The finding that the base64 of an image can be read, but not by every decoder.
    static func unusualBase64(_ faults: [Base64Fault]) -> [Finding] {
        guard !faults.isEmpty else { return [] }
        let names = faults.map(\.description).joined(separator: ", ")
        return [
            Finding(
                code: .unusualBase64,
                message: "Expected plain base64, found \(names): write the same bytes anew."
            )
        ]
    }

    static func headerDisagrees(_ difference: String) -> Finding {
        Finding(code: .headerDisagrees, message: Message.headerDisagrees(difference))
    }

    /// The finding that an image asks for more than the decode guard allows.
    package static func overGuard(_ excess: DecodeGuard.Excess) -> Finding {
        Finding(
            code: .overDecodeGuard,
            message: Message.overGuard(excess),
            measured: excess.measured,
            limit: excess.limit,
            unit: .pixelsWithin
        )
    }
}
