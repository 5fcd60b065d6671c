/// SHA-1 (FIPS 180-4, section 6.1), which old signatures still use; the letters are the standard's.
package struct SHA1Function: DigestFunction {
    private var state: [UInt32] = [
        0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0,
    ]

    /// A digest of nothing yet.
    package init() {}

    /// Takes whole blocks into account.
    package mutating func take(_ bytes: Span<UInt8>, in range: Range<Int>) {
        var words = [UInt32](repeating: 0, count: 80)
        for start in stride(from: range.lowerBound, to: range.upperBound, by: 64) {
            for index in 0..<16 { words[index] = Self.word(of: bytes, at: start + 4 * index) }
            for index in 16..<80 {
                let word = words[index - 3] ^ words[index - 8] ^ words[index - 14]
                words[index] = Self.rotated(word ^ words[index - 16], up: 1)
            }
            mix(words)
        }
    }

    private mutating func mix(_ words: [UInt32]) {
        var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
        for index in 0..<80 {
            let (function, constant): (UInt32, UInt32) =
                switch index {
                case 0..<20: ((b & c) ^ (~b & d), 0x5A82_7999)
                case 20..<40: (b ^ c ^ d, 0x6ED9_EBA1)
                case 40..<60: ((b & c) ^ (b & d) ^ (c & d), 0x8F1B_BCDC)
                default: (b ^ c ^ d, 0xCA62_C1D6)
                }
            let next = Self.rotated(a, up: 5) &+ function &+ e &+ constant &+ words[index]
            (e, d) = (d, c)
            c = Self.rotated(b, up: 30)
            (b, a) = (a, next)
        }
        for (index, value) in [a, b, c, d, e].enumerated() { state[index] &+= value }
    }

    /// The 20 bytes of the digest.
    package var digest: [UInt8] { state.flatMap { Self.bytes(of: $0) } }
}
