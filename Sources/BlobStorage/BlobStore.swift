/// Keeps blobs, each under the SHA-256 digest of its bytes.
///
/// Once `keep` or `put` has returned, the blob survives a crash of the machine, so that a database
/// row may name it. No method holds on to a thread of the caller while the disk works, except
/// `stage()` and `StagedFile`'s own methods, which say so.
package protocol BlobStore: Sendable {
    /// Begins a temporary file for a blob whose digest is not known yet. Blocks for a moment.
    func stage() throws -> StagedFile

    /// Turns a finished staged file into a blob.
    ///
    /// That the blob is there already is fine: it is replaced by the same bytes and counts as new,
    /// so that an orphan collector's grace period begins again. The staged file stays readable.
    func keep(_ staged: StagedFile) async throws

    /// Stores a small blob, such as a METADATA file, from memory.
    func put(_ bytes: [UInt8]) async throws -> SHA256Digest

    /// Opens a blob for reading; nil when there is none.
    func open(_ digest: SHA256Digest) async throws -> (any BlobReader)?

    /// Removes a blob that was last kept before a Unix time in seconds; false where it was kept since
    /// or is missing. Blocks for a moment: it is meant for a transaction that has just made sure
    /// that no row names the blob.
    func removeBlocking(_ digest: SHA256Digest, keptBefore: Int64) throws -> Bool

    /// Visits every blob, in no promised order, with the Unix time in seconds at which it was kept.
    ///
    /// Blobs that come or go meanwhile may or may not be visited.
    func list(
        _ body: (_ digest: SHA256Digest, _ byteCount: Int, _ modified: Int64) throws -> Void
    ) async throws

    /// Throws unless the store can be written and read just now.
    func check() async throws
}
