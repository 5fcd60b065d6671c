import Archives
import PythonPackaging

/// How much of a distribution's own files is held in memory to be judged.
///
/// They inflate to a thousand times their size in the upload and are read into structures that are
/// larger still, so what an upload may cost is decided here. The archive's other bounds are
/// `ArchiveLimits.upload`.
enum DistributionLimits {
    /// The bounds of METADATA and PKG-INFO.
    static let metadata = MetadataLimits()
    /// The largest WHEEL, in bytes; real ones have some hundred, and a line for each tag.
    static let descriptionBytes = 1 << 20
    /// The largest entry_points.txt, in bytes; real ones have some thousand.
    static let entryPointsBytes = 1 << 20

    /// The largest RECORD, in bytes, of a wheel with these members: a line for each, which holds its
    /// path, a SHA-512 and a size, and some room for lines that are too many, so that it can be said
    /// which.
    static func recordBytes(of members: [ZipMember]) -> Int {
        min(32 << 20, members.reduce(64 << 10) { $0 + 2 * $1.path.utf8.count + 160 })
    }
}
