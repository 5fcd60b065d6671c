import Database

/// A person or a machine that may sign in.
package struct User: Sendable, Hashable {
    /// The row's number.
    package let id: Int64
    /// The stable public identifier, a UUID.
    package let uid: String
    /// The name as its owner writes it.
    package let name: String
    /// The primary address, verified or not; empty for a deleted account, which has none.
    package let email: String
    /// How the person is called; nil where they did not say.
    package let fullName: String?
    /// Whether the user administers the whole index.
    package let isAdmin: Bool
    /// A frozen user can neither sign in nor use a token.
    package let isFrozen: Bool
    /// When the account was made.
    package let createdAt: Timestamp
    /// When the account was deleted; nil while it lives.
    package let deletedAt: Timestamp?
    let passwordHash: PasswordHash?

    static let columns = """
        users.id, users.uid, users.name, users.full_name, users.is_admin, users.is_frozen,
        users.created_at, users.deleted_at, users.password_hash, (
            SELECT address FROM emails
            WHERE emails.user_id = users.id AND is_primary = 1 AND removed_at IS NULL) AS email
        """

    init(_ row: SQLRow) throws {
        id = try row.get("id")
        uid = try row.get("uid")
        name = try row.get("name")
        email = try row.get("email") ?? ""
        fullName = try row.get("full_name")
        isAdmin = try row.get("is_admin")
        isFrozen = try row.get("is_frozen")
        createdAt = Timestamp(microseconds: try row.get("created_at"))
        deletedAt = (try row.get("deleted_at") as Int64?).map(Timestamp.init(microseconds:))
        let hash: String? = try row.get("password_hash")
        passwordHash = hash.map(PasswordHash.init(stored:))
    }

    /// The user of that name in any case; what cannot be a name finds nobody.
    static func find(_ name: String, in connection: any SQLConnection) throws -> User? {
        guard let name = try? UserName(name) else { return nil }
        return try connection.row(
            "SELECT \(columns) FROM users WHERE normalized_name = $1", name.normalized
        ).map(User.init)
    }

    static func find(id: Int64, in connection: any SQLConnection) throws -> User? {
        try connection.row("SELECT \(columns) FROM users WHERE id = $1", id).map(User.init)
    }

    /// The user of that name, or a refusal that says there is none.
    static func required(_ name: String, in connection: any SQLConnection) throws -> User {
        guard let user = try find(name, in: connection) else {
            throw Refusal(.userUnknown, "There is no user '\(Shown.short(name))'.")
        }
        return user
    }
}
