/// Drawing words in block letters.
extension Picture {
    /// Five columns and seven rows a letter.
    private static let glyphs: [Character: [String]] = [
        "T": ["#####", "..#..", "..#..", "..#..", "..#..", "..#..", "..#.."],
        "E": ["#####", "#....", "#....", "####.", "#....", "#....", "#####"],
        "X": ["#...#", "#...#", ".#.#.", "..#..", ".#.#.", "#...#", "#...#"],
        "N": ["#...#", "##..#", "##..#", "#.#.#", "#..##", "#..##", "#...#"],
        "O": [".###.", "#...#", "#...#", "#...#", "#...#", "#...#", ".###."],
        "I": [".###.", "..#..", "..#..", "..#..", "..#..", "..#..", ".###."],
    ]

    /// Draws a word whose dots are squares of `dot` pixels.
    mutating func write(_ word: String, _ x: Int, _ y: Int, dot: Int, ink: [UInt8]) {
        for (position, letter) in word.enumerated() {
            for (row, line) in (Self.glyphs[letter] ?? []).enumerated() {
                for (column, mark) in line.enumerated() where mark == "#" {
                    fill(x + (position * 6 + column) * dot, y + row * dot, dot, dot, with: ink)
                }
            }
        }
    }

    /// A screen full of text, with a title bar and a selected line.
    static func screenshot(width: Int, height: Int) -> Picture {
        var picture = Picture(width: width, height: height, of: [250, 250, 248])
        picture.fill(0, 0, width, 40, with: [50, 60, 90])
        picture.fill(0, 220, width, 28, with: [180, 210, 250])
        picture.write("NOTE TEXT", 20, 10, dot: 3, ink: [255, 255, 255])
        let words = ["NOTE", "TEXT", "NINE", "EXIT", "TOO", "INTO", "ONE", "IT"]
        for (line, y) in stride(from: 60, to: height - 40, by: 32).enumerated() {
            var x = 40 + line % 3 * 30
            var index = line
            while x + 48 <= width {
                let word = words[(index * 5 + line) % words.count]
                picture.write(
                    word,
                    x,
                    y,
                    dot: 2,
                    ink: line % 4 == 1 ? [20, 90, 40] : [20, 20, 24]
                )
                x += (word.count + 1) * 12
                index += 1
            }
        }
        return picture
    }
}
