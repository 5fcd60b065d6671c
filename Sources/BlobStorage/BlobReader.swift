/// An open blob that can be read from any position.
///
/// Stays readable when the blob is removed meanwhile.
package protocol BlobReader: Sendable {
    /// The blob's size in bytes.
    var byteCount: Int { get }

    /// Where the blob lies as a file of this machine, for `sendfile`; nil when it does not.
    var localPath: String? { get }

    /// Reads `count` bytes from `offset` on, or as many as there are; none past the end.
    func read(at offset: Int, count: Int) async throws -> [UInt8]

    /// Reads like `read(at:count:)` on the caller's own thread, which waits for the storage.
    func readBlocking(at offset: Int, count: Int) throws -> [UInt8]
}
