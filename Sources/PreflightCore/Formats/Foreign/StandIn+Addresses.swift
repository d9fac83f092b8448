extension StandIn {
    private static let cloud = "a cloud storage address"

    /// How addresses begin, in lower case, and what they are.
    private static let schemes: [(opening: String, name: String, cure: String)] = [
        ("http://", "a web address", download),
        ("https://", "a web address", download),
        ("file:", "a file URL", readFile),
        ("gs://", cloud, download), ("s3://", cloud, download), ("s3a://", cloud, download),
        ("s3n://", cloud, download), ("abfss://", cloud, download), ("abfs://", cloud, download),
        ("wasbs://", cloud, download), ("wasb://", cloud, download), ("adl://", cloud, download),
        ("hdfs://", cloud, download), ("r2://", cloud, download), ("oss://", cloud, download),
        ("dbfs:/", cloud, readFile), ("/dbfs/", cloud, readFile), ("/volumes/", cloud, readFile),
        ("blob:", "a browser's blob address", encodeBytes),
        ("content://", "an Android content address", encodeBytes),
        ("ph://", "an iOS photo library address", encodeBytes),
        ("attachment:", "the name of an attachment", encodeBytes),
        ("attachment://", "the name of an attachment", encodeBytes),
        ("cid:", "the identifier of a mail's part", encodeBytes),
    ]

    /// An address of an image.
    static func address(_ opening: TextOpening) -> StandIn? {
        let beginning = TextOpening.lowercased(opening.units.prefix(16))
        guard let scheme = schemes.first(where: { beginning.starts(with: $0.opening.utf8) }) else {
            return nil
        }
        let isCloud = scheme.name == cloud
        let written = String(
            decoding: opening.units.prefix(scheme.opening.utf8.count),
            as: UTF8.self
        )
        return StandIn(
            name: isCloud ? "\(scheme.name) (\(written)…)" : scheme.name,
            cure: scheme.cure,
            fileCure: "send the image that it stands for"
        )
    }
}

extension StandIn {
    /// The longest path that Linux takes, in bytes.
    private static let pathByteCountAtMost = 4_096

    /// Where a path begins that says from where it counts.
    private static let roots = ["/", "./", "../", "~/", ".\\", "..\\", "\\\\"]

    /// A path or a name of a file.
    static func path(_ opening: TextOpening) -> StandIn? {
        let units = opening.units
        guard opening.isWhole, units.count <= pathByteCountAtMost,
            !units.contains(where: { $0 == 0x0A || $0 == 0x0D })
        else { return nil }
        let isAbsolute = isRooted(units) || isOnDrive(units)
        guard isAbsolute && !mayBeBase64(units) || hasImageName(units) else { return nil }
        return StandIn(name: "a file path", cure: readFile, fileCure: "send the file that it names")
    }

    private static func isRooted(_ units: [UInt8]) -> Bool {
        roots.contains { units.starts(with: $0.utf8) && units.count > $0.utf8.count }
    }

    /// A letter, a colon and a separator, as on Windows.
    private static func isOnDrive(_ units: [UInt8]) -> Bool {
        guard units.count > 3, units[1] == UInt8(ascii: ":") else { return false }
        return (0x61...0x7A).contains(units[0] | 0x20)
            && (units[2] == UInt8(ascii: "\\") || units[2] == UInt8(ascii: "/"))
    }

    /// Whether a text is so long, and so free of what names have, that it may be data.
    private static func mayBeBase64(_ units: [UInt8]) -> Bool {
        units.count > 128 && !units.contains(UInt8(ascii: "."))
    }

    /// Whether a text ends as the name of an image does: a name, a dot and a known extension.
    private static func hasImageName(_ units: [UInt8]) -> Bool {
        guard units.count <= 255, let dot = units.lastIndex(of: UInt8(ascii: ".")), dot > 0 else {
            return false
        }
        let name = units[..<dot].split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
        let ending = String(decoding: units[(dot + 1)...], as: UTF8.self)
        return !name.isEmpty && ImageFormat(fileNameExtension: ending) != nil
    }
}
