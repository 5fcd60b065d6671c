/// One member of a zip file, as the central directory lists it.
public struct ZipMember: Sendable, Equatable {
    /// How the content is compressed.
    public enum Method: UInt16, Sendable {
        /// Not at all.
        case stored = 0
        /// With deflate.
        case deflated = 8
    }

    /// The path, relative and with forward slashes; a folder's has no final slash.
    public let path: String
    /// How the content is compressed.
    public let method: Method
    /// The size of the content in the file in bytes.
    public let compressedSize: Int
    /// The size of the content in bytes.
    public let uncompressedSize: Int
    /// The CRC-32 of the content.
    public let crc32: UInt32
    /// The permission and type bits of Unix, where the archive was made on such a system.
    public let unixMode: UInt16?
    /// Whether the member is a folder.
    public let isDirectory: Bool
    /// The position of the member's local header in the file.
    public let headerOffset: Int

    /// The length of the name as the archive has it.
    var nameSize: Int { path.utf8.count + (isDirectory ? 1 : 0) }

    /// Whether a header's name is this member's.
    func isNamed(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count == nameSize && bytes.starts(with: path.utf8)
            && (!isDirectory || bytes.last == UInt8(ascii: "/"))
    }

    /// Whether the member is a symbolic link, whose content is its target.
    ///
    /// Only the lenient rules let one through.
    public var isSymbolicLink: Bool {
        unixMode.map { $0 & 0o170000 == 0o120000 } ?? false
    }
}
