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
            targets: ["ImagePreflight", "PreflightCore", "VipsCodec"]
        ),
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

        // The two targets that touch C, and therefore the two that may say `unsafe`.
        .systemLibrary(name: "CVips", pkgConfig: "vips", providers: [.apt(["libvips-dev"])]),
        .target(
            name: "VipsCodec",
            dependencies: ["CVips", "PreflightCore"],
            swiftSettings: settings
        ),
        .target(name: "FileSystem", swiftSettings: settings),

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

        // The library that people import: the engine with libvips as its codec.
        .target(
            name: "ImagePreflight",
            dependencies: ["PreflightEngine", "PreflightCore", "VipsCodec"],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "imgcheck",
            dependencies: [
                "ImagePreflight", "PreflightEngine", "PreflightCore", "FileSystem",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings
        ),

        // Every fixture by name, with its recipe.
        .target(
            name: "Fixtures",
            path: "Fixtures",
            exclude: ["images", "make-fixtures.py", "README.md"],
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
                "ImagePreflight", "PreflightEngine", "PreflightCore", "VipsCodec", "FileSystem",
                "Fixtures",
            ],
            exclude: ["Snapshots"],
            swiftSettings: settings
        ),
        // What clients write, compiled as strictly as anything here. It may see nothing but the library.
        .testTarget(
            name: "ClientProbeTests",
            dependencies: ["ImagePreflight"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "imgcheckTests",
            dependencies: [
                "imgcheck", "ImagePreflight", "PreflightCore", "FileSystem", "Fixtures",
            ],
            exclude: ["BrokenTables", "Snapshots"],
            swiftSettings: settings
        ),
    ],
    swiftLanguageModes: [.v6]
)
