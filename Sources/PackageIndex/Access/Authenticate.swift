import Database
import Logging

extension Index {
    /// Finds out who shows these credentials.
    ///
    /// Every way to be wrong, from a mistyped password to a revoked token, gives the same refusal;
    /// only who holds a genuine token learns that its time is over. What a token may be used for is
    /// a later question.
    package func authenticate(_ credentials: Credentials) async throws -> Principal {
        let principal =
            switch credentials {
            case .password(let name, let password):
                try await authenticate(user: name, password: password)
            case .token(let text):
                try await authenticate(token: text)
            }
        guard let principal, !principal.user.isFrozen else {
            throw Refusal(
                .credentialsInvalid, "Invalid or non-existent authentication information.")
        }
        return principal
    }

    private func authenticate(user name: String, password: String) async throws -> Principal? {
        guard password.utf8.count <= 4096 else { return nil }
        let user = try await database.read { try User.find(name, in: $0) }
        let normalized = (try? UserName(name))?.normalized ?? name
        let isValid = try await passwords.isValid(
            password, of: normalized, for: user?.passwordHash)
        guard isValid, let user else { return nil }
        return Principal(user: user)
    }

    private func authenticate(token text: String) async throws -> Principal? {
        guard let macaroon = try? Macaroon(text: text) else { return nil }
        let now = clock.now()
        let found = try await database.read { connection -> (Token, User)? in
            guard
                let row = try connection.row(
                    "SELECT \(Token.columns) FROM tokens WHERE uid = $1 AND revoked_at IS NULL",
                    macaroon.identifierText)
            else { return nil }
            let token = try Token(row)
            guard let user = try User.find(id: token.userID, in: connection) else { return nil }
            return (token, user)
        }
        guard let (token, user) = found, macaroon.isSigned(with: token.rootKey) else { return nil }
        let caveats = token.caveats + macaroon.caveats.map(Caveat.init(bytes:))
        if let reason = caveats.lazy.compactMap({ $0.refusal(at: now) }).first {
            throw Refusal(.credentialsInvalid, "Invalid API Token: \(reason)")
        }
        await noteUse(of: token, at: now)
        return Principal(user: user, token: PresentedToken(id: token.id, caveats: caveats))
    }

    /// Keeps the time of the last use to the minute, so that reading costs no write; a disk that is
    /// full must not keep readers out.
    private func noteUse(of token: Token, at now: Timestamp) async {
        let limit = now - .seconds(60)
        if let last = token.lastUsedAt, last > limit { return }
        do {
            try await database.write { connection in
                // Of many requests at once only the first changes the row and waits for the disk.
                try connection.run(
                    """
                    UPDATE tokens SET last_used_at = $1
                    WHERE id = $2 AND (last_used_at IS NULL OR last_used_at <= $3)
                    """, now.microseconds, token.id, limit.microseconds)
            }
        } catch {
            logger.warning("the use of a token cannot be noted: \(error)")
        }
    }
}
