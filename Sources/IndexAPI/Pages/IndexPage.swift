import Crypto
import Foundation
import NIOCore
package import PackageIndex
import WebServer

/// An index page, ready to be sent: the bytes with and without gzip, each with its strong ETag.
///
/// It is made once a change and shared by every request until the next.
package struct IndexPage: Sendable {
    /// One encoding of the page.
    struct Variant: Sendable {
        let body: ByteBuffer
        let etag: String
    }

    let identity: Variant
    /// Nil where compressing gains nothing.
    let gzip: Variant?
    /// The serial of the newest change that it shows.
    let serial: Int64
    /// The project that it shows; nil for the list of projects.
    package let project: Project?
    /// Who may be shown it.
    let audience: Audience
    /// What it takes in memory, in bytes.
    package let cost: Int

    /// Compresses and hashes a text, once for all who will be sent it.
    package init(_ text: String, serial: Int64, project: Project?, audience: Audience) {
        let bytes = Array(text.utf8)
        let hash = SHA256.hash(data: bytes).prefix(16)
        let tag = Data(hash).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
        identity = Variant(body: ByteBuffer(bytes: bytes), etag: "\"\(tag)\"")
        let compressed = bytes.count > 200 ? Gzip.compress(bytes) : nil
        gzip = compressed.flatMap { small in
            small.count < bytes.count
                ? Variant(body: ByteBuffer(bytes: small), etag: "\"\(tag)-gzip\"") : nil
        }
        self.serial = serial
        self.project = project
        self.audience = audience
        cost = bytes.count + (compressed?.count ?? 0) + 512
    }
}
