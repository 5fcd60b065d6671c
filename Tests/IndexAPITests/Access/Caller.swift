import CheeseboardTesting
import Database
import PackageIndex

/// Everyone who may come with a request, as far as access is concerned.
enum Caller: String, CaseIterable, Sendable {
    case anonymous, wrong, frozen, outsider, uploadToken, otherToken, readToken, maintainer, owner

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
        case .maintainer: "maintainer"
        case .owner: "owner"
        }
    }

    /// Makes the users, their roles in the projects and their tokens; alice owns what is published.
    static func authorizations(
        in test: TestIndex, projects: [String]
    ) async throws -> [Caller: String] {
        for name in ["maria", "oscar", "fritz"] { try await test.addUser(name) }
        try await test.database.write { connection in
            for project in projects {
                try connection.run(
                    """
                    INSERT INTO roles (project_id, user_id, role, created_at)
                    SELECT projects.id, users.id, 'maintainer', 0 FROM projects, users
                    WHERE projects.normalized_name = $1 AND users.name = 'maria'
                    """, project)
            }
        }
        let tokens: [Caller: String] = [
            .frozen: try await test.token(of: "fritz"),
            .outsider: try await test.token(of: "oscar"),
            .maintainer: try await test.token(of: "maria"), .owner: try await test.token(),
            .readToken: try await test.token(scopes: [.read]),
            .uploadToken: try await test.token(scopes: [.upload]),
            .otherToken: try await test.token(for: ["other"]), .wrong: "cheeseboard-wrong",
        ]
        try await test.index.freezeUser("fritz")
        return tokens.mapValues { "Bearer \($0)" }
    }
}
