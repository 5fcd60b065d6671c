import Database
import PythonPackaging

extension SearchSubject {
    /// How much of a description is searched: its beginning says what a project is.
    private static let mostText = 6_000

    /// What search is to know of a project, as the database has it now.
    static func read(_ key: String, _ connection: any SQLConnection) throws -> SearchSubject {
        guard let project = try Project.find(key, in: connection), project.deletedAt == nil else {
            return .absent
        }
        return try read(project, connection)
    }

    /// What search is to know of a living project.
    static func read(
        _ project: Project, _ connection: any SQLConnection
    ) throws -> SearchSubject {
        guard project.status != .quarantined else { return project.isPublic ? .withheld : .absent }
        guard let document = try document(of: project, connection) else { return .absent }
        return project.isPublic ? .listed(document) : .confidential(project.id, document)
    }

    /// The project in the words of its latest release that is not yanked; nil where it has none.
    private static func document(
        of project: Project, _ connection: any SQLConnection
    ) throws -> SearchDocument? {
        let listing = try Index.listing(of: project, withFiles: true, connection)
        guard let latest = listing.latestVersion,
            let row = try connection.row(
                """
                SELECT id, version, metadata FROM releases
                WHERE project_id = $1 AND canonical_version = $2 AND deleted_at IS NULL
                """, project.id, latest)
        else { return nil }
        let newest: Int64? = try connection.row(
            """
            SELECT MAX(created_at) AS newest FROM releases
            WHERE project_id = $1 AND deleted_at IS NULL
            """, project.id)?.get("newest")
        let metadata = try ReleaseMetadata(stored: try row.get("metadata"))
        let native = try SearchMark.native(ofRelease: try row.get("id"), connection)
        return SearchDocument(
            key: project.normalizedName, name: project.name, version: try row.get("version"),
            summary: metadata.summary.map { plain($0, limit: 1_000) }, text: text(of: metadata),
            rank: nil, isArchived: project.status == .archived,
            releasedAt: newest.map(Timestamp.init(microseconds:)),
            marks: SearchDocument.marks(of: metadata).union(native))
    }

    private static func text(of metadata: ReleaseMetadata) -> String? {
        let parts = [
            metadata.keywords, metadata.author, metadata.maintainer, metadata.description,
        ].compactMap { $0 }.filter { !$0.isEmpty }
        guard !parts.isEmpty else { return nil }
        return plain(parts.joined(separator: "\n"), limit: mostText)
    }

    /// The beginning of a text with spaces for control characters: a NUL is not stored, and none of
    /// them is part of a word.
    private static func plain(_ text: String, limit: Int) -> String {
        var plain = ""
        for scalar in text.unicodeScalars.prefix(limit) {
            plain.unicodeScalars.append(scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar)
        }
        return plain
    }
}
