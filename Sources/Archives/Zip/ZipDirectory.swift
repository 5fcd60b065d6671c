/// The central directory of a zip file: every member it lists, checked one by one.
struct ZipDirectory {
    /// The size of a central header without name, extra fields and comment.
    private static let headerSize = 46

    private(set) var members: [ZipMember] = []
    /// The place of each path in ``members``.
    private(set) var indices: [String: Int] = [:]
    private var total = 0
    private let limits: ArchiveLimits

    init(_ end: ZipEnd, in window: inout SourceWindow, limits: ArchiveLimits) throws(ArchiveError) {
        self.limits = limits
        guard end.memberCount <= limits.maxMembers else {
            throw .refused(
                .tooManyMembers,
                "the archive has \(end.memberCount) members, and at most \(limits.maxMembers) are allowed",
                at: end.offset)
        }
        guard end.directorySize <= limits.maxCentralDirectoryBytes else {
            throw .refused(
                .headersTooLarge,
                "the central directory has \(end.directorySize) bytes, and at most \(limits.maxCentralDirectoryBytes) are allowed",
                at: end.offset)
        }
        let reached = end.directoryOffset.addingReportingOverflow(end.directorySize)
        guard !reached.overflow, reached.partialValue == end.offset else {
            throw .refused(
                .mismatch,
                "the central directory does not lie where the end of central directory record says",
                at: end.offset)
        }
        var position = end.directoryOffset
        for _ in 0..<end.memberCount {
            try addMember(at: &position, end: end.offset, in: &window)
        }
        guard position == end.offset else {
            throw .refused(
                .mismatch,
                "the central directory is longer than its \(end.memberCount) members: their number is mismatched",
                at: position)
        }
        try limits.checkTotal(total, fileSize: window.byteCount)
        if limits.rules == .strict { try checkNesting() }
    }

    private func checkNesting() throws(ArchiveError) {
        var nesting = MemberNesting()
        for member in members {
            nesting.add(
                member.path, member.isDirectory ? .folder : .file, at: member.headerOffset)
        }
        try nesting.check(limits)
    }

    private mutating func addMember(
        at position: inout Int, end: Int, in window: inout SourceWindow
    ) throws(ArchiveError) {
        try limits.checkTime()
        let offset = position
        guard end - offset >= Self.headerSize else {
            throw .refused(
                .mismatch, "the central directory is shorter than its number of members says",
                at: offset)
        }
        let header = ZipRecord(bytes: try window.bytes(at: offset, count: Self.headerSize))
        guard header.has(.centralHeader) else {
            throw .refused(
                .unknownRecord, "the central directory holds an unknown record", at: offset)
        }
        let nameSize = Int(header.uint16(at: 28))
        let extraSize = Int(header.uint16(at: 30))
        let commentSize = Int(header.uint16(at: 32))
        let size = Self.headerSize + nameSize + extraSize + commentSize
        guard size <= end - offset else {
            throw .refused(
                .malformed, "a member's central header is longer than the central directory",
                at: offset)
        }
        let variable = try window.bytes(
            at: offset + Self.headerSize, count: nameSize + extraSize)
        guard commentSize == 0 || limits.rules == .lenient else {
            throw .refused(
                .memberComment,
                "a member has a comment in the central directory: write the archive without",
                at: offset)
        }
        let member = try ZipMember(
            header, name: variable.prefix(nameSize), extra: variable.dropFirst(nameSize),
            limits: limits, at: offset)
        guard indices.updateValue(members.count, forKey: member.path) == nil else {
            throw .refused(
                .duplicateName, "the central directory lists \(quoted(member.path)) twice",
                at: offset)
        }
        let sum = total.addingReportingOverflow(member.uncompressedSize)
        total = sum.overflow ? .max : sum.partialValue
        try limits.checkMemberSize(
            member.uncompressedSize, of: quoted(member.path), at: offset)
        members.append(member)
        position += size
    }
}
