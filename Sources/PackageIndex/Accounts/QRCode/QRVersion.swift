/// One of the forty sizes of a QR code, at error correction level M.
struct QRVersion {
    let number: Int

    /// Error correction codewords in each block, by version (table 9).
    private static let correctionCounts = [
        10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28,
        28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
    ]
    /// Blocks, by version (table 9).
    private static let blockCounts = [
        1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23,
        25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49,
    ]

    var size: Int { 17 + 4 * number }
    var correctionCount: Int { Self.correctionCounts[number - 1] }
    var blockCount: Int { Self.blockCounts[number - 1] }
    /// How many bits say how many bytes there are.
    var lengthBits: Int { number < 10 ? 8 : 16 }
    var dataCount: Int { codewordCount - correctionCount * blockCount }

    /// All codewords: what is left of the area beside the patterns.
    var codewordCount: Int {
        var bits = (16 * number + 128) * number + 64
        if number >= 2 {
            let patterns = number / 7 + 2
            bits -= (25 * patterns - 10) * patterns - 55
            if number >= 7 { bits -= 36 }
        }
        return bits / 8
    }

    /// The rows, and columns, of the middles of alignment patterns (annex E).
    var alignments: [Int] {
        guard number >= 2 else { return [] }
        let count = number / 7 + 2
        let step =
            number == 32 ? 26 : (number * 4 + count * 2 + 1) / (count * 2 - 2) * 2
        return [6] + (0..<count - 1).reversed().map { size - 7 - $0 * step }
    }

    static func smallest(for byteCount: Int) -> QRVersion? {
        (1...40).lazy.map { QRVersion(number: $0) }.first { version in
            4 + version.lengthBits + 8 * byteCount <= 8 * version.dataCount
        }
    }
}
