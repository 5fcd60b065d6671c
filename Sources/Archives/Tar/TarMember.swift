/// One member of a tar file.
public struct TarMember: Sendable, Equatable {
    /// What a member is.
    public enum Kind: Sendable, Equatable {
        /// A regular file.
        case file
        /// A folder.
        case directory
        /// A symbolic link; the target is relative to the link's folder.
        case symbolicLink(target: String)
        /// A second name of an earlier file; the target is relative to the archive's top.
        case hardLink(target: String)
    }

    /// The path, relative and with forward slashes, without a leading `./` and a final slash; empty
    /// for `./` itself.
    public let path: String
    /// What the member is.
    public let kind: Kind
    /// The size of the content in bytes; 0 for all but files.
    public let size: Int
    /// The permission bits of Unix.
    public let mode: Int
    /// When the member was last changed, in seconds since 1970, as its plain header says.
    public let modificationTime: Int
    /// The position of the member's header in the uncompressed archive.
    public let headerOffset: Int

    /// The first step of the path: a source distribution has the same one for all its members.
    public var topDirectory: Substring {
        path.prefix { $0 != "/" }
    }
}
