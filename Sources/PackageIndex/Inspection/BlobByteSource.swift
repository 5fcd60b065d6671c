import Archives
package import BlobStorage

/// Lets the archive readers read a stored blob, on a thread that may wait for the storage.
package struct BlobByteSource: ByteSource {
    private let blob: any BlobReader

    /// A source over an open blob.
    package init(_ blob: any BlobReader) {
        self.blob = blob
    }

    package var byteCount: Int { blob.byteCount }

    package func read(at offset: Int, count: Int) throws -> [UInt8] {
        try blob.readBlocking(at: offset, count: count)
    }
}
