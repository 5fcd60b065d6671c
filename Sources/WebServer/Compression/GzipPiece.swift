package import NIOCore

/// A part of a body, compressed by itself, so that bodies are put together from parts that are kept.
///
/// The parts of a gzip body are ``header``, the ``deflated`` bytes of one piece after the other, and
/// ``trailer(of:)`` the same pieces.
package struct GzipPiece: Sendable {
    /// The piece as a part of a deflate stream.
    package let deflated: ByteBuffer
    /// How many bytes it stands for.
    let count: Int
    /// The CRC-32 of those bytes.
    let checksum: UInt32

    /// Compresses a part of a body; nil where zlib has no memory.
    package init?(_ bytes: [UInt8]) {
        guard let deflated = Gzip.fragment(bytes) else { return nil }
        self.deflated = ByteBuffer(bytes: deflated)
        count = bytes.count
        checksum = Gzip.checksum(bytes)
    }

    /// What a gzip body begins with: no name, no time, written on Unix (RFC 1952).
    package static let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]

    /// What a gzip body of these pieces ends with: an empty last block, the CRC-32 of the whole and
    /// its size modulo 2^32.
    package static func trailer(of pieces: some Sequence<GzipPiece>) -> [UInt8] {
        var checksum: UInt32 = 0
        var size: UInt32 = 0
        for piece in pieces {
            checksum = Gzip.checksum(checksum, piece.checksum, secondCount: piece.count)
            size &+= UInt32(truncatingIfNeeded: piece.count)
        }
        let numbers = [checksum, size].flatMap { number in
            [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: number >> $0) }
        }
        return [3, 0] + numbers
    }
}
