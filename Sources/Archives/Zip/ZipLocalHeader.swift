/// A member's local header (APPNOTE 4.3.7), which must say what the central directory says.
struct ZipLocalHeader {
    /// The size of a local header without name and extra fields.
    static let size = 30

    /// Where the member's content begins.
    let dataOffset: Int
    /// Where the member's content ends.
    let dataEnd: Int

    /// Reads the local header of a member and compares the two.
    ///
    /// `end` is where the central directory begins, and so the last member must have ended.
    init(
        of member: ZipMember, in window: inout SourceWindow, end: Int, limits: ArchiveLimits
    ) throws(ArchiveError) {
        let offset = member.headerOffset
        func shown() -> String { quoted(member.path) }
        guard offset <= end - Self.size else { throw Self.outside(shown(), at: offset) }
        let header = ZipRecord(bytes: try window.bytes(at: offset, count: Self.size))
        guard header.has(.localHeader) else {
            throw .refused(
                .unknownRecord,
                "the local header of \(shown()) is missing: an unknown record is in its place",
                at: offset)
        }
        let nameSize = Int(header.uint16(at: 26))
        let extraSize = Int(header.uint16(at: 28))
        dataOffset = offset + Self.size + nameSize + extraSize
        guard dataOffset <= end, member.compressedSize <= end - dataOffset else {
            throw Self.outside(shown(), at: offset)
        }
        dataEnd = dataOffset + member.compressedSize
        let variable = try window.bytes(at: offset + Self.size, count: nameSize + extraSize)
        let name = variable.prefix(nameSize)
        guard member.isNamed(name) else {
            throw .refused(
                .mismatch,
                "\(shown()) is called \(quoted(name)) in its local header",
                at: offset)
        }
        let flags = ZipFlags(rawValue: header.uint16(at: 6))
        try flags.check(limits.rules, of: shown(), at: offset)
        let fields = try ZipExtraFields(variable.dropFirst(nameSize), at: offset)
        if limits.rules == .strict { try fields.checkUnicodePath(is: name, at: offset) }
        guard header.uint16(at: 8) == member.method.rawValue else {
            throw Self.contradiction(shown(), "method of compression", at: offset)
        }
        guard !flags.contains(.dataDescriptor) else { return }
        let sizes = try fields.resolve(
            [header.uint32(at: 22), header.uint32(at: 18)], limits.rules, at: offset)
        guard sizes == [member.uncompressedSize, member.compressedSize] else {
            throw Self.contradiction(shown(), "size", at: offset)
        }
        guard header.uint32(at: 14) == member.crc32 else {
            throw Self.contradiction(shown(), "checksum", at: offset)
        }
    }

    private static func contradiction(_ name: String, _ what: String, at offset: Int)
        -> ArchiveError
    {
        .refused(
            .mismatch,
            "the \(what) of \(name) in its local header is mismatched with the central directory",
            at: offset)
    }

    private static func outside(_ name: String, at offset: Int) -> ArchiveError {
        .refused(
            .malformed,
            "\(name) does not lie between the start of the file and the central directory",
            at: offset)
    }
}
