public import FileSystem

/// The program that decodes, which is a file of its own.
public struct WorkerProgram: Sendable, Hashable {
    /// The program's name.
    public static let name = "imgcheck-codec"

    /// The variable of the environment that names its file, before any other place.
    public static let variable = "IMGCHECK_CODEC"

    /// Where it is.
    public var path: FilePath

    /// Takes a file for the program.
    public init(at path: FilePath) {
        self.path = path
    }
}

extension WorkerProgram {
    /// The folder of programs that other programs run, seen from the folder of a program
    /// (Filesystem Hierarchy Standard 3.0, section 4.7).
    private static let libexec = FilePath("../libexec/imgcheck")

    /// The program as it is found: by ``variable``, beside the program that runs, or in
    /// `../libexec/imgcheck` seen from there.
    ///
    /// - Throws: ``WorkerError`` where it is in none of these places.
    public static func found() throws(WorkerError) -> WorkerProgram {
        if let named = FilePath(inVariable: variable) {
            guard named.isProgram else { throw .notAProgram(named) }
            return WorkerProgram(at: named)
        }
        return try found(besides: FilePath.ofThisProgram?.parent)
    }

    /// The folder of what SwiftPM compiles of this target, which is beside the programs that it links.
    private static let buildFolder = FilePath("WorkerCodec.build")

    /// The program as it is found from the folder of the program that runs.
    static func found(besides folder: FilePath?) throws(WorkerError) -> WorkerProgram {
        let places = [folder, folder?.appending(libexec)]
        for place in places.compactMap({ $0?.appending(FilePath(name)) }) where place.isProgram {
            return WorkerProgram(at: place)
        }
        if let folder, (try? FileStatus(of: folder.appending(buildFolder)))?.kind == .directory {
            throw .notBuilt(folder)
        }
        throw .missing(besides: folder)
    }
}
