internal import CSandbox
public import CodecProtocol

extension EscapeAttempt {
    /// Tries it.
    ///
    /// - Returns: Whether it was possible; there may be nobody left to return to.
    public func succeeds() -> Bool {
        switch self {
        case .openFile: csandbox_try_opening_file() == 0
        case .writeFile: csandbox_try_writing_file() == 0
        case .openSocket: csandbox_try_opening_socket() == 0
        case .runProgram: csandbox_try_running_program() == 0
        case .startProcess: csandbox_try_starting_process() == 0
        case .traceParent: csandbox_try_tracing_parent() == 0
        case .signalParent: csandbox_try_signalling_parent() == 0
        }
    }
}
