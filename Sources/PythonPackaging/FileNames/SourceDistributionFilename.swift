/// The file name of a source distribution: `{name}-{version}.tar.gz`.
///
/// Older archives are read too: `.zip`, and names and versions that are not in their normalised
/// form. ``standardSpelling`` is what PEP 625 asks for.
public struct SourceDistributionFilename: Hashable, Sendable {
    /// The kinds of archive.
    public enum Format: String, Hashable, Sendable, CaseIterable {
        /// A tar archive compressed with gzip, the only kind for new files (PEP 527, PEP 625).
        case tarGz = ".tar.gz"

        /// A zip archive.
        case zip = ".zip"
    }

    /// The file name.
    public let text: String

    /// The project.
    public let name: ProjectName

    private let parts: SourceDistributionFilenameParts

    /// Reads the file name of a source distribution, without folders before it.
    public init(_ text: String) throws(SourceDistributionFilename.Invalid) {
        let parts = try SourceDistributionFilenameParts(text)
        name = try Invalid.reading(parts.name, of: text, by: ProjectName.init)
        self.text = text
        self.parts = parts
    }

    /// The project's name as it is written in the file name.
    public var nameAsWritten: String { parts.name }

    /// The project's version.
    public var version: Version { parts.version }

    /// The project's version as it is written in the file name.
    public var versionAsWritten: String { parts.versionText }

    /// The kind of archive.
    public var format: Format { parts.format }

    /// What the file would be called by PEP 625: normalised name, normalised version, `.tar.gz`.
    public var standardSpelling: String {
        "\(name.distributionForm)-\(version.normalized)\(Format.tarGz.rawValue)"
    }

    /// The one folder that the archive holds: the file name without its ending.
    public var topFolder: String { "\(nameAsWritten)-\(versionAsWritten)" }
}
