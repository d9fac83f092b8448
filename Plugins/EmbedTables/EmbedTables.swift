import Foundation
import PackagePlugin

/// Embeds every rule table in the target that uses the plugin.
///
/// SwiftPM's own `.embedInCode` makes one constant a file and no list of them, so that a new table
/// would need a line of Swift. Here the folder is the list.
@main
struct EmbedTables: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let folder = target.directoryURL.appending(component: "tables")
        let tables = try FileManager.default
            .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "json" }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
        let errors = target.directoryURL.appending(component: "errors.json")
        let common = target.directoryURL.appending(component: "common.json")
        let output = context.pluginWorkDirectoryURL.appending(component: "RuleTables+Files.swift")
        return [
            .buildCommand(
                displayName: "Embedding \(tables.count) rule tables",
                executable: try context.tool(named: "embed-tables").url,
                arguments: [output, errors, common].map { $0.path(percentEncoded: false) }
                    + tables.map { $0.path(percentEncoded: false) },
                inputFiles: tables + [errors, common],
                outputFiles: [output]
            )
        ]
    }
}
