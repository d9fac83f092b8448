public import FileSystem

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

extension ChildProcess {
    /// Starts a program that is to speak over a channel.
    ///
    /// Its standard input is the other end of the channel, its standard output and error lead
    /// nowhere. A worker closes whatever else reaches it.
    ///
    /// - Parameters:
    ///   - program: The program's file.
    ///   - arguments: What it is told, without its own name.
    ///   - environment: The variables that it gets, each as `NAME=value`, and no others.
    /// - Returns: The process and this end of the channel.
    /// - Throws: `FileError` as the system reports it.
    public static func start(
        _ program: FilePath,
        _ arguments: [String],
        environment: [String]
    ) throws(FileError) -> (ChildProcess, MessageChannel) {
        let (own, other) = try Socket.pair()
        let memory = SharedMemory.create()
        let process = try spawn(
            program,
            arguments,
            environment,
            handingOver: [other.descriptor, -1, -1, memory?.descriptor ?? -1]
        )
        return (process, MessageChannel(socket: own, memory: memory))
    }

    /// Runs a program to its end.
    ///
    /// - Parameters:
    ///   - program: The program's file.
    ///   - arguments: What it is told, without its own name.
    ///   - environment: The variables that it gets, and no others.
    ///   - deadline: When it is killed.
    /// - Returns: How it ended.
    /// - Throws: `FileError` as the system reports it.
    public static func run(
        _ program: FilePath,
        _ arguments: [String],
        environment: [String],
        by deadline: Deadline
    ) throws(FileError) -> End {
        try spawn(program, arguments, environment, handingOver: [-1, -1, -1])
            .ended(by: deadline)
    }

    // The descriptors become those of the process from 0 on; -1 stands for one that leads nowhere.
    private static func spawn(
        _ program: FilePath,
        _ arguments: [String],
        _ environment: [String],
        handingOver descriptors: [Int32]
    ) throws(FileError) -> ChildProcess {
        #if canImport(Glibc)
        let spawned = SpawningThread.shared.run {
            spawnNow(program, arguments, environment, descriptors)
        }
        guard let spawned else { throw FileError(code: EAGAIN) }
        return ChildProcess(try spawned.get())
        #else
        return ChildProcess(try spawnNow(program, arguments, environment, descriptors).get())
        #endif
    }
}

/// The corresponding C function is `posix_spawn()`.
private func spawnNow(
    _ program: FilePath,
    _ arguments: [String],
    _ environment: [String],
    _ descriptors: [Int32]
) -> Result<pid_t, FileError> {
    #if canImport(Glibc)
    var actions = unsafe posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    #else
    var actions: posix_spawn_file_actions_t?
    var attributes: posix_spawnattr_t?
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (target, source) in descriptors.enumerated() {
        let target = Int32(target)
        if source >= 0 {
            unsafe posix_spawn_file_actions_adddup2(&actions, source, target)
        } else {
            unsafe posix_spawn_file_actions_addopen(&actions, target, "/dev/null", O_RDWR, 0)
        }
    }
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    // A group of its own: Ctrl-C is for this process, which ends its workers when it ends.
    unsafe posix_spawnattr_setpgroup(&attributes, 0)
    #if canImport(Darwin)
    let flags = Int16(POSIX_SPAWN_SETPGROUP) | Int16(POSIX_SPAWN_CLOEXEC_DEFAULT)
    #else
    let flags = Int16(POSIX_SPAWN_SETPGROUP)
    #endif
    unsafe posix_spawnattr_setflags(&attributes, flags)

    let path = program.bytes.map { CChar(bitPattern: $0) } + [0]
    var argumentPointers = unsafe ([program.text] + arguments).map { unsafe strdup($0) } + [nil]
    var environmentPointers = unsafe environment.map { unsafe strdup($0) } + [nil]
    defer {
        unsafe free(argumentPointers)
        unsafe free(environmentPointers)
    }
    var id: pid_t = 0
    let error = unsafe posix_spawn(
        &id,
        path,
        &actions,
        &attributes,
        &argumentPointers,
        &environmentPointers
    )
    return error == 0 ? .success(id) : .failure(FileError(code: error))
}

private func free(_ texts: [UnsafeMutablePointer<CChar>?]) {
    for index in unsafe texts.indices { unsafe free(texts[index]) }
}
