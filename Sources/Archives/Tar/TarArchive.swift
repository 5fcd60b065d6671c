/// How a tar file is compressed.
public enum TarCompression: Sendable {
    /// Not at all.
    case none
    /// With gzip.
    case gzip
}

/// Tar files, read from front to back: nothing is unpacked to disk, and memory holds one chunk at a
/// time.
///
/// Read are ustar, pax and GNU archives. Devices, pipes and sparse files are refused, and so is
/// whatever could leave the archive's top folder: absolute paths, `..` and links (as PEP 721 asks
/// of those who unpack).
public enum TarArchive {
    /// Shows each member to `visit`, which may read its content; what it leaves is skipped.
    ///
    /// The whole file is read, to the last byte, so that its checksums are known to be right when
    /// this returns, and only then.
    ///
    /// - Throws: An ``ArchiveError``, or what `visit` throws.
    public static func walk(
        _ source: any ByteSource, compression: TarCompression, limits: ArchiveLimits,
        visit: (TarMember, inout TarContent) throws -> Void
    ) throws {
        var walk = try TarWalk(source, compression: compression, limits: limits)
        while let member = try walk.next() {
            try visit(member, &walk.content)
        }
    }

    /// All members, in the order of the file, after a check of the whole file.
    public static func members(
        of source: any ByteSource, compression: TarCompression, limits: ArchiveLimits
    ) throws(ArchiveError) -> [TarMember] {
        var walk = try TarWalk(source, compression: compression, limits: limits)
        var members: [TarMember] = []
        while let member = try walk.next() { members.append(member) }
        return members
    }
}
