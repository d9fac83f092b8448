import CodecProtocol
import PreflightCore
import Sandbox

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What is done in place of decoding.
enum Fault {
    /// Nothing bad.
    case none
    /// Dies by a signal.
    case crashing
    /// Never answers.
    case looping
    /// Takes memory without end.
    case overeating
    /// Answers one image and dies at the next, whatever it is.
    case tired
    /// Sends these bytes in place of an answer, and then waits.
    case lying([UInt8])
    /// Tries to get out.
    case escaping(EscapeAttempt)

    init(_ name: String) {
        switch name {
        case "crashing": self = .crashing
        case "looping": self = .looping
        case "overeating": self = .overeating
        case "tired": self = .tired
        case "lie-noise": self = .lying(Array(repeating: 0xA5, count: 64))
        case "lie-short": self = .lying(Self.header(.decoded, headByteCount: 40))
        case "lie-huge": self = .lying(Self.header(.decoded, bulkByteCount: 1_999_999_999))
        case "lie-endless": self = .lying(Self.header(.decoded, bulkByteCount: 1 << 62))
        case "lie-other": self = .lying(Self.header(.file))
        case "lie-question": self = .lying(Self.header(.verify))
        case "lie-empty": self = .lying(Self.header(.decoded))
        default: self = EscapeAttempt(rawValue: name).map(Fault.escaping) ?? .none
        }
    }

    private static func header(
        _ kind: MessageKind,
        headByteCount: Int = 0,
        bulkByteCount: Int = 0
    ) -> [UInt8] {
        FrameHeader(
            kind: kind,
            isShared: false,
            headByteCount: headByteCount,
            bulkByteCount: bulkByteCount
        )
        .bytes
    }
}

extension Fault {
    /// Does it.
    ///
    /// - Returns: What happened, where there is somebody left to say so.
    func happen() -> String {
        switch self {
        case .none, .tired: return ""
        case .crashing: abort()
        case .looping: while true {}
        case .overeating:
            var eaten: [[UInt8]] = []
            while true { eaten.append(Array(repeating: 1, count: 1 << 24)) }
        case .lying(let bytes):
            _ = unsafe bytes.withUnsafeBytes {
                unsafe write(STDIN_FILENO, $0.baseAddress, $0.count)
            }
            while true { sleep(1) }
        case .escaping(let attempt):
            return attempt.succeeds() ? "escaped" : "refused"
        }
    }
}
