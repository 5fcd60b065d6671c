import CheeseboardTesting
import Database
import PackageIndex
import WebServer

/// Everyone who may come with a request, as far as access is concerned.
enum Caller: String, CaseIterable, Sendable {
    // Tools, by the field Authorization.
    case anonymous, wrong, frozen, outsider, uploadToken, otherToken, readToken, reader, maintainer
    case owner, administrator
    // People, by a session.
    case frozenPerson, outsidePerson, readingPerson, maintainingPerson, staleOwner, owningPerson
    case administeringPerson

    /// The caller as `docs/ACCESS.md` names it.
    var title: String {
        switch self {
        case .anonymous: "no credentials"
        case .wrong: "wrong credentials"
        case .frozen: "frozen user"
        case .outsider: "user without role"
        case .uploadToken: "owner, `upload` token"
        case .otherToken: "owner, token of another project"
        case .readToken: "owner, `read` token"
        case .reader: "reader"
        case .maintainer: "maintainer"
        case .owner: "owner"
        case .administrator: "administrator without role"
        case .frozenPerson: "signed in, frozen since"
        case .outsidePerson: "signed in, no role"
        case .readingPerson: "signed in, reader"
        case .maintainingPerson: "signed in, maintainer"
        case .staleOwner: "signed in, owner, proof too old"
        case .owningPerson: "signed in, owner"
        case .administeringPerson: "signed in, administrator without role"
        }
    }

    /// Whether it is a browser with a session.
    var isPerson: Bool {
        switch self {
        case .frozenPerson, .outsidePerson, .readingPerson, .maintainingPerson, .staleOwner,
            .owningPerson, .administeringPerson:
            true
        default: false
        }
    }

    /// What the caller counts as on a route: pages know no tokens, tools no sessions.
    func seen(by route: Route) -> Caller {
        isPerson == (route.refusalForm == .page) ? self : .anonymous
    }

    /// Whose session a person has.
    var userName: String? {
        switch self {
        case .frozenPerson: "fritz"
        case .outsidePerson: "oscar"
        case .readingPerson: "rita"
        case .maintainingPerson: "maria"
        case .staleOwner, .owningPerson: "alice"
        case .administeringPerson: "ada"
        default: nil
        }
    }

    /// Makes the users and their roles in the projects; alice owns what is published.
    static func addUsers(to test: TestIndex, projects: [String]) async throws {
        for name in ["maria", "rita", "ruth", "oscar", "fritz"] { try await test.addUser(name) }
        try await test.addUser("ada", isAdmin: true)
        try await giveRoles(in: test, projects: projects)
    }

    /// Gives everyone the roles that they are to have, whatever they have.
    static func giveRoles(in test: TestIndex, projects: [String]) async throws {
        try await test.database.write { connection in
            for project in projects {
                for (user, role) in [
                    ("alice", "owner"), ("maria", "maintainer"), ("rita", "reader"),
                    ("ruth", "reader"),
                ] {
                    try connection.run(
                        """
                        INSERT INTO roles (project_id, user_id, role, created_at)
                        SELECT projects.id, users.id, $1, 0 FROM projects, users
                        WHERE projects.normalized_name = $2 AND users.name = $3
                        ON CONFLICT (project_id, user_id) DO UPDATE SET role = excluded.role
                        """, role, project, user)
                }
            }
        }
    }

    /// The field `Authorization` of each tool, by its token.
    static func authorizations(in test: TestIndex) async throws -> [Caller: String] {
        let tokens: [Caller: String] = [
            .frozen: try await test.token(of: "fritz"),
            .outsider: try await test.token(of: "oscar"),
            .reader: try await test.token(of: "rita"),
            .maintainer: try await test.token(of: "maria"), .owner: try await test.token(),
            .readToken: try await test.token(scopes: [.read]),
            .uploadToken: try await test.token(scopes: [.upload]),
            .otherToken: try await test.token(for: ["other"]), .wrong: "cheeseboard-wrong",
            .administrator: try await test.token(of: "ada"),
        ]
        try await test.index.freezeUser("fritz")
        return tokens.mapValues { "Bearer \($0)" }
    }

    /// Opens a session for a person, as signing in does; nil for tools.
    func openSession(in test: TestIndex) async throws -> BearerSecret? {
        guard let userName else { return nil }
        let secret = BearerSecret()
        let now = test.clock.now()
        let proven = self == .staleOwner ? now - .seconds(31 * 60) : now
        try await test.database.write { connection in
            try connection.run(
                """
                INSERT INTO sessions (uid, secret_hash, user_id, created_at, last_seen_at,
                    expires_at, proven_at)
                SELECT $1, $1, id, $2, $2, $3, $4 FROM users WHERE name = $5
                """, secret.digest, now.microseconds, (now + .seconds(3600)).microseconds,
                proven.microseconds, userName)
        }
        return secret
    }
}
