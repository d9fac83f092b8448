import Foundation
import PreflightCore
import Testing

/// The written body is the JSON that another writer makes, byte for byte.
struct DialectBodyTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let message: MessageOptions
        let images: [BodyPicture]

        init(
            _ name: String,
            _ message: MessageOptions = MessageOptions(),
            _ images: [BodyPicture] = []
        ) {
            testDescription = name
            self.message = message
            self.images = images
        }
    }

    /// Everything that JSON escapes, and what it does not.
    static let awkward = "say \"a\\b\"/c\n\r\t\u{0}\u{1}\u{8}\u{B}\u{C}\u{1F} é 模 🖼 \u{2028}"

    static let pair = [
        BodyPicture(bytes: [1, 2, 3, 255], mediaType: "image/png"),
        BodyPicture(bytes: [], mediaType: "image/webp"),
    ]

    static let cases = [
        Case("nothing"),
        Case("images alone", MessageOptions(), pair),
        Case("a prompt", MessageOptions(prompt: "What is this?"), pair),
        Case("a prompt to escape", MessageOptions(prompt: awkward), pair),
        Case("an empty system message", MessageOptions(system: "")),
        Case("a system message to escape", MessageOptions(prompt: "p", system: awkward), pair),
        Case("detail", MessageOptions(detail: "low"), pair),
        Case("a number of tokens", MessageOptions(maxTokens: 1_000), pair),
        Case("labels", MessageOptions(label: "Image {n}: {name} of {n}"), pair),
        Case("labels to escape", MessageOptions(label: awkward + "{name}"), pair),
        Case(
            "all together",
            MessageOptions(
                prompt: awkward,
                system: awkward,
                detail: "high",
                maxTokens: 7,
                label: "{n} {name}"
            ),
            pair
        ),
    ]
    /// The lengths at which base64 has no, one and two padding characters.
    static let lengths = (1...4)
        .map { count in
            let image = BodyPicture(
                bytes: Array(repeating: 9, count: count),
                mediaType: "image/gif"
            )
            return Case("\(count) bytes", MessageOptions(), [image])
        }

    @Test(arguments: cases + lengths)
    func `the bytes are the JSON of another writer`(_ c: Case) throws {
        let images = labelled(c)
        let written = DialectBody(model: "a/\"b\"", message: c.message).bytes(with: images)
        let expected = try json(model: "a/\"b\"", c.message, images)
        #expect(
            String(decoding: written, as: UTF8.self) == String(decoding: expected, as: UTF8.self)
        )
    }

    @Test(arguments: cases + lengths)
    func `no piece has two images`(_ c: Case) {
        let body = DialectBody(model: "m", message: c.message)
        let images = labelled(c)
        let pieces = Array(body.pieces(with: images))
        #expect(pieces.flatMap(\.self) == body.bytes(with: images))
        let counts = pieces.map { piece in
            String(decoding: piece, as: UTF8.self).matches(of: #/;base64,/#).count
        }
        #expect(counts.filter { $0 > 0 } == images.map { _ in 1 })
    }

    @Test(arguments: cases + lengths)
    func `the counts are the lengths of what is written`(_ c: Case) {
        let body = DialectBody(model: "m", message: c.message)
        #expect(body.overheadByteCount == body.bytes(with: []).count)
        var images: [BodyPicture] = []
        for image in labelled(c) {
            let before = body.bytes(with: images).count
            images.append(image)
            let part = body.partByteCount(
                imageByteCount: image.bytes.count,
                mediaType: image.mediaType,
                label: image.label
            )
            #expect(body.bytes(with: images).count - before == part)
        }
    }

    @Test(arguments: ImageFormat.allCases)
    func `without options it is as long as the layout counts`(format: ImageFormat) {
        let images = (0...4)
            .map { count in
                BodyPicture(
                    bytes: Array(repeating: 0, count: count),
                    mediaType: format.mediaType
                )
            }
        let facts = images.map { image in
            ImageFacts(
                format: format,
                byteCount: image.bytes.count,
                header: .failure(.notDecodable)
            )
        }
        let body = DialectBody(model: "a\"b", message: MessageOptions())
        #expect(
            body.bytes(with: images).count
                == ChatCompletionLayout.byteCount(model: "a\"b", images: facts)
        )
    }

    @Test(arguments: [
        (nil, nil), ("", ""), ("Image", "Image"), ("{n}", "12"), ("{name}", "a{n}.png"),
        ("{n}: {name} ({n})", "12: a{n}.png (12)"), ("{N} {other}", "{N} {other}"),
    ])
    func `a label's places are filled in`(label: String?, filledIn: String?) {
        let message = MessageOptions(label: label)
        for folder in ["", "/home/me/", "../pictures/"] {
            #expect(message.label(number: 12, name: folder + "a{n}.png") == filledIn)
        }
    }

    private func labelled(_ c: Case) -> [BodyPicture] {
        c.images.enumerated()
            .map { index, image in
                var image = image
                image.label = c.message.label(number: index + 1, name: "\"\(index)\".png")
                return image
            }
    }

    /// The body as Foundation writes it.
    private func json(
        model: String,
        _ message: MessageOptions,
        _ images: [BodyPicture]
    ) throws -> Data {
        var content: [[String: Any]] = [["type": "text", "text": message.prompt]]
        for image in images {
            if let label = image.label { content.append(["type": "text", "text": label]) }
            let base64 = Data(image.bytes).base64EncodedString()
            var address = ["url": "data:\(image.mediaType);base64,\(base64)"]
            address["detail"] = message.detail
            content.append(["type": "image_url", "image_url": address])
        }
        let system = message.system.map { [["role": "system", "content": $0]] } ?? []
        let user: [String: Any] = ["role": "user", "content": content]
        var body: [String: Any] = ["model": model, "messages": system + [user]]
        body["max_tokens"] = message.maxTokens
        return try JSONSerialization.data(
            withJSONObject: body,
            options: [.sortedKeys, .withoutEscapingSlashes]
        )
    }
}
