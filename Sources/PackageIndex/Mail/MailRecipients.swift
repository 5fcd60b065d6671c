package import Database

/// Whom a mail goes to.
package enum MailRecipients: Sendable, Hashable {
    /// One verified address of a user: the primary one, or the oldest where that is not verified;
    /// none of a user without any.
    case oneVerified(of: Int64)
    /// One address, and whose it is (or was).
    case address(EmailAddress, of: Int64)
    /// Every address at which a user must hear of what touches the account.
    case security(of: Int64)
    /// The owners of a project, each at one verified address, as ``oneVerified(of:)`` chooses it.
    case owners(ofProject: Int64)
    /// The owners and maintainers of a project, chosen alike.
    case collaborators(ofProject: Int64)
}

/// One address that a mail goes to.
package struct MailRecipient: Sendable, Hashable {
    /// The address.
    package let address: String
    /// Whose it is.
    package let userID: Int64
    let userName: String?
    /// Whether it is the user's no more.
    package let wasRemoved: Bool

    init(_ row: SQLRow) throws {
        address = try row.get("address")
        userID = try row.get("user_id")
        userName = try row.get("name")
        wasRemoved = (try row.get("removed_at") as Int64?) != nil
    }

    init(address: String, userID: Int64, userName: String?) {
        self.address = address
        self.userID = userID
        self.userName = userName
        wasRemoved = false
    }
}

extension MailRecipients {
    private static let selection = """
        SELECT emails.address, emails.user_id, emails.removed_at, users.name
        FROM emails JOIN users ON users.id = emails.user_id
        """

    /// The addresses, each once.
    func resolve(at now: Timestamp, _ connection: any SQLConnection) throws -> [MailRecipient] {
        switch self {
        case .oneVerified(let user):
            return try connection.rows(
                """
                \(Self.selection)
                WHERE emails.user_id = $1 AND emails.is_verified = 1 AND emails.removed_at IS NULL
                ORDER BY emails.is_primary DESC, emails.verified_at, emails.id LIMIT 1
                """, user
            ).map(MailRecipient.init)
        case .address(let address, let user):
            let name = try connection.row("SELECT name FROM users WHERE id = $1", user)
            return [
                MailRecipient(
                    address: address.text, userID: user, userName: try name?.get("name"))
            ]
        case .security(let user):
            return try Index.securityNoticeRecipients(of: user, at: now, connection)
        case .owners(let project):
            return try people(of: project, roles: "'owner'", connection)
        case .collaborators(let project):
            return try people(of: project, roles: "'owner', 'maintainer'", connection)
        }
    }

    private func people(
        of project: Int64, roles: String, _ connection: any SQLConnection
    ) throws -> [MailRecipient] {
        try connection.rows(
            """
            \(Self.selection) JOIN roles ON roles.user_id = users.id
            WHERE roles.project_id = $1 AND roles.role IN (\(roles))
              AND users.deleted_at IS NULL
              AND emails.id = (
                SELECT own.id FROM emails AS own
                WHERE own.user_id = users.id AND own.is_verified = 1 AND own.removed_at IS NULL
                ORDER BY own.is_primary DESC, own.verified_at, own.id LIMIT 1)
            ORDER BY users.id
            """, project
        ).map(MailRecipient.init)
    }
}

extension Index {
    /// How long an address that was removed still hears of the account: 24 months.
    static let removedAddressNotices: Duration = .seconds(730 * 24 * 3600)

    /// The addresses at which a user hears of what touches the account: every verified one, and those
    /// that were verified and removed in the last 24 months, so that whoever steals an account cannot
    /// silence its owner.
    ///
    /// An address that was never verified may be anybody's, who would hear of a stranger's account.
    package static func securityNoticeRecipients(
        of user: Int64, at now: Timestamp, _ connection: any SQLConnection
    ) throws -> [MailRecipient] {
        let rows = try connection.rows(
            """
            SELECT emails.address, emails.user_id, emails.removed_at, users.name,
                emails.normalized_address
            FROM emails JOIN users ON users.id = emails.user_id
            WHERE emails.user_id = $1
              AND ((emails.removed_at IS NULL AND is_verified = 1)
                OR (emails.removed_at >= $2 AND verified_at IS NOT NULL))
            ORDER BY CASE WHEN removed_at IS NULL THEN 0 ELSE 1 END, is_primary DESC, emails.id
            """, user, (now - removedAddressNotices).microseconds)
        var seen: Set<String> = []
        return try rows.filter { seen.insert(try $0.get("normalized_address")).inserted }
            .map(MailRecipient.init)
    }
}
