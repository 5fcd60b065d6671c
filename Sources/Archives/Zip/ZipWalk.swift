/// The walk over a zip file from its first byte to the central directory.
///
/// A program that trusts the central directory and one that reads the file from the front must find
/// the same members: so each byte of the file belongs to exactly one record, and each record to one
/// listed member. The lenient rules allow gaps and read local headers only when a member is read;
/// sharing bytes is refused under both.
struct ZipWalk {
    /// The members in the order in which they lie in the file.
    private let members: [ZipMember]
    private let end: Int

    init(_ members: [ZipMember], end: Int) {
        self.members = members.sorted { $0.headerOffset < $1.headerOffset }
        self.end = end
    }

    /// Refuses members that share bytes, as archives do that unpack to far more than their size.
    func checkOverlaps() throws(ArchiveError) {
        var reached = 0
        for member in members {
            guard member.headerOffset >= reached else { throw Self.overlap(member) }
            let least = member.headerOffset.addingReportingOverflow(
                ZipLocalHeader.size + member.nameSize)
            let next = least.partialValue.addingReportingOverflow(member.compressedSize)
            guard !least.overflow, !next.overflow, next.partialValue <= end else {
                throw .refused(
                    .malformed,
                    "\(quoted(member.path)) does not lie before the central directory",
                    at: member.headerOffset)
            }
            reached = next.partialValue
        }
    }

    /// Reads every local header and refuses any byte that belongs to none.
    func checkRecords(of source: any ByteSource, limits: ArchiveLimits) throws(ArchiveError) {
        // Headers may be far apart: what is read with one of them may be of no use.
        var window = SourceWindow(source, limits: limits, size: 16 * 1024)
        var position = 0
        for member in members {
            if member.headerOffset > position {
                throw try stranger(at: position, in: &window)
            }
            guard member.headerOffset == position else { throw Self.overlap(member) }
            position = try ZipLocalHeader(of: member, in: &window, end: end, limits: limits).dataEnd
        }
        guard position == end else { throw try stranger(at: position, in: &window) }
    }

    /// What is wrong where a listed member was expected.
    private func stranger(at offset: Int, in window: inout SourceWindow) throws(ArchiveError)
        -> ArchiveError
    {
        let signature = try window.bytes(at: offset, count: min(4, end - offset))
        let isMember = signature.elementsEqual(ZipSignature.localHeader.bytes)
        guard isMember else {
            return .refused(
                .unknownRecord,
                "there is an unknown record: the bytes belong to no member of the archive",
                at: offset)
        }
        return .refused(
            .mismatch, "there is a member that is not in the central directory", at: offset)
    }

    private static func overlap(_ member: ZipMember) -> ArchiveError {
        .refused(
            .overlap, "\(quoted(member.path)) overlaps another member of the archive",
            at: member.headerOffset)
    }
}
