import CodecProtocol
import CodecService
import CodecTransport

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A worker that does what no worker should, which is told by the name it is started under.
@main
struct CodecDouble {
    static func main() {
        let name = CommandLine.arguments.first?.split(separator: "/").last.map(String.init) ?? ""
        if name == "stillborn", isFirstStart { exit(5) }
        Speech(rawValue: name)?.give()
        exit(CodecService(FaultyCodec(fault: Fault(name))).run(CommandLine.arguments.dropFirst()))
    }
}

extension CodecDouble {
    /// Whether no double was started under this name before, which a file beside it then tells.
    private static var isFirstStart: Bool {
        let path = (CommandLine.arguments.first ?? "") + ".started"
        let descriptor = unsafe open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        return descriptor >= 0
    }
}

/// What is said in place of a greeting.
enum Speech: String {
    case silent
    case mute
    case babbling
    case older
    case foreign

    func give() -> Never {
        guard let socket = Socket.standardInput else { exit(64) }
        switch self {
        case .silent: exit(5)
        case .mute: break
        case .babbling: try? socket.send(Array("Hello, who is there? Nobody.".utf8), by: nil)
        case .older:
            let greeting = WorkerGreeting(version: "0.0.9", codecVersion: "8.14.1")
            try? MessageChannel(socket: socket, memory: nil).send(greeting.message)
        case .foreign:
            let header = FrameHeader(
                kind: .greeting,
                isShared: false,
                headByteCount: 0,
                bulkByteCount: 0
            )
            var bytes = header.bytes
            bytes[4] = 99
            try? socket.send(bytes, by: nil)
        }
        // The other side ends this.
        while true { sleep(1) }
    }
}
