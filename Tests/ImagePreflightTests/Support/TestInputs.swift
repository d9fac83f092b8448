import Fixtures
import ImagePreflight
import PreflightCore
import Testing

/// The images of one request, made when the test runs.
struct TestInputs: Sendable {
    let make: @Sendable () throws -> [ImageInput]

    /// Fixtures as files.
    static func files(_ fixtures: Fixture...) -> TestInputs {
        TestInputs { fixtures.map { .file($0.path) } }
    }

    /// One fixture over and over.
    static func file(_ fixture: Fixture, times count: Int) -> TestInputs {
        TestInputs { Array(repeating: .file(fixture.path), count: count) }
    }

    /// PNG files of exactly so many bytes.
    static func png(byteCounts: Int...) -> TestInputs {
        TestInputs {
            try byteCounts.map {
                .bytes(try #require(PaddedImage.png(byteCount: $0)), name: "padded.png")
            }
        }
    }
}

extension Report {
    /// Everything that was found, in images and in the request.
    var allFindings: [Finding] { images.flatMap(\.findings) + request.findings }
}
