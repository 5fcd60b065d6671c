/// How strictly an archive is read.
public enum ArchiveRules: Sendable, Equatable {
    /// Every program must read the archive the same way: what an index demands of an upload.
    case strict
    /// What is untidy but clear is read: data descriptors, member comments, gaps between members.
    case lenient
}

/// The bounds within which an archive is read.
///
/// A bound is the largest value that is still accepted.
public struct ArchiveLimits: Sendable {
    /// How strictly the archive is read.
    public var rules: ArchiveRules
    /// The number of members, folders included.
    public var maxMembers: Int
    /// The length of a member's path or link target in bytes.
    public var maxPathBytes: Int
    /// The number of steps of a member's path or link target: folders and the member itself.
    public var maxDepth: Int
    /// The uncompressed size of one member in bytes.
    public var maxMemberBytes: Int
    /// The uncompressed size of all members together in bytes; of a tar file, with its headers.
    public var maxTotalBytes: Int
    /// How many times larger than the file its content may be.
    public var maxRatio: Int
    /// The uncompressed size in bytes up to which ``maxRatio`` does not apply.
    public var ratioFloorBytes: Int
    /// The size of a zip file's central directory in bytes, or of all names of a tar file together.
    public var maxCentralDirectoryBytes: Int
    /// The size of one extended tar header (pax records, a long name) in bytes.
    public var maxExtendedHeaderBytes: Int
    /// Says when to give up; asked for every member and every 64 KiB or so of input
    /// and of output.
    public var isOutOfTime: @Sendable () -> Bool

    /// Limits that differ from those of an upload where an argument says so.
    public init(
        rules: ArchiveRules = .strict,
        maxMembers: Int = 250_000,
        maxPathBytes: Int = 4096,
        maxDepth: Int = 64,
        maxMemberBytes: Int = 8 << 30,
        maxTotalBytes: Int = 8 << 30,
        maxRatio: Int = 50,
        ratioFloorBytes: Int = 64 << 20,
        maxCentralDirectoryBytes: Int = 64 << 20,
        maxExtendedHeaderBytes: Int = 1 << 20,
        isOutOfTime: @escaping @Sendable () -> Bool = { false }
    ) {
        self.rules = rules
        self.maxMembers = maxMembers
        self.maxPathBytes = maxPathBytes
        self.maxDepth = maxDepth
        self.maxMemberBytes = maxMemberBytes
        self.maxTotalBytes = maxTotalBytes
        self.maxRatio = maxRatio
        self.ratioFloorBytes = ratioFloorBytes
        self.maxCentralDirectoryBytes = maxCentralDirectoryBytes
        self.maxExtendedHeaderBytes = maxExtendedHeaderBytes
        self.isOutOfTime = isOutOfTime
    }

    /// The limits of an index for files that people upload.
    public static let upload = ArchiveLimits()

    /// The same bounds with the lenient rules, for looking into archives that nobody is about to
    /// publish.
    public static let reading = ArchiveLimits(rules: .lenient)
}

extension ArchiveLimits {
    func checkTime() throws(ArchiveError) {
        guard !isOutOfTime() else {
            throw .refused(.outOfTime, "the archive takes too long to read")
        }
    }

    func checkMemberSize(
        _ size: Int, of name: @autoclosure () -> String, at offset: Int
    ) throws(ArchiveError) {
        guard size <= maxMemberBytes else {
            throw .refused(
                .memberTooLarge,
                "\(name()) unpacks to \(size) bytes, and at most \(maxMemberBytes) are allowed",
                at: offset)
        }
    }

    /// Checks what all members come to, out of a file of `fileSize` bytes.
    func checkTotal(_ total: Int, fileSize: Int) throws(ArchiveError) {
        guard total <= maxTotalBytes else {
            throw .refused(
                .archiveTooLarge, "the archive unpacks to more than \(maxTotalBytes) bytes")
        }
        let allowed = fileSize.multipliedReportingOverflow(by: maxRatio)
        guard total <= ratioFloorBytes || allowed.overflow || total <= allowed.partialValue else {
            throw .refused(
                .tooCompressed,
                "the archive unpacks to more than \(maxRatio) times its size, as archives made to fill disks do"
            )
        }
    }
}
