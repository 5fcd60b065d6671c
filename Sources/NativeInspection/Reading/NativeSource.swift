/// The bytes of one native file, read from any position: an array, a file, a member of an archive.
///
/// Readers ask for the pieces that they need and never hold the whole source, so that a library of a
/// gigabyte takes a few megabytes.
public protocol NativeSource: Sendable {
    /// The number of bytes, which must not change while the file is inspected.
    var byteCount: Int { get }

    /// Returns `count` bytes from `offset` on, or fewer only where the source ends.
    ///
    /// - Throws: Whatever reading can fail with; it reaches the caller inside
    ///   ``NativeInspectionError/source(_:)``.
    func read(at offset: Int, count: Int) throws -> [UInt8]
}

/// A native file that is an array in memory.
public struct MemoryNativeSource: NativeSource {
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
