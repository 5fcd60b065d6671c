import Database

/// A project: a name under which releases are published.
package struct Project: Sendable {
    /// The row's number.
    package let id: Int64
    /// The stable public identifier, a UUID.
    package let uid: String
    /// The name in the spelling of the latest upload.
    package let name: String
    /// The name by which it is found.
    package let normalizedName: String
    /// Whether everyone who may read the index may see it.
    package let isPublic: Bool
    /// The status of PEP 792.
    package let status: ProjectStatus
    /// Why it has that status, in its owner's words.
    package let statusReason: String?
    /// The project that its owners advise to use instead; only a deprecated one has it.
    package let successor: String?
    /// The largest file that administrators let it have, in bytes; nil for the index's limit.
    package let maximumFileBytes: Int?
    /// What administrators let its files take together, in bytes; nil for the index's limit.
    package let maximumTotalBytes: Int?
    /// The serial of its newest change.
    package let lastSerial: Int64
    /// What its files take together, in bytes, deleted ones apart.
    package let totalBytes: Int
    /// When its name was first taken.
    package let createdAt: Timestamp
    /// When it was deleted; nil while it lives.
    package let deletedAt: Timestamp?

    /// Why it has its status, and what to use instead, for tools and people.
    package var statusExplanation: String? {
        guard let successor else { return statusReason }
        let advice = "Use \(successor) instead."
        return statusReason.map { "\($0) \(advice)" } ?? advice
    }

    static let columns = """
        projects.id, projects.uid, projects.name, projects.normalized_name, projects.visibility,
        projects.status, projects.status_reason, projects.successor, projects.maximum_file_bytes,
        projects.maximum_total_bytes, projects.last_serial, projects.total_bytes,
        projects.created_at, projects.deleted_at
        """

    init(_ row: SQLRow) throws {
        id = try row.get("id")
        uid = try row.get("uid")
        name = try row.get("name")
        normalizedName = try row.get("normalized_name")
        // Whatever else a newer version may write there is not for everyone.
        isPublic = try Visibility(rawValue: row.get("visibility")) == .public
        status = ProjectStatus(rawValue: try row.get("status")) ?? .quarantined
        statusReason = try row.get("status_reason")
        successor = try row.get("successor")
        maximumFileBytes = try row.get("maximum_file_bytes")
        maximumTotalBytes = try row.get("maximum_total_bytes")
        lastSerial = try row.get("last_serial")
        totalBytes = try row.get("total_bytes")
        createdAt = Timestamp(microseconds: try row.get("created_at"))
        deletedAt = (try row.get("deleted_at") as Int64?).map(Timestamp.init(microseconds:))
    }

    /// The project of a normalised name, deleted ones among them; what cannot be a name finds none.
    static func find(_ normalizedName: String, in connection: any SQLConnection) throws -> Project?
    {
        guard !normalizedName.utf8.contains(0) else { return nil }
        return try connection.row(
            "SELECT \(columns) FROM projects WHERE normalized_name = $1", normalizedName
        ).map(Project.init)
    }

    /// The project of a name that is known to be in the table.
    static func present(_ name: String, in connection: any SQLConnection) throws -> Project {
        guard let project = try find(name, in: connection) else { throw RowNotReturned() }
        return project
    }
}
