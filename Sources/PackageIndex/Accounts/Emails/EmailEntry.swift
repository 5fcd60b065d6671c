import Database

/// One of a user's addresses.
package struct EmailEntry: Sendable, Hashable {
    /// The row's number.
    package let id: Int64
    /// Whose it is.
    package let userID: Int64
    /// The address as given.
    package let address: String
    /// Whether notices go there first.
    package let isPrimary: Bool
    /// Whether its owner has shown that mail to it reaches them.
    package let isVerified: Bool
    /// Whether the user's page shows it.
    package let isPublic: Bool

    /// How many addresses one account may have.
    static let mostOfOneUser = 10

    static let columns = "id, user_id, address, is_primary, is_verified, is_public"

    init(_ row: SQLRow) throws {
        id = try row.get("id")
        userID = try row.get("user_id")
        address = try row.get("address")
        isPrimary = try row.get("is_primary")
        isVerified = try row.get("is_verified")
        isPublic = try row.get("is_public")
    }

    /// The entry that holds an address as verified, whoever's it is; there is at most one.
    static func verified(
        _ email: EmailAddress, in connection: any SQLConnection
    ) throws -> EmailEntry? {
        try connection.row(
            """
            SELECT \(columns) FROM emails
            WHERE normalized_address = $1 AND is_verified = 1 AND removed_at IS NULL
            """, email.normalized
        ).map(EmailEntry.init)
    }

    /// The addresses of a user, the primary one first; removed ones apart.
    static func all(of userID: Int64, in connection: any SQLConnection) throws -> [EmailEntry] {
        try connection.rows(
            """
            SELECT \(columns) FROM emails WHERE user_id = $1 AND removed_at IS NULL
            ORDER BY is_primary DESC, id
            """, userID
        ).map(EmailEntry.init)
    }

    /// An address of a user by its row's number; refused where it is not theirs or was removed.
    static func required(
        _ id: Int64, of userID: Int64, in connection: any SQLConnection
    ) throws -> EmailEntry {
        let entry = try all(of: userID, in: connection).first { $0.id == id }
        guard let entry else { throw unknown }
        return entry
    }

    static let unknown = Refusal(.emailUnknown, "There is no such address.")

    /// Adds an address to a user; false where they have it, or somebody has it verified, as another
    /// transaction may have seen to meanwhile.
    static func add(
        _ email: EmailAddress, to userID: Int64, isPrimary: Bool, isVerified: Bool,
        at now: Timestamp, _ connection: any SQLConnection
    ) throws -> Bool {
        try connection.run(
            """
            INSERT INTO emails (user_id, address, normalized_address, is_primary, is_verified,
                created_at, verified_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING
            """, userID, email.text, email.normalized, isPrimary, isVerified, now.microseconds,
            isVerified ? now.microseconds : nil) == 1
    }
}

extension [EmailEntry] {
    /// Whether one of the addresses is verified.
    package var hasVerified: Bool { contains(where: \.isVerified) }
}

extension Index {
    /// The addresses of a user, the primary one first.
    package func emails(of user: User) async throws -> [EmailEntry] {
        try await database.read { try EmailEntry.all(of: user.id, in: $0) }
    }
}
