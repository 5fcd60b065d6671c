/// What is inside a wheel: an element of `wheels`, and what the index serves for a file.
package struct WheelReport: Codable, Sendable, Equatable {
    /// Where the wheel was read.
    package var path: String
    /// The file name.
    package var filename: String
    /// The SHA-256 of the wheel in hexadecimal; nil where it was not asked for.
    @Nullable package var sha256: String?
    /// The project's name, normalised.
    package var project: String
    /// The version, normalised.
    package var version: String
    /// The grade of the worst own file of the format in the tags; nil where none could be graded.
    @Nullable package var grade: Grade?
    /// The grade of the worst vendored file of that format, which never counts into `grade`.
    @Nullable package var vendoredGrade: Grade?
    /// How many of the checks of all own files of that format together could be decided.
    package var coverage: Coverage
    /// The tags and their truth.
    package var tags: TagReport
    /// What built the wheel, as lower-case words: `maturin`, `setuptools`, `auditwheel`.
    package var backend: [String]
    /// The SBOMs that the wheel brings along.
    package var sboms: [SBOMReport]
    /// Where they and the binaries disagree; empty where there is no SBOM.
    package var sbomDifferences: [SBOMDifference]
    /// The native files, in the order of the archive.
    package var files: [NativeFileReport]
    /// What went wrong while the wheel was read, each a sentence; the rest of the report stands.
    ///
    /// Each is a finding: what was not read may hold anything.
    package var errors: [String]

    /// A wheel of which nothing but its name is known yet.
    package init(path: String, filename: String, project: String, version: String, tags: TagReport)
    {
        self.path = path
        self.filename = filename
        self.project = project
        self.version = version
        self.tags = tags
        sha256 = nil
        grade = nil
        vendoredGrade = nil
        coverage = Coverage(decidable: 0, applicable: 0)
        backend = []
        sboms = []
        sbomDifferences = []
        files = []
        errors = []
    }

    private enum CodingKeys: String, CodingKey {
        case path, filename, sha256, project, version, grade
        case vendoredGrade = "vendored_grade"
        case coverage, tags, backend, sboms
        case sbomDifferences = "sbom_differences"
        case files, errors
    }
}
