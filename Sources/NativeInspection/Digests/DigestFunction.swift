/// A digest that works on blocks of 64 bytes, as SHA-1 and SHA-256 do; ``Digester`` cuts and pads.
///
/// This room imports nothing, so it has its own. They compare files with what their signatures say;
/// nothing secret goes through them.
package protocol DigestFunction {
    /// A digest of nothing yet.
    init()
    /// Takes whole blocks into account: the range's length is a multiple of 64.
    mutating func take(_ bytes: Span<UInt8>, in range: Range<Int>)
    /// The digest of the blocks so far.
    var digest: [UInt8] { get }
}

extension DigestFunction {
    /// The big-endian word at a position.
    static func word(of bytes: Span<UInt8>, at position: Int) -> UInt32 {
        var word: UInt32 = 0
        for offset in 0..<4 { word = (word &<< 8) | UInt32(bytes[position + offset]) }
        return word
    }

    /// A word's four bytes, the highest first.
    static func bytes(of word: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) }
    }

    /// A word with its bits moved up, those that fall out at the top coming in again below.
    static func rotated(_ word: UInt32, up count: UInt32) -> UInt32 {
        (word &<< count) | (word &>> (32 &- count))
    }

    /// A word with its bits moved down, those that fall out below coming in again at the top.
    static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
        (word &>> count) | (word &<< (32 &- count))
    }
}
