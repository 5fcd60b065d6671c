import Database
import PythonPackaging

/// A name that no new project may have.
package struct ProhibitedName: Sendable, Equatable {
    /// The name, normalised.
    package let name: String
    /// Why, for administrators.
    package let reason: String?
    /// When it was prohibited.
    package let createdAt: Timestamp
    /// Which administrator did it; nil for the owner of the machine.
    package let createdBy: String?

    static let columns = "normalized_name, reason, created_at, created_by"

    init(_ row: SQLRow) throws {
        name = try row.get("normalized_name")
        reason = try row.get("reason")
        createdAt = Timestamp(microseconds: try row.get("created_at"))
        createdBy = try row.get("created_by")
    }

    /// The entry of a name, nil where it is free to be taken.
    static func find(
        _ name: ProjectName, in connection: any SQLConnection
    ) throws -> ProhibitedName? {
        try connection.row(
            "SELECT \(columns) FROM prohibited_names WHERE normalized_name = $1", name.normalized
        ).map(ProhibitedName.init)
    }
}
