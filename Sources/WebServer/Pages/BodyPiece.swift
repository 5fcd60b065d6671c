import Crypto
import Foundation
import NIOCore

/// A part of a page's body, ready to be sent in either encoding, that bodies are put together from.
package struct BodyPiece: Sendable {
    /// The bytes.
    let plain: ByteBuffer
    /// The bytes as a part of a gzip stream; nil where zlib had no memory.
    let gzip: GzipPiece?
    /// The SHA-256 of the bytes.
    let digest: [UInt8]

    /// Compresses and hashes a part once, for all bodies that it will stand in.
    package init(_ text: String) {
        let bytes = Array(text.utf8)
        plain = ByteBuffer(bytes: bytes)
        gzip = GzipPiece(bytes)
        digest = Array(SHA256.hash(data: bytes))
    }

    /// What it takes in memory, in bytes.
    package var cost: Int { plain.readableBytes + (gzip?.deflated.readableBytes ?? 0) + 256 }
}
