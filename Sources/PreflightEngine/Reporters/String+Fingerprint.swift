extension String {
    /// A name for the text that stays the same from run to run: 64 bits of FNV-1a as hexadecimal
    /// digits (draft-eastlake-fnv, section 2).
    var fingerprint: String {
        let hash = utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { hash, byte in
            (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        return String(hash, radix: 16).padded(to: 16, before: "0")
    }
}
