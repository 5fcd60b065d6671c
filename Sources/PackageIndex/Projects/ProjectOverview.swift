import PythonPackaging

/// Everything that a project's page tells of it to one reader.
package struct ProjectOverview: Sendable {
    /// The project.
    package let project: Project
    /// Every living release, newest first in the order of PEP 440.
    package let releases: [ReleaseSummary]
    /// The release that the page is about; nil without releases, and where the project is quarantined.
    package let shown: ShownRelease?
    /// Who has a role in the project, owners first.
    package let members: [ProjectMember]
    /// The reader's own role.
    package let readersRole: ProjectRole?

    /// The release that PyPI calls the latest.
    package var latest: ReleaseSummary? { releases.first(where: \.isLatest) }
}

/// A release as a line of a project's history.
package struct ReleaseSummary: Sendable, Equatable {
    /// The version, normalised.
    package let version: String
    /// When its first file was published.
    package let publishedAt: Timestamp
    /// How many files it offers.
    package let fileCount: Int
    /// What its files take together, in bytes.
    package let byteCount: Int
    /// Whether it is meant for trying out.
    package let isPrerelease: Bool
    /// Whether every file of it is yanked.
    package let isYanked: Bool
    /// Why it was yanked.
    package let yankedReason: String?
    /// Whether PyPI calls it the latest.
    package let isLatest: Bool
}

/// The release that a page is about, with all that is known of it.
package struct ShownRelease: Sendable {
    /// Its line in the history.
    package let summary: ReleaseSummary
    /// Its metadata.
    package let metadata: ReleaseMetadata
    /// The addresses that it names.
    package let urls: [ReleaseURL]
    /// Its description, rendered; nil where that was not done yet.
    package let description: SafeHTML?
    /// Its files by name.
    package let files: [PublishedFile]
    /// Who published it, if they still have an account.
    package let publisher: String?
    /// What is inside its wheels, by file name, as far as it was looked at.
    package let native: [String: NativeSummary]
    /// The names among its dependencies that this index holds and the reader may see.
    package let heldDependencies: Set<String>
}
