/// The kind of an archive file, told from its bytes.
public enum ArchiveKind: String, Sendable, CaseIterable {
    /// A zip file, such as a wheel.
    case zip
    /// A tar file without compression.
    case tar
    /// A gzip stream, such as a source distribution's `.tar.gz`.
    case gzip

    /// Every kind that some program could take the file for.
    ///
    /// A zip file is told from its end, as most programs do, a tar or gzip file from its beginning;
    /// so a file can be both.
    public static func candidates(of source: any ByteSource) throws(ArchiveError) -> Set<
        ArchiveKind
    > {
        var window = SourceWindow(source, limits: .upload)
        var kinds: Set<ArchiveKind> = []
        let head = try window.bytes(at: 0, count: min(TarHeader.size, source.byteCount))
        if head.starts(with: [0x1F, 0x8B, 0x08]) { kinds.insert(.gzip) }
        if head.count == TarHeader.size, TarHeader.hasValidChecksum(head) { kinds.insert(.tar) }
        if head.starts(with: ZipSignature.localHeader.bytes) { kinds.insert(.zip) }
        if try ZipEnd.find(in: &window)?.isExact == true { kinds.insert(.zip) }
        return kinds
    }

    /// The kind of a file, which must be one beyond doubt.
    ///
    /// - Throws: ``ArchiveInvalid/Reason/notAnArchive`` or ``ArchiveInvalid/Reason/severalKinds``.
    public init(of source: any ByteSource) throws(ArchiveError) {
        let kinds = try Self.candidates(of: source)
        guard let kind = kinds.first else {
            throw .refused(.notAnArchive, "the file is neither a zip nor a tar archive")
        }
        guard kinds.count == 1 else {
            let names = kinds.map(\.rawValue).sorted().joined(separator: " and ")
            throw .refused(
                .severalKinds,
                "the file can be read as \(names): programs would disagree about what it holds")
        }
        self = kind
    }
}
