import PreflightCore
import Testing

/// Backgrounds as people write them.
struct ColorTests {
    @Test(arguments: [
        ("white", Color(red: 255, green: 255, blue: 255)),
        ("BLACK", Color(red: 0, green: 0, blue: 0)),
        ("#102030", Color(red: 0x10, green: 0x20, blue: 0x30)),
        ("102030", Color(red: 0x10, green: 0x20, blue: 0x30)),
        ("#Fa0", Color(red: 0xFF, green: 0xAA, blue: 0)),
        ("123", Color(red: 0x11, green: 0x22, blue: 0x33)),
        ("#FfAa00", Color(red: 0xFF, green: 0xAA, blue: 0)),
        ("000000", .black),
        ("#ffffff", .white),
    ])
    func `read`(_ text: String, _ colour: Color) {
        #expect(Color(text) == colour)
    }

    @Test(arguments: [
        "", "#", "#ff", "#ffff", "#+ff", "+ff", "f+f", "#fffff", "#fffffff", "##fffff", "+fffff",
        "-fffff", "#+fffff", "grey",
        "0xffff", "gggggg", " white", "ＦＦＦＦＦＦ",
    ])
    func `refused`(_ text: String) {
        #expect(Color(text) == nil)
    }

    @Test(arguments: [Color.white, .black, Color(red: 1, green: 0, blue: 10)])
    func `written as it is read`(_ colour: Color) {
        #expect(colour.hexadecimal.utf8.count == 7)
        #expect(Color(colour.hexadecimal) == colour)
    }
}
