import Foundation

/// The built program, which is run as its users run it.
enum Program {
    /// What a run left behind.
    struct Run: Sendable {
        let status: Int32
        let output: String
        let errors: String
    }

    /// Runs the program in a working directory, by default the one of the fixtures, with standard
    /// input from a file and variables added to the environment.
    static func run(
        _ arguments: [String],
        in folder: String = Example.fixtures,
        input: String = "/dev/null",
        environment: [String: String] = [:]
    ) throws -> Run {
        try run(executable, arguments, folder, input, environment)
    }

    /// Runs a script of the shell, in which `$imgcheck` is the program.
    ///
    /// What a test cannot pass on byte for byte, or has to close, a shell can.
    static func shell(_ script: String, in folder: String = Example.fixtures) throws -> Run {
        try run(
            URL(filePath: "/bin/sh"),
            ["-c", script],
            folder,
            "/dev/null",
            ["imgcheck": executable.path(percentEncoded: false)]
        )
    }

    /// The folder of the programs that are built beside the tests.
    static var folder: URL { executable.deletingLastPathComponent() }

    /// The program is built beside the tests.
    private static let executable: URL = {
        let bundles = [Bundle.main] + Bundle.allBundles
        let folders = bundles.flatMap { bundle in
            [bundle.bundleURL, bundle.bundleURL.deletingLastPathComponent()]
        }
        return folders.map { $0.appending(path: "imgcheck") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path(percentEncoded: false)) }
            ?? URL(filePath: "imgcheck")
    }()

    private static func run(
        _ executable: URL,
        _ arguments: [String],
        _ folder: String,
        _ input: String,
        _ environment: [String: String]
    ) throws -> Run {
        let outcome = try Scratch()
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder)
        process.environment = ProcessInfo.processInfo.environment
            .filter { $0.key != "NO_COLOR" }
            .merging(environment) { $1 }
        process.standardInput = FileHandle(forReadingAtPath: input)
        process.standardOutput = try outcome.handle(for: "output")
        process.standardError = try outcome.handle(for: "errors")
        try process.run()
        process.waitUntilExit()
        return Run(
            status: process.terminationStatus,
            output: try outcome.text(of: "output"),
            errors: try outcome.text(of: "errors")
        )
    }
}
