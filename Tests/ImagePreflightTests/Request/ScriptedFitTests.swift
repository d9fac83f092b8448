import ImagePreflight
import PreflightCore
import Testing

/// Whole fits in which no pixel is ever computed.
struct ScriptedFitTests {
    private static let size = PixelSize(width: 1_000, height: 800)

    /// A JPEG file of a size and a length, without a picture in it.
    private static func jpeg(_ size: PixelSize, byteCount: Int) -> [UInt8] {
        let sides = [size.height, size.width].flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        let frame: [UInt8] = [0xFF, 0xC0, 0, 11, 8] + sides + [1, 1, 17, 0]
        let scan: [UInt8] = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0]
        let head: [UInt8] = [0xFF, 0xD8] + frame + scan
        return head + Array(repeating: 1, count: max(1, byteCount - head.count - 2)) + [0xFF, 0xD9]
    }

    /// Bytes in proportion to quality and pixels; distortion in proportion to what quality lacks.
    private static func codec() -> ScriptedCodec {
        ScriptedCodec(
            writing: { size, encoding in
                let quality = encoding.quality ?? 100
                let byteCount = size.pixelCount * quality / 500
                let similarity = 1 - 0.001 * Double(101 - quality)
                return .success((jpeg(size, byteCount: byteCount), similarity))
            },
            answer: { _ in .success(DecodedImage(size: size, frameCount: 1)) }
        )
    }

    /// Photographs of different lengths, so that none is equal to another.
    private static let inputs: [ImageInput] = (0..<20)
        .map { .bytes(jpeg(size, byteCount: 200_000 + $0), name: "\($0).jpg") }

    private static func prepared(budget: Int, _ codec: ScriptedCodec) async throws -> Prepared {
        try await Preflight(table: BuiltIn.table(BuiltIn.gpt5), codec: codec)
            .prepare(inputs, options: RequestOptions(split: .never, byteBudget: budget))
    }

    @Test(arguments: [1_000_000, 2_000_000, 3_500_000])
    func `uses its bytes, and decodes each picture once`(budget: Int) async throws {
        let codec = Self.codec()
        let prepared = try await Self.prepared(budget: budget, codec)
        #expect(prepared.refusal == nil)
        let byteCount = try #require(try prepared.bodyByteCounts().first)
        #expect(byteCount <= budget)
        #expect(byteCount >= budget * 94 / 100)
        #expect(codec.usage.callCount == 20)
        #expect(codec.usage.pictureCount == 20)
        #expect(Double(codec.usage.encodeCount) == 20 * prepared.encodeCountMean)
    }

    @Test
    func `pictures become smaller where quality is not enough`() async throws {
        let codec = Self.codec()
        let prepared = try await Self.prepared(budget: 300_000, codec)
        #expect(prepared.images.count == 20)
        let sizes = try prepared.images.map { try $0.facts.header.get().displaySize }
        #expect(sizes.allSatisfy { $0.width < 1_000 })
        #expect(codec.usage.pictureCount == 20)
    }

    @Test
    func `a picture that cannot be written is named`() async throws {
        let codec = ScriptedCodec { _ in
            .success(DecodedImage(size: Self.size, frameCount: 1))
        }
        let prepared = try await Self.prepared(budget: 1_000_000, codec)
        #expect(prepared.requests.isEmpty)
        #expect(
            prepared.refusal?.description.hasPrefix("0.jpg: The picture cannot be written anew")
                == true
        )
    }
}
