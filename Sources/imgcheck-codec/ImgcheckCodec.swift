public import CodecService
public import VipsCodec

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

/// The program that imgcheck starts to decode: all C code but the C library's is in here.
@main
struct ImgcheckCodec {
    static func main() {
        exit(CodecService(VipsCodec()).run(CommandLine.arguments.dropFirst()))
    }
}

extension VipsCodec: CodecService.Decoder {}
