/// How many pixels the compressed data of a GIF image bring, told without storing one.
///
/// Of every code only the length of what it stands for is kept, so that the time is linear in the
/// data, whatever size the image claims.
///
/// Source: "Graphics Interchange Format, Version 89a" (CompuServe, 1990), appendix F.
struct GIFCodeScan {
    /// Why the walk over the codes came to its end.
    enum End: Hashable {
        /// All wanted pixels are there.
        case whole
        /// The data end before, by their end code, a terminator, or the end of the file.
        case short
        /// A code stands for nothing.
        case malformed
    }

    /// The pixels before the end, at most as many as wanted.
    private(set) var pixelCount = 0

    /// Why the walk ended.
    private(set) var end = End.short

    /// The code sizes in bits that colours need and giflib takes (GIF89a, appendix F).
    static let usualCodeSizes: ClosedRange<UInt8> = 2...8

    /// The code sizes that are walked through.
    private static let readableCodeSizes: ClosedRange<UInt8> = 1...11

    private static let codeCountAtMost = 4096

    private let clearCode: Int
    private let initialWidth: Int
    /// The pixels that each code stands for.
    private var lengths = [Int](repeating: 1, count: codeCountAtMost)
    private var nextCode: Int
    private var width: Int
    private var previous: Int?

    /// Walks until there are so many pixels; nil for a code size that is not walked through.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - codeSizeOffset: Where the code size stands; the sub-blocks follow it.
    ///   - wantedCount: The pixels that the image claims.
    init?(of bytes: Span<UInt8>, at codeSizeOffset: Int, wanting wantedCount: Int) {
        guard let codeSize = try? bytes.byte(at: codeSizeOffset),
            Self.readableCodeSizes.contains(codeSize)
        else { return nil }
        clearCode = 1 << Int(codeSize)
        initialWidth = Int(codeSize) + 1
        nextCode = clearCode + 2
        width = initialWidth
        walk(bytes, from: codeSizeOffset + 1, wanting: wantedCount)
    }
}

extension GIFCodeScan {
    private mutating func walk(_ bytes: Span<UInt8>, from start: Int, wanting wantedCount: Int) {
        var bits = 0
        var bitCount = 0
        var offset = start
        while offset < bytes.count, bytes[offset] != 0 {
            let blockEnd = GIFSubBlocks.dataEnd(in: bytes, at: offset)
            offset += 1
            while offset < blockEnd {
                bits |= Int(bytes[offset]) << bitCount
                bitCount += 8
                offset += 1
                while bitCount >= width {
                    let code = bits & (1 << width - 1)
                    bits >>= width
                    bitCount -= width
                    guard canTake(code) else { return }
                    guard pixelCount < wantedCount else {
                        pixelCount = wantedCount
                        end = .whole
                        return
                    }
                }
            }
        }
    }

    /// Takes in one code; whether the walk goes on.
    private mutating func canTake(_ code: Int) -> Bool {
        if code == clearCode {
            nextCode = clearCode + 2
            width = initialWidth
            previous = nil
            return true
        }
        guard code != clearCode + 1 else { return false }
        guard let previous else {
            guard code < clearCode else {
                end = .malformed
                return false
            }
            pixelCount += 1
            self.previous = code
            return true
        }
        let isNew = nextCode < Self.codeCountAtMost
        guard code < nextCode || code == nextCode && isNew else {
            end = .malformed
            return false
        }
        if isNew {
            lengths[nextCode] = lengths[previous] + 1
            nextCode += 1
            if nextCode >= 1 << width, width < 12 { width += 1 }
        }
        pixelCount += lengths[code]
        self.previous = code
        return true
    }
}
