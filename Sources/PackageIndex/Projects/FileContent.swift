import BlobStorage

/// The bytes of a file on offer, open for reading from any place.
package struct FileContent: Sendable {
    private let blob: any BlobReader

    init(_ blob: any BlobReader) {
        self.blob = blob
    }

    /// How many bytes there are.
    package var byteCount: Int { blob.byteCount }

    /// Reads `count` bytes from `offset` on, or as many as there are.
    package func read(at offset: Int, count: Int) async throws -> [UInt8] {
        let bytes = try await blob.read(at: offset, count: count)
        guard !bytes.isEmpty || count == 0 || offset >= byteCount else { throw FileCutShort() }
        return bytes
    }
}

/// Storage holds fewer bytes of a file than it said.
struct FileCutShort: Error {}
