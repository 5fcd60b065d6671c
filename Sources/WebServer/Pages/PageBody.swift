import Crypto
import Foundation
package import Hummingbird
package import NIOCore

/// The body of a page, ready to be sent: with and without gzip, each with its strong ETag.
package struct PageBody: Sendable {
    /// One encoding of the body.
    package struct Variant: Sendable {
        /// The bytes, in buffers that are sent one after the other.
        package let buffers: [ByteBuffer]
        /// The strong tag, in its quotation marks.
        package let etag: String
        /// How many bytes there are.
        package let byteCount: Int

        init(_ buffers: [ByteBuffer], etag: String) {
            self.buffers = buffers
            self.etag = etag
            byteCount = buffers.reduce(0) { $0 + $1.readableBytes }
        }

        /// What a response is made of: the buffers as they are, never joined.
        package var responseBody: ResponseBody {
            if let only = buffers.first, buffers.count == 1 {
                return ResponseBody(byteBuffer: only)
            }
            return ResponseBody(contentsOf: buffers)
        }
    }

    /// The body as it is.
    package let identity: Variant
    /// Nil where compressing gains nothing.
    package let gzip: Variant?

    /// A shorter body is not compressed.
    private static let leastCompressedBytes = 200

    /// Compresses and hashes a text as a whole.
    package init(_ text: String) {
        self.init(Array(text.utf8), isCompressed: true)
    }

    /// Hashes bytes as a whole, and compresses them if wanted.
    package init(_ bytes: [UInt8], isCompressed: Bool) {
        self.init(
            [ByteBuffer(bytes: bytes)], hash: SHA256.hash(data: bytes),
            gzip: isCompressed && bytes.count > Self.leastCompressedBytes
                ? Gzip.compress(bytes).map { [ByteBuffer(bytes: $0)] } : nil)
    }

    /// Puts a body together from pieces that are ready; nothing is copied.
    package init(_ pieces: [BodyPiece]) {
        var hash = SHA256()
        for piece in pieces { hash.update(data: piece.digest) }
        let compressed = pieces.compactMap(\.gzip)
        self.init(
            pieces.map(\.plain), hash: hash.finalize(),
            gzip: compressed.count == pieces.count
                ? [ByteBuffer(bytes: GzipPiece.header)] + compressed.map(\.deflated)
                    + [ByteBuffer(bytes: GzipPiece.trailer(of: compressed))]
                : nil)
    }

    private init(_ plain: [ByteBuffer], hash: SHA256.Digest, gzip: [ByteBuffer]?) {
        // Base64 with the letters that are safe in URLs.
        let tag = Data(hash.prefix(16)).base64EncodedString().replacing("+", with: "-")
            .replacing("/", with: "_").replacing("=", with: "")
        let identity = Variant(plain, etag: "\"\(tag)\"")
        let compressed = gzip.map { Variant($0, etag: "\"\(tag)-gzip\"") }
        self.identity = identity
        self.gzip = compressed.flatMap {
            identity.byteCount > Self.leastCompressedBytes && $0.byteCount < identity.byteCount
                ? $0 : nil
        }
    }

    /// What it takes in memory, in bytes.
    package var cost: Int { identity.byteCount + (gzip?.byteCount ?? 0) + 512 }
}
