#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

extension FileError {
    /// Why a file cannot be read, in words for people who do not know the C library's.
    public var sentence: String {
        guard let meaning = Self.meanings[code] else { return description }
        return "\(description): \(meaning)"
    }

    /// What follows the words of the C library where they do not say what is to be done.
    private static let meanings: [Int32: String] = [
        EACCES: "this user may not read it, or not enter its folder.",
        EPERM: "the system does not let this user read it.",
        EMFILE: "this program may open no more at a time; raise the limit with ulimit -n.",
        ENFILE: "the machine has no room for more; close other programs.",
        ENAMETOOLONG: "give a shorter name, or go into the folder and name it from there.",
        ELOOP: "the links lead in a circle.",
        ENOTDIR: "a name in the middle of the path is that of a file.",
        EIO: "the disk, or the way to it, failed.",
        ENOMEM: "the machine has no memory left.",
    ]
}
