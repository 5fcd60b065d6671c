extension TarMember {
    /// Puts a header and what extended headers add to it together.
    init(_ header: TarHeader, extensions: TarExtensions, limits: ArchiveLimits, at offset: Int)
        throws(ArchiveError)
    {
        let name = try Self.name(header, extensions, limits.rules, at: offset)
        let checked = try MemberPath(name, limits: limits, at: offset, allowsHere: true)
        path = checked.text
        size = try Self.size(header, extensions, at: offset)
        mode = header.mode
        modificationTime = header.modificationTime
        headerOffset = offset
        let target = extensions.linkPath ?? header.linkName
        switch header.type {
        case 0 where checked.hasFinalSlash, UInt8(ascii: "5"):
            kind = .directory
        case 0, UInt8(ascii: "0"), UInt8(ascii: "7"):
            guard !checked.hasFinalSlash, !checked.text.isEmpty else {
                throw .refused(
                    .mismatch, "\(quoted(name)) is a file by its type and a folder by its name",
                    at: offset)
            }
            kind = .file
        case UInt8(ascii: "1"):
            kind = .hardLink(
                target: try MemberLink.hard(to: target, from: path, limits, at: offset))
        case UInt8(ascii: "2"):
            kind = .symbolicLink(
                target: try MemberLink.symbolic(to: target, from: path, limits, at: offset))
        case UInt8(ascii: "S"):
            throw TarExtensions.sparse(at: offset)
        default:
            throw .refused(
                .unsupportedMember,
                "\(quoted(path)) is neither a file, a folder nor a link: devices and pipes are not allowed",
                at: offset)
        }
        guard size == 0 || kind == .file else {
            throw .refused(
                .mismatch, "\(quoted(path)) is not a file, and yet has content", at: offset)
        }
        try limits.checkMemberSize(size, of: quoted(path), at: offset)
    }

    private static func name(
        _ header: TarHeader, _ extensions: TarExtensions, _ rules: ArchiveRules, at offset: Int
    ) throws(ArchiveError) -> ArraySlice<UInt8> {
        if let path = extensions.path { return path }
        guard !header.prefix.isEmpty else { return header.name }
        guard header.dialect == .ustar else {
            // GNU archives have times in the place of the prefix, which some programs take for a
            // prefix.
            guard rules == .lenient else {
                throw .refused(
                    .malformed,
                    "the header of \(quoted(header.name)) has a prefix without being ustar",
                    at: offset)
            }
            return header.name
        }
        return header.prefix + [UInt8(ascii: "/")] + header.name
    }

    /// The size of the content.
    ///
    /// A header that states another size than its pax record is refused: programs that overlook the
    /// record would find other members than those that heed it. Only what the header cannot
    /// express, from 8 GiB on, may differ.
    private static func size(_ header: TarHeader, _ extensions: TarExtensions, at offset: Int)
        throws(ArchiveError) -> Int
    {
        guard let size = extensions.size else { return header.contentSize }
        guard size == header.contentSize || size >= 8 << 30 else {
            throw .refused(
                .mismatch,
                "the pax record \"size\" of \(quoted(header.name)) is mismatched with its header",
                at: offset)
        }
        return size
    }
}
