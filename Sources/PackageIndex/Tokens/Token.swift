import Database

/// An API token as the index keeps it: everything but the text that its user holds.
package struct Token: Sendable {
    /// The row's number.
    package let id: Int64
    /// The identifier inside the token's text, a UUID.
    package let uid: String
    /// Whose rights it carries.
    package let userID: Int64
    /// What its user calls it; nil for one that was made by a command.
    package let label: String?
    /// The caveats it was issued with; they hold whatever the presented text says.
    package let caveats: [Caveat]
    /// When it was made.
    package let createdAt: Timestamp
    /// When it ends by itself.
    package let expiresAt: Timestamp?
    /// When it was last used, to the minute.
    package let lastUsedAt: Timestamp?
    /// When it was revoked.
    package let revokedAt: Timestamp?
    let rootKey: [UInt8]

    /// Whether a token opens anything.
    package enum State: String, Sendable {
        /// It does.
        case active
        /// Its time is over.
        case expired
        /// Somebody ended it.
        case revoked
    }

    /// Whether the token opens anything at a moment.
    package func state(at now: Timestamp) -> State {
        if revokedAt != nil { return .revoked }
        return expiresAt.map { $0 <= now } ?? false ? .expired : .active
    }

    /// What may be done with it, whatever its project: every scope where no caveat names scopes.
    package var scopes: Set<TokenScope> {
        caveats.reduce(into: Set(TokenScope.allCases)) { scopes, caveat in
            switch caveat {
            case .scopes(let named): scopes.formIntersection(named)
            case .unreadable: scopes = []
            case .expiration, .projectNames, .projectIDs, .requestUser: break
            }
        }
    }

    /// The normalised names of the projects it is limited to; nil for all of its user's.
    package var projects: [String]? {
        caveats.reduce(into: nil) { names, caveat in
            guard case .projectNames(let named) = caveat else { return }
            names = names.map { known in known.filter(named.contains) } ?? named
        }
    }

    static let columns = """
        id, uid, user_id, label, root_key, caveats, created_at, expires_at, last_used_at, revoked_at
        """

    init(_ row: SQLRow) throws {
        id = try row.get("id")
        uid = try row.get("uid")
        userID = try row.get("user_id")
        label = try row.get("label")
        rootKey = try row.get("root_key")
        createdAt = Timestamp(microseconds: try row.get("created_at"))
        expiresAt = (try row.get("expires_at") as Int64?).map(Timestamp.init(microseconds:))
        lastUsedAt = (try row.get("last_used_at") as Int64?).map(Timestamp.init(microseconds:))
        revokedAt = (try row.get("revoked_at") as Int64?).map(Timestamp.init(microseconds:))
        caveats = try Caveat.list(stored: try row.get("caveats"))
    }
}
