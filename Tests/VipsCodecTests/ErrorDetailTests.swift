import Fixtures
import PreflightCore
import Testing

@testable import VipsCodec

/// Every file gets its own words, whatever else is decoded at the time.
struct ErrorDetailTests {
    static let troubled: [Fixture] =
        VerifyTests.refused.keys.sorted { $0.name < $1.name }
        + VerifyTests.damaged.sorted { $0.name < $1.name }

    @Test
    func `the words for a file are the same in 20 runs side by side with others`() async {
        let alone = Self.troubled.map(Self.words)
        let beside = await withTaskGroup(of: (Int, String).self) { group in
            for number in 0..<20 * Self.troubled.count {
                let index = number % Self.troubled.count
                group.addTask { (index, Self.words(Self.troubled[index])) }
                // Whole files keep the other side of the lock busy.
                group.addTask { (-1, Self.words(.jpegPhoto)) }
            }
            return await group.reduce(into: [Int: Set<String>]()) { words, answer in
                words[answer.0, default: []].insert(answer.1)
            }
        }
        for (index, words) in alone.enumerated() {
            #expect(beside[index] == [words], "\(Self.troubled[index])")
        }
        #expect(beside[-1] == ["in order"])
    }

    @Test
    func `files that fail differently get different words`() {
        #expect(Self.words(.cutJpegHalf).contains("VipsJpeg"))
        #expect(Self.words(.badCRCIDAT).contains("png"))
        #expect(Self.words(.cutGifHalf).contains("gifload"))
        #expect(Self.words(.cutWebpHalf).contains("webp"))
        #expect(Self.words(.warningJpegScan).contains("3 extraneous bytes"))
        #expect(Self.words(.warningJpegSegments).contains("9 extraneous bytes"))
    }

    @Test(arguments: troubled)
    func `the words are one line`(_ fixture: Fixture) {
        #expect(!Self.words(fixture).contains("\n"))
    }

    @Test(arguments: [
        ([], ""), (["a"], "a"), (["a", "b"], "a; b"), (["a", "b", "a"], "a; b"), (["a", "a"], "a"),
    ])
    func `each line is said once`(_ lines: [String], _ joined: String) {
        #expect(ErrorDetail.oneLine(lines) == joined)
    }

    /// What the codec says of a file, or `in order`.
    private static func words(_ fixture: Fixture) -> String {
        do throws(CodecError) {
            return try fixture.verified(frames: .all).damage ?? "in order"
        } catch {
            return error.description
        }
    }
}
