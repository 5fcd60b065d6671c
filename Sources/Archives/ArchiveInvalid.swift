/// What is wrong with an archive, and where.
public struct ArchiveInvalid: Error, Sendable, Equatable {
    /// The kind of fault, whose raw value is a stable name.
    public enum Reason: String, Sendable, CaseIterable {
        /// Neither a zip file nor a tar file, or not the one that was expected.
        case notAnArchive = "not-an-archive"
        /// Different programs would take the file for different kinds of archive.
        case severalKinds = "several-kinds"
        /// The file ends before the archive does.
        case truncated
        /// A record breaks the format.
        case malformed
        /// Bytes follow after the end of the archive.
        case trailingData = "trailing-data"
        /// Bytes that belong to no record of the archive.
        case unknownRecord = "unknown-record"
        /// A zip member whose sizes follow its data instead of preceding it.
        case dataDescriptor = "data-descriptor"
        /// A member or the directory is encrypted.
        case encrypted
        /// A member is compressed by a method other than deflate.
        case unsupportedMethod = "unsupported-method"
        /// The archive is one part of several.
        case multiDisk = "multi-disk"
        /// A member carries a comment.
        case memberComment = "member-comment"
        /// Two members share a name, or one is a file and a folder at once.
        ///
        /// Names that Unicode calls equal (a letter with an accent as one character or as two) are
        /// one name here, since they are one on some file systems.
        case duplicateName = "duplicate-name"
        /// A name is empty, is not UTF-8, or holds control characters.
        case invalidName = "invalid-name"
        /// A name would leave the folder that the archive is unpacked into.
        case unsafePath = "unsafe-path"
        /// A link would leave the archive's top folder, or a member hides behind a link.
        case unsafeLink = "unsafe-link"
        /// Two places of the archive contradict each other.
        case mismatch
        /// Two members share bytes of the file.
        case overlap
        /// The content does not match its checksum.
        case wrongChecksum = "wrong-checksum"
        /// The content is longer or shorter than stated.
        case wrongSize = "wrong-size"
        /// The compressed data cannot be decompressed.
        case damagedData = "damaged-data"
        /// A member is something that a distribution cannot hold: a device, a pipe, a sparse file.
        case unsupportedMember = "unsupported-member"
        /// There are more members than the limit allows.
        case tooManyMembers = "too-many-members"
        /// A member is larger than the limit allows.
        case memberTooLarge = "member-too-large"
        /// The members together are larger than the limit allows.
        case archiveTooLarge = "archive-too-large"
        /// Headers or the directory are larger than the limit allows.
        case headersTooLarge = "headers-too-large"
        /// The archive expands beyond the ratio that the limit allows.
        case tooCompressed = "too-compressed"
        /// The time that the limits give was used up.
        case outOfTime = "out-of-time"
    }

    /// The kind of fault.
    public var reason: Reason
    /// One sentence for people, without a capital and a full stop.
    public var message: String
    /// The byte where the fault is: of the file for a zip, of the uncompressed archive for a tar.
    public var offset: Int?

    /// A fault with its place.
    public init(reason: Reason, message: String, offset: Int? = nil) {
        self.reason = reason
        self.message = message
        self.offset = offset
    }
}

extension ArchiveInvalid: CustomStringConvertible {
    /// The message with its place.
    public var description: String {
        guard let offset else { return message }
        return "\(message) (at byte \(offset))"
    }
}
