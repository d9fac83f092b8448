import Foundation
import Testing

/// What the documentation shows is what the probe compiles.
struct SamplesTests {
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test(arguments: [
        (page: "README.md", sampleCount: 2),
        (page: "Sources/ImagePreflight/ImagePreflight.docc/ImagePreflight.md", sampleCount: 3),
        (page: "Sources/ImagePreflight/ImagePreflight.docc/JudgingImages.md", sampleCount: 2),
        (page: "Sources/ImagePreflight/ImagePreflight.docc/PreparingRequests.md", sampleCount: 2),
        (page: "Sources/ImagePreflight/ImagePreflight.docc/RulesOfYourOwn.md", sampleCount: 2),
    ])
    func `every sample of a page stands in the probe`(page: String, sampleCount: Int) throws {
        let probe = try Self.lines(of: "Tests/ClientProbeTests/Samples.swift")
            .joined(separator: "\n")
        let samples = try Self.samples(in: page)
        #expect(samples.count == sampleCount)
        for sample in samples {
            #expect(probe.contains(sample.joined(separator: "\n")), "\(sample)")
        }
    }

    /// The Swift samples of a page that a client's program could hold, without their imports.
    private static func samples(in page: String) throws -> [[String]] {
        var samples: [[String]] = []
        var sample: [String]?
        for line in try lines(of: page) {
            if line == "```swift" {
                sample = []
            } else if line == "```", let ended = sample {
                samples.append(ended.filter { !$0.hasPrefix("import ") })
                sample = nil
            } else {
                sample?.append(line)
            }
        }
        return samples.filter { $0.first?.hasPrefix("// swift-tools-version") == false }
    }

    /// The lines of a file that are not blank, without white space around them.
    private static func lines(of path: String) throws -> [String] {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
            .split(separator: "\n")
            .map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { !$0.isEmpty }
    }
}
