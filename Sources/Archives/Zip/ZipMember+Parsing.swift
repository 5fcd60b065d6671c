extension ZipMember {
    /// Reads a central header (APPNOTE 4.3.12) and checks everything that one header alone can
    /// tell.
    init(
        _ header: ZipRecord, name: ArraySlice<UInt8>, extra: ArraySlice<UInt8>,
        limits: ArchiveLimits, at offset: Int
    ) throws(ArchiveError) {
        let checked = try MemberPath(name, limits: limits, at: offset)
        func shown() -> String { quoted(checked.text) }
        let fields = try ZipExtraFields(extra, at: offset)
        if limits.rules == .strict { try fields.checkUnicodePath(is: name, at: offset) }
        let flags = ZipFlags(rawValue: header.uint16(at: 8))
        try flags.check(limits.rules, of: shown(), at: offset)
        // 6.3 is the newest version of the format, and the newest that Python opens.
        guard header.uint16(at: 6) & 0xFF <= 63 else {
            throw .refused(
                .unsupportedMethod,
                "\(shown()) asks for a version of the zip format that does not exist", at: offset)
        }
        guard let method = Method(rawValue: header.uint16(at: 10)) else {
            throw .refused(
                .unsupportedMethod,
                "\(shown()) is compressed with method \(header.uint16(at: 10)): only stored and deflate are allowed",
                at: offset)
        }
        guard header.uint16(at: 34) == 0 else { throw ZipEnd.multiDisk(at: offset) }
        let sizes = try fields.resolve(
            [header.uint32(at: 24), header.uint32(at: 20), header.uint32(at: 42)],
            limits.rules, at: offset)
        path = checked.text
        isDirectory = checked.hasFinalSlash
        self.method = method
        uncompressedSize = sizes[0]
        compressedSize = sizes[1]
        headerOffset = sizes[2]
        crc32 = header.uint32(at: 16)
        let madeOnUnix = [3, 19].contains(header.uint16(at: 4) >> 8)
        unixMode =
            madeOnUnix ? UInt16(truncatingIfNeeded: header.uint32(at: 38) >> 16) : nil
        try checkConsistency(limits.rules, at: offset)
    }

    private func checkConsistency(_ rules: ArchiveRules, at offset: Int) throws(ArchiveError) {
        guard !isDirectory || uncompressedSize == 0 else {
            throw .refused(
                .mismatch, "\(quoted(path)) is a folder by its name and a file by its size",
                at: offset)
        }
        guard method != .stored || compressedSize == uncompressedSize else {
            throw .refused(
                .mismatch,
                "\(quoted(path)) is stored without compression, but its two sizes differ",
                at: offset)
        }
        switch unixMode.map({ $0 & 0o170000 }) {
        case nil, 0, 0o100000: break
        case 0o040000?:
            guard isDirectory else {
                throw .refused(
                    .mismatch, "\(quoted(path)) is a file by its name and a folder by its mode",
                    at: offset)
            }
        case 0o120000?:
            guard rules == .lenient else {
                throw .refused(
                    .unsupportedMember,
                    "\(quoted(path)) is a symbolic link: put a copy of the file into the archive instead",
                    at: offset)
            }
        default:
            throw .refused(
                .unsupportedMember,
                "\(quoted(path)) is neither a file nor a folder: devices, pipes and sockets are not allowed",
                at: offset)
        }
    }
}

/// The general purpose bits of a header (APPNOTE 4.4.4).
struct ZipFlags: OptionSet {
    let rawValue: UInt16

    static let encrypted = ZipFlags(rawValue: 1 << 0)
    static let dataDescriptor = ZipFlags(rawValue: 1 << 3)
    static let patch = ZipFlags(rawValue: 1 << 5)
    static let strongEncryption = ZipFlags(rawValue: 1 << 6)
    static let masked = ZipFlags(rawValue: 1 << 13)

    func check(
        _ rules: ArchiveRules, of name: @autoclosure () -> String, at offset: Int
    ) throws(ArchiveError) {
        guard isDisjoint(with: [.encrypted, .strongEncryption, .masked]) else {
            throw .refused(.encrypted, "\(name()) is encrypted", at: offset)
        }
        guard isDisjoint(with: .patch) else {
            throw .refused(
                .unsupportedMethod, "\(name()) is a patch to another file, which is not allowed",
                at: offset)
        }
        guard !contains(.dataDescriptor) || rules == .lenient else {
            throw .refused(
                .dataDescriptor,
                "\(name()) has a data descriptor, its sizes follow its data: write the archive to a file, not to a stream",
                at: offset)
        }
    }
}
