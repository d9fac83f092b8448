/// The zeros that a chunk of a WebP file ends in where a download had room made for it and never came.
///
/// Coders write such zeros too: flat colours take next to no bits, and those are zeros. Only where the
/// last row ends before they do are they none of the picture's.
enum WebPFilling {
    /// How many zeros there are at least before anybody looks closer: more than coders end in but for
    /// flat colours.
    private static let zeroRunAtLeast = 16

    /// How many bytes are left after the last row at least where the zeros are none of the picture's;
    /// a coder that is done writes at most four.
    static let surplusAtLeast = 8

    /// Where the zeros begin that some bytes end in; nil where they are few.
    static func start(in bytes: [UInt8], _ payload: Range<Int>) -> Int? {
        let zeroCount = bytes[payload].reversed().prefix { $0 == 0 }.count
        return zeroCount >= zeroRunAtLeast ? payload.upperBound - zeroCount : nil
    }
}
