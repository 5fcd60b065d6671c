/// Bytes that can be read from any position: a file, a blob, an array.
///
/// The archive readers ask for pieces of some tens of kilobytes and never hold the whole source, so
/// a source may be larger than memory.
public protocol ByteSource: Sendable {
    /// The number of bytes of the source, which must not change while it is read.
    var byteCount: Int { get }

    /// Returns `count` bytes from `offset` on.
    ///
    /// - Parameters:
    ///   - offset: A position from 0 to `byteCount`.
    ///   - count: How many bytes are wanted, at least 0.
    /// - Returns: Exactly `count` bytes, or fewer only where the source ends.
    /// - Throws: Whatever reading can fail with; it reaches the caller inside
    ///   ``ArchiveError/source(_:)``.
    func read(at offset: Int, count: Int) throws -> [UInt8]
}

/// A byte source that is an array in memory.
public struct MemoryByteSource: ByteSource {
    private let bytes: [UInt8]

    /// A source of the given bytes.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The number of bytes.
    public var byteCount: Int { bytes.count }

    /// Returns `count` bytes from `offset` on, or fewer where the array ends.
    public func read(at offset: Int, count: Int) throws -> [UInt8] {
        Array(bytes.dropFirst(max(offset, 0)).prefix(max(count, 0)))
    }
}
