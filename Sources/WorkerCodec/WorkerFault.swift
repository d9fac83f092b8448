internal import CodecProtocol
internal import CodecTransport

/// How a worker failed at one image.
enum WorkerFault: Error {
    /// There is none.
    case unavailable(WorkerError)
    /// It ended.
    case ended(ChildProcess.End)
    /// It ran out of memory.
    case outOfMemory(byteCount: Int)
    /// It took too long.
    case late(seconds: Double)
    /// Its answer makes no sense.
    case malformed(ProtocolError)
}

extension WorkerFault: CustomStringConvertible {
    /// The fault as a clause about the decoder.
    var description: String {
        switch self {
        case .unavailable(let error): error.description
        case .ended(let end): "the decoder ended with \(end)"
        case .outOfMemory(let byteCount):
            "the decoder needs more than \(byteCount / 1_000_000) MB of memory"
        case .late(let seconds):
            "the decoder needs more than \(Int(seconds.rounded(.up))) s"
        case .malformed(let error): "the decoder's answer makes no sense: \(error)"
        }
    }
}
