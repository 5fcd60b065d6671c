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
    /// The serial of its newest change.
    package let lastSerial: Int64
    /// What its files take together, in bytes, deleted ones apart.
    package let totalBytes: Int
    /// When its name was first taken.
    package let createdAt: Timestamp
    /// When it was deleted; nil while it lives.
    package let deletedAt: Timestamp?

    static let columns = """
        id, uid, name, normalized_name, visibility, status, status_reason, last_serial,
        total_bytes, created_at, deleted_at
        """

    init(_ row: SQLRow) throws {
        id = try row.get("id")
        uid = try row.get("uid")
        name = try row.get("name")
        normalizedName = try row.get("normalized_name")
        let visibility: String = try row.get("visibility")
        isPublic = visibility == "public"
        status = ProjectStatus(rawValue: try row.get("status")) ?? .quarantined
        statusReason = try row.get("status_reason")
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

    /// The living project of a normalised name, or a refusal that says there is none.
    static func required(_ name: String, in connection: any SQLConnection) throws -> Project {
        guard let project = try find(name, in: connection), project.deletedAt == nil else {
            throw Refusal(.projectUnknown, "There is no project '\(Shown.short(name))'.")
        }
        return project
    }

    /// The project of a name that is known to be in the table.
    static func present(_ name: String, in connection: any SQLConnection) throws -> Project {
        guard let project = try find(name, in: connection) else { throw RowNotReturned() }
        return project
    }

    /// The living project, its row locked until the transaction ends.
    ///
    /// Changing the row is what both databases lock by; the revision counts changes.
    static func locked(_ name: String, in connection: any SQLConnection) throws -> Project {
        try connection.run(
            "UPDATE projects SET revision = revision + 1 WHERE normalized_name = $1", name)
        return try required(name, in: connection)
    }
}
