/// A zip file, read where it lies: nothing is unpacked to disk, and no member is held in memory
/// unless asked for.
///
/// Opening reads all headers and checks them against the limits. Sizes and checksums of the
/// contents are checked when a member is read, or for all members by ``verify()``.
///
/// Format: PKWARE's APPNOTE.TXT 6.3.10, of which stored and deflated members and ZIP64 are
/// supported.
public struct ZipArchive: Sendable {
    /// The members in the order of the central directory.
    public let members: [ZipMember]

    private let source: any ByteSource
    private let limits: ArchiveLimits
    private let indices: [String: Int]
    /// Where the central directory begins.
    private let directoryOffset: Int

    /// Opens a zip file and checks its structure.
    public init(_ source: any ByteSource, limits: ArchiveLimits) throws(ArchiveError) {
        var window = SourceWindow(source, limits: limits)
        let end = try ZipEnd(in: &window)
        let directory = try ZipDirectory(end, in: &window, limits: limits)
        let walk = ZipWalk(directory.members, end: end.directoryOffset)
        try walk.checkOverlaps()
        if limits.rules == .strict { try walk.checkRecords(of: source, limits: limits) }
        self.source = source
        self.limits = limits
        members = directory.members
        indices = directory.indices
        directoryOffset = end.directoryOffset
    }

    /// The member with a path, written as ``ZipMember/path`` is, byte for byte.
    public func member(at path: String) -> ZipMember? {
        // Strings that Unicode calls equal have one place, but are not one name.
        indices[path].map { members[$0] }.flatMap {
            $0.path.utf8.elementsEqual(path.utf8) ? $0 : nil
        }
    }

    /// The content of a member, in one piece.
    ///
    /// A content of more than `limit` bytes is refused rather than held in memory.
    public func read(_ member: ZipMember, limit: Int) throws(ArchiveError) -> [UInt8] {
        guard member.uncompressedSize <= limit else {
            throw .refused(
                .memberTooLarge,
                "\(quoted(member.path)) has \(member.uncompressedSize) bytes, and at most \(limit) are read",
                at: member.headerOffset)
        }
        var reader = try reader(of: member)
        var content: [UInt8] = []
        while let chunk = try reader.next() { content += chunk }
        return content
    }

    /// Hands the content of a member to `body` in chunks of at most 64 KiB.
    ///
    /// Size and checksum are known to be right only when this returns.
    ///
    /// - Throws: An ``ArchiveError``, or what `body` throws.
    public func stream(_ member: ZipMember, _ body: (ArraySlice<UInt8>) throws -> Void) throws {
        var reader = try reader(of: member)
        while let chunk = try reader.next() { try body(chunk) }
    }

    /// Reads all members to check that each has its stated size and checksum.
    public func verify() throws(ArchiveError) {
        for member in members {
            var reader = try reader(of: member)
            while try reader.next() != nil {}
        }
    }

    /// A reader at the start of a member's content, for callers that cannot take it in one go.
    public func reader(of member: ZipMember) throws(ArchiveError) -> ZipMemberReader {
        // A small member is read in one go, and little beyond it.
        let expected = ZipLocalHeader.size + member.nameSize + 64
        let size = min(SourceWindow.size, member.compressedSize) + expected
        var window = SourceWindow(source, limits: limits, size: size)
        let header = try ZipLocalHeader(
            of: member, in: &window, end: directoryOffset, limits: limits)
        return try ZipMemberReader(member, at: header, window: window, limits: limits)
    }
}
