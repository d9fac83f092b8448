import PreflightCore
import Testing

/// Steps are those that the encoders take.
struct QuantiserTests {
    // libjpeg: 5000 / quality below 50, else 200 − 2 · quality.
    @Test(arguments: [(1, 5_000.0), (25, 200), (49, 5_000.0 / 49), (50, 100), (75, 50), (99, 2)])
    func `a JPEG's step is the percentage of its tables`(quality: Int, step: Double) {
        #expect(abs(Quantiser.jpeg.step(at: quality) - step) < 1e-9)
    }

    // libwebp: the table of steps starts at 4; at 75 the third root of a half decides.
    @Test(arguments: [(100, 4.0), (75, 30.2), (1, 107.1)])
    func `a WebP's step is that of its table`(quality: Int, step: Double) {
        #expect(abs(Quantiser.webp.step(at: quality) - step) < 0.1)
    }

    @Test(arguments: [Quantiser.jpeg, .webp])
    func `more quality is a finer step, and none is nothing`(quantiser: Quantiser) {
        for quality in 1..<99 {
            #expect(quantiser.step(at: quality) > quantiser.step(at: quality + 1))
        }
        #expect(quantiser.step(at: 100) >= 1)
    }

    @Test
    func `only formats that are written with a quality have one`() {
        #expect(Quantiser(of: .jpeg) == .jpeg)
        #expect(Quantiser(of: .webp) == .webp)
        for format in [ImageFormat.png, .gif, .unknown] { #expect(Quantiser(of: format) == nil) }
    }
}
