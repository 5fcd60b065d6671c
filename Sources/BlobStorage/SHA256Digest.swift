import Crypto

/// A SHA-256 digest, the address of a blob.
///
/// Exactly 32 bytes. Written as 64 lower-case hexadecimal digits and ordered as that text is.
/// A file that also imports Crypto has to call it `BlobStorage.SHA256Digest`.
package struct SHA256Digest: Hashable, Sendable, Comparable, CustomStringConvertible {
    // Four machine words hash and compare faster than an array, and need no allocation.
    private let first: UInt64
    private let second: UInt64
    private let third: UInt64
    private let fourth: UInt64

    /// Takes 64 hexadecimal digits, of either case; anything else is nil.
    package init?(hex: String) {
        var words = [UInt64](repeating: 0, count: 4)
        var position = 0
        for byte in hex.utf8 {
            guard position < 64, let digit = Hexadecimal.value(of: byte) else { return nil }
            words[position / 16] = words[position / 16] << 4 | UInt64(digit)
            position += 1
        }
        guard position == 64 else { return nil }
        self.init(words: words)
    }

    /// Takes 32 bytes; any other number of them is nil.
    package init?(bytes: some Sequence<UInt8>) {
        var words = [UInt64](repeating: 0, count: 4)
        var position = 0
        for byte in bytes {
            guard position < 32 else { return nil }
            words[position / 8] = words[position / 8] << 8 | UInt64(byte)
            position += 1
        }
        guard position == 32 else { return nil }
        self.init(words: words)
    }

    /// Takes what the hash function gives, which is 32 bytes by its type.
    init(_ digest: SHA256.Digest) {
        var words = [UInt64](repeating: 0, count: 4)
        for (position, byte) in digest.enumerated() {
            words[position / 8 % 4] = words[position / 8 % 4] << 8 | UInt64(byte)
        }
        self.init(words: words)
    }

    private init(words: [UInt64]) {
        first = words[0]
        second = words[1]
        third = words[2]
        fourth = words[3]
    }

    /// The 32 bytes.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(32)
        for word in [first, second, third, fourth] {
            for shift in stride(from: UInt64(56), through: 0, by: -8) {
                bytes.append(UInt8(truncatingIfNeeded: word >> shift))
            }
        }
        return bytes
    }

    /// The 64 lower-case hexadecimal digits.
    package var hex: String { Hexadecimal.text(of: bytes) }

    /// The 64 lower-case hexadecimal digits.
    package var description: String { hex }

    /// Orders digests as their hexadecimal text is ordered.
    package static func < (left: SHA256Digest, right: SHA256Digest) -> Bool {
        (left.first, left.second, left.third, left.fourth)
            < (right.first, right.second, right.third, right.fourth)
    }
}
