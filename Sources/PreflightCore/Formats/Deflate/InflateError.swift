/// Why a stream was given up.
enum InflateError: Error {
    /// It is cut off or breaks a rule of the format.
    case malformed
    /// It holds more bytes than the caller wants.
    case tooLong
}
