package import Archives
package import NativeInspection

/// How much of a wheel is looked at, and how much memory that may take.
package struct WheelInspectionLimits: Sendable {
    /// The size in bytes up to which a native file is held in memory; a larger one goes to a
    /// temporary file.
    package var memoryBytes: Int
    /// The largest native file that is inspected, in bytes.
    package var fileBytes: Int
    /// The most native files that are inspected.
    package var files: Int
    /// The largest RECORD of something installed that is read, in bytes.
    package var recordBytes: Int
    /// The most SBOMs that are read.
    package var sboms: Int
    /// The largest SBOM that is read, in bytes.
    package var sbomBytes: Int
    /// The most components that are kept of one SBOM.
    package var sbomComponents: Int
    /// The folder for temporary files.
    package var temporaryFolder: String
    /// How much of the archive is read, and until when.
    package var archive: ArchiveLimits
    /// How much of each native file is looked at.
    package var native: InspectionLimits

    /// Limits that every honest wheel stays below.
    package init(temporaryFolder: String) {
        memoryBytes = 32 << 20
        fileBytes = 4 << 30
        files = 20_000
        recordBytes = 64 << 20
        sboms = 100
        sbomBytes = 16 << 20
        sbomComponents = 20_000
        self.temporaryFolder = temporaryFolder
        archive = .reading
        native = .standard
    }
}
