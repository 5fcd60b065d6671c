/// An open blob on this machine's disk.
package final class DiskBlobReader: BlobReader {
    /// The blob's size in bytes.
    package let byteCount: Int

    /// Where the blob lies, for `sendfile`.
    package var localPath: String? { file.path }

    private let file: OpenFile
    private let blocking: BlockingWork

    /// Opens a blob, blocking; nil when nothing is at `path`.
    init?(path: String, blocking: BlockingWork) throws(StorageFailure) {
        do throws(StorageFailure) {
            file = try OpenFile(path, for: .reading)
        } catch {
            guard error.kind == .missing else { throw error }
            return nil
        }
        let status = try file.status()
        guard status.isRegularFile else {
            throw StorageFailure(.other, "open \(path): not a regular file")
        }
        byteCount = status.byteCount
        self.blocking = blocking
    }

    /// Reads `count` bytes from `offset` on, or as many as there are; none past the end.
    package func read(at offset: Int, count: Int) async throws -> [UInt8] {
        try await blocking.run { try self.readBlocking(at: offset, count: count) }
    }

    /// Reads like `read(at:count:)` on the caller's own thread, which waits for the disk.
    package func readBlocking(at offset: Int, count: Int) throws(StorageFailure) -> [UInt8] {
        guard offset >= 0, offset < byteCount else { return [] }
        return try file.read(at: offset, count: min(count, byteCount - offset))
    }
}
