/// How much of a hostile file is looked at before an inspection gives up on a part of it.
public struct InspectionLimits: Sendable, Equatable {
    /// The most bytes of one table (symbols, strings, notes, load commands) that are read into memory.
    public var tableBytes = 64 << 20
    /// The most symbols of one table that are walked.
    public var symbols = 4_000_000
    /// The most slices of a fat Mach-O file.
    public var slices = 30
    /// The most entries kept of any list of a report: imports, libraries, crates, modules.
    public var listEntries = 20_000
    /// The most bytes that the names of one such list have together; what has more is undecidable.
    public var listBytes = 1 << 20
    /// The most bytes of a name that are kept.
    public var nameBytes = 4096

    /// Limits that every honest wheel on PyPI stays below.
    public static let standard = InspectionLimits()

    /// The standard limits, to be changed one by one.
    public init() {}
}
