import Database
package import PythonPackaging

/// A token that can write to a project, as the project's owners see it; it holds no secret.
package struct ProjectToken: Sendable, Equatable {
    /// Whose it is.
    package let user: String
    /// What its user calls it.
    package let label: String?
    /// What may be done with it.
    package let scopes: Set<TokenScope>
    /// Whether it is limited to certain projects, this one among them.
    package let isLimitedToProjects: Bool
    /// When it was made.
    package let createdAt: Timestamp
    /// When it ends by itself.
    package let expiresAt: Timestamp?
    /// When it was last used, for whatever project, to the minute.
    package let lastUsedAt: Timestamp?
}

extension Index {
    /// A user's tokens, oldest first, the revoked among them; for the owner of the machine.
    package func tokens(of userName: String) async throws -> [Token] {
        try await database.read { connection in
            let user = try User.required(userName, in: connection)
            return try connection.rows(
                "SELECT \(Token.columns) FROM tokens WHERE user_id = $1 ORDER BY id", user.id
            ).map(Token.init)
        }
    }

    /// The requester's tokens that are not revoked, newest first.
    package func ownTokens(of requester: Requester) async throws -> [Token] {
        let user = try requester.ownAccount(at: clock.now())
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT \(Token.columns) FROM tokens
                WHERE user_id = $1 AND revoked_at IS NULL ORDER BY id DESC
                """, user.id
            ).map(Token.init)
        }
    }

    /// A token of the requester's that is not revoked, by its identifier.
    package func ownToken(_ uid: String, of requester: Requester) async throws -> Token {
        guard let token = try await ownTokens(of: requester).first(where: { $0.uid == uid }) else {
            throw Token.unknown(uid)
        }
        return token
    }

    /// Every token that can upload to a project or manage it, whosever it is, by its user's name;
    /// for the project's owners.
    package func tokensWriting(
        to name: ProjectName, by requester: Requester
    ) async throws -> [ProjectToken] {
        let now = clock.now()
        return try await database.read { connection in
            let project = try Project.managed(name, by: requester, at: now, in: connection)
            var tokens: [ProjectToken] = []
            try connection.forEachRow(
                """
                SELECT tokens.id, tokens.uid, tokens.user_id, tokens.label, tokens.root_key,
                    tokens.caveats, tokens.created_at, tokens.expires_at, tokens.last_used_at,
                    tokens.revoked_at, users.name AS user_name, users.uid AS user_uid, roles.role
                FROM roles JOIN users ON users.id = roles.user_id
                JOIN tokens ON tokens.user_id = users.id
                WHERE roles.project_id = $1 AND tokens.revoked_at IS NULL
                  AND users.is_frozen = 0 AND users.deleted_at IS NULL
                ORDER BY users.normalized_name, tokens.id
                """, arguments: [project.id.sqlValue]
            ) { row in
                let token = try Token(row)
                guard let role = ProjectRole(rawValue: try row.get("role")) else { return }
                let user: String = try row.get("user_uid")
                let scopes = token.caveats.scopes(
                    writingTo: project, as: role, user: user, at: now)
                guard !scopes.isEmpty else { return }
                tokens.append(
                    ProjectToken(
                        user: try row.get("user_name"), label: token.label, scopes: scopes,
                        isLimitedToProjects: token.caveats.contains(where: \.isAboutProjects),
                        createdAt: token.createdAt, expiresAt: token.expiresAt,
                        lastUsedAt: token.lastUsedAt))
            }
            return tokens
        }
    }
}

extension [Caveat] {
    /// What may be changed in a project with a token of these caveats, as far as the index knows: its
    /// holder may have restricted it further.
    func scopes(
        writingTo project: Project, as role: ProjectRole, user: String, at now: Timestamp
    ) -> Set<TokenScope> {
        let possible: [TokenScope] =
            switch role {
            case .owner: [.upload, .manage]
            case .maintainer: [.upload]
            case .reader: []
            }
        return Set(
            possible.filter { scope in
                let context = TokenContext(
                    now: now.seconds, userID: user, projectName: project.normalizedName,
                    projectID: project.uid, scope: scope)
                return allSatisfy { $0.refusal(in: context) == nil }
            })
    }
}
