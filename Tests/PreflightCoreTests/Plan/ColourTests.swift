import PreflightCore
import Testing

/// Backgrounds as people write them.
struct ColourTests {
    @Test(arguments: [
        ("white", Colour(red: 255, green: 255, blue: 255)),
        ("BLACK", Colour(red: 0, green: 0, blue: 0)),
        ("#102030", Colour(red: 0x10, green: 0x20, blue: 0x30)),
        ("102030", Colour(red: 0x10, green: 0x20, blue: 0x30)),
        ("#Fa0", Colour(red: 0xFF, green: 0xAA, blue: 0)),
        ("123", Colour(red: 0x11, green: 0x22, blue: 0x33)),
        ("#FfAa00", Colour(red: 0xFF, green: 0xAA, blue: 0)),
        ("000000", .black),
        ("#ffffff", .white),
    ])
    func `read`(_ text: String, _ colour: Colour) {
        #expect(Colour(text) == colour)
    }

    @Test(arguments: [
        "", "#", "#ff", "#ffff", "#+ff", "+ff", "f+f", "#fffff", "#fffffff", "##fffff", "+fffff",
        "-fffff", "#+fffff", "grey",
        "0xffff", "gggggg", " white", "ＦＦＦＦＦＦ",
    ])
    func `refused`(_ text: String) {
        #expect(Colour(text) == nil)
    }

    @Test(arguments: [Colour.white, .black, Colour(red: 1, green: 0, blue: 10)])
    func `written as it is read`(_ colour: Colour) {
        #expect(colour.hexadecimal.utf8.count == 7)
        #expect(Colour(colour.hexadecimal) == colour)
    }
}
