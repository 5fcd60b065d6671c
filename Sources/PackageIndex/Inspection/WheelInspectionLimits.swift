package import Archives
package import NativeInspection

/// How much of a wheel is looked at, and how much memory that may take.
package struct WheelInspectionLimits: Sendable {
    /// The size in bytes up to which a native file is held in memory; a larger one goes to a
    /// temporary file.
    package var memoryBytes: Int
    /// The largest native file that is inspected, in bytes.
    package var fileBytes: Int
    /// The most native files that are inspected, those apart that are only named.
    package var files: Int
    /// The most files that are only named: static libraries, WebAssembly, Java classes.
    package var namedFiles: Int
    /// The most slices of all files together.
    package var slices: Int
    /// The most bytes that all files together tell, roughly.
    package var reportBytes: Int
    /// The largest RECORD of something installed that is read, in bytes.
    package var recordBytes: Int
    /// The most SBOMs that are read.
    package var sboms: Int
    /// The largest SBOM that is read, in bytes.
    package var sbomBytes: Int
    /// The most components that are kept of all SBOMs together.
    package var sbomComponents: Int
    /// The most differences between SBOMs and binaries that are told.
    package var sbomDifferences: Int
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
        files = 4000
        namedFiles = 20_000
        slices = 4000
        reportBytes = 64 << 20
        recordBytes = 64 << 20
        sboms = 100
        sbomBytes = 16 << 20
        sbomComponents = 20_000
        sbomDifferences = 5000
        self.temporaryFolder = temporaryFolder
        archive = .reading
        native = .standard
    }
}
