extension String {
    /// The path without the steps that lead nowhere: `./shots//a/../b.png` is `shots/b.png`.
    ///
    /// GitHub finds the file of an annotation by its name in the repository alone, and a URI loses
    /// such steps where it is resolved (RFC 3986, section 5.2.4).
    var plainPath: String {
        let isRooted = utf8.first == UInt8(ascii: "/")
        var steps: [Substring] = []
        for step in split(separator: "/") where step != "." {
            if step == "..", let last = steps.last, last != ".." {
                steps.removeLast()
            } else if step != ".." || !isRooted {
                steps.append(step)
            }
        }
        let path = (isRooted ? "/" : "") + steps.joined(separator: "/")
        return path.isEmpty && !isEmpty ? "." : path
    }
}
