import Database
package import PythonPackaging

/// What a new token is to be good for.
package struct TokenRequest: Sendable {
    /// The projects it is limited to; none means all of its user's.
    package var projects: [ProjectName]
    /// What may be done with it.
    package var scopes: Set<TokenScope>
    /// How long it lasts; nil means until it is revoked.
    package var lifetime: Duration?

    /// A token for uploading, unless said otherwise.
    package init(
        projects: [ProjectName] = [], scopes: Set<TokenScope> = [.upload], lifetime: Duration? = nil
    ) {
        self.projects = projects
        self.scopes = scopes
        self.lifetime = lifetime
    }
}

extension Index {
    /// Makes a token for a user and hands back its text, which is shown this once.
    ///
    /// A project may be named before it exists. One that exists is also bound by its identifier,
    /// so that the token dies with it.
    package func issueToken(to userName: String, _ request: TokenRequest) async throws -> String {
        let now = clock.now()
        let expiry = request.lifetime.map { now + $0 }
        let uid = Identifier.random()
        let rootKey = (0..<32).map { _ in UInt8.random(in: .min ... .max) }
        let names = request.projects.map(\.normalized)
        let caveats = try await database.write { connection in
            let user = try User.required(userName, in: connection)
            var caveats = [Caveat.requestUser(user.uid), .scopes(request.scopes)]
            if !names.isEmpty {
                caveats.append(.projectNames(names))
                let uids = try names.compactMap { try Project.find($0, in: connection)?.uid }
                if uids.count == names.count { caveats.append(.projectIDs(uids)) }
            }
            if let expiry {
                caveats.append(.expiration(expiresAt: expiry.seconds, notBefore: now.seconds))
            }
            try connection.run(
                """
                INSERT INTO tokens (uid, user_id, root_key, caveats, created_at, expires_at)
                VALUES ($1, $2, $3, $4, $5, $6)
                """,
                uid, user.id, rootKey, Caveat.stored(caveats), now.microseconds,
                expiry?.microseconds)
            return caveats
        }
        return Macaroon.mint(
            location: "cheeseboard", identifier: uid, rootKey: rootKey,
            caveats: caveats.map(\.bytes)
        ).text
    }
}
