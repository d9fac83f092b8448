// swift-tools-version: 6.2

import PackageDescription

// Settings that every target shares, in one place.
let settings: [SwiftSetting] = [
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0335-existential-any.md
    .enableUpcomingFeature("ExistentialAny"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0444-member-import-visibility.md
    .enableUpcomingFeature("MemberImportVisibility"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0409-access-level-on-imports.md
    .enableUpcomingFeature("InternalImportsByDefault"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "imgcheck",
    products: [
        .executable(name: "imgcheck", targets: ["imgcheck"]),
        .library(
            name: "ImagePreflight",
            targets: ["ImagePreflight", "PreflightCore", "WorkerCodec"]
        ),
        // For those who want libvips in their own process.
        .library(name: "VipsCodec", targets: ["VipsCodec"]),
        .executable(name: "imgcheck-codec", targets: ["imgcheck-codec"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ],
    targets: [
        // Facts, rules, verdicts, plans: pure Swift, no C, no input or output.
        .target(name: "PreflightCore", swiftSettings: settings),

        // The built-in tables, embedded in the binary so that it needs no file at run time. A plug-in
        // lists the folder, so that a new table needs no line of Swift.
        .target(
            name: "RuleTables",
            path: "rules",
            exclude: ["schema", "tables", "README.md"],
            swiftSettings: settings,
            plugins: ["EmbedTables"]
        ),
        .plugin(name: "EmbedTables", capability: .buildTool(), dependencies: ["embed-tables"]),
        .executableTarget(name: "embed-tables", swiftSettings: settings),

        // The targets that touch C, and therefore those that may say `unsafe`.
        .systemLibrary(name: "CVips", pkgConfig: "vips", providers: [.apt(["libvips-dev"])]),
        .systemLibrary(
            name: "CLibJPEG",
            pkgConfig: "libjpeg",
            providers: [.apt(["libjpeg62-turbo-dev"])]
        ),
        .target(name: "CJPEG", dependencies: ["CLibJPEG"]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "CPNG", dependencies: ["CZlib"]),
        .target(
            name: "VipsCodec",
            dependencies: ["CVips", "CJPEG", "CPNG", "PreflightCore"],
            swiftSettings: settings
        ),
        .target(name: "FileSystem", swiftSettings: settings),
        .systemLibrary(name: "CTransport"),
        .target(
            name: "CodecTransport",
            dependencies: ["CTransport", "CodecProtocol", "FileSystem"],
            swiftSettings: settings
        ),
        .target(name: "CSandbox"),
        .target(
            name: "Sandbox",
            dependencies: ["CSandbox", "CodecProtocol"],
            swiftSettings: settings
        ),

        // What the program and the worker that decodes say to each other: pure Swift.
        .target(name: "CodecProtocol", dependencies: ["PreflightCore"], swiftSettings: settings),

        // The program's side of it: a codec whose C code is in another process.
        .target(
            name: "WorkerCodec",
            dependencies: ["CodecProtocol", "CodecTransport", "FileSystem", "PreflightCore"],
            swiftSettings: settings
        ),

        // The worker's side of it, for any decoder; and the worker with libvips.
        .target(
            name: "CodecService",
            dependencies: ["CodecProtocol", "CodecTransport", "Sandbox", "PreflightCore"],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "imgcheck-codec",
            dependencies: ["CodecService", "VipsCodec"],
            swiftSettings: settings
        ),

        // Reads, judges, cures and packs images with whatever codec it is given: it knows no C.
        .target(
            name: "PreflightEngine",
            dependencies: ["PreflightCore", "RuleTables", "FileSystem"],
            resources: [
                .embedInCode("Reporters/HTML/report.css"),
                .embedInCode("Reporters/HTML/report.js"),
            ],
            swiftSettings: settings
        ),

        // The library that people import: the engine with workers as its codec.
        .target(
            name: "ImagePreflight",
            dependencies: ["PreflightEngine", "PreflightCore", "WorkerCodec"],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "imgcheck",
            dependencies: [
                "ImagePreflight", "PreflightEngine", "PreflightCore", "FileSystem", "WorkerCodec",
                "CodecProtocol",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings
        ),

        // Every fixture by name, with its recipe.
        .target(
            name: "Fixtures",
            path: "Fixtures",
            exclude: ["images", "conversation.json", "make-fixtures.py", "README.md"],
            swiftSettings: settings
        ),

        .testTarget(
            name: "PreflightCoreTests",
            dependencies: ["PreflightCore", "Fixtures"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "RuleTablesTests",
            dependencies: ["RuleTables", "PreflightCore"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "CodecProtocolTests",
            dependencies: ["CodecProtocol", "PreflightCore"],
            swiftSettings: settings
        ),
        // A worker that does what no worker should, and the tests that it is contained.
        .executableTarget(
            name: "codec-double",
            dependencies: [
                "CodecService", "CodecProtocol", "CodecTransport", "Sandbox", "VipsCodec",
                "PreflightCore",
            ],
            path: "Tests/codec-double",
            swiftSettings: settings
        ),
        .testTarget(
            name: "WorkerCodecTests",
            dependencies: [
                "WorkerCodec", "CodecProtocol", "VipsCodec", "PreflightCore", "FileSystem",
                "Fixtures",
                "codec-double", "imgcheck-codec",
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "FileSystemTests",
            dependencies: ["FileSystem"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "VipsCodecTests",
            dependencies: ["VipsCodec", "PreflightCore", "Fixtures"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "ImagePreflightTests",
            dependencies: [
                "ImagePreflight", "PreflightEngine", "PreflightCore", "VipsCodec", "WorkerCodec",
                "FileSystem", "Fixtures", "imgcheck-codec",
            ],
            exclude: ["Snapshots"],
            swiftSettings: settings
        ),
        // What clients write, compiled as strictly as anything here. It may see nothing but the library.
        .testTarget(
            name: "ClientProbeTests",
            dependencies: ["ImagePreflight", "imgcheck-codec"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "imgcheckTests",
            dependencies: [
                "imgcheck", "imgcheck-codec", "codec-double", "ImagePreflight", "PreflightCore",
                "FileSystem",
                "Fixtures",
            ],
            exclude: ["BrokenTables", "Snapshots"],
            swiftSettings: settings
        ),
    ],
    swiftLanguageModes: [.v6]
)

// Fuzzing builds all of it with other flags, which `./run fuzz` gives, and needs none of the tests.
if Context.environment["IMGCHECK_FUZZ"] != nil {
    package.targets.removeAll { $0.type == .test }
    package.targets += [
        .systemLibrary(name: "CFuzzer", path: "Tests/fuzz/CFuzzer"),
        .executableTarget(
            name: "fuzz",
            dependencies: ["CFuzzer", "CodecProtocol", "PreflightCore", "VipsCodec", "Fixtures"],
            path: "Tests",
            exclude: ["fuzz/CFuzzer", "fuzz/tasks.sh"],
            // What must hold whatever the bytes is asked in tests too.
            sources: [
                "fuzz", "CodecProtocolTests/Samples.swift",
                "PreflightCoreTests/Formats/EditedFile.swift",
                "PreflightCoreTests/Support/BodyPromises.swift",
                "PreflightCoreTests/Support/HeaderInvariants.swift",
            ],
            swiftSettings: settings
        ),
    ]
}
