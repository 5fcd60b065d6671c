import Database
import Logging

extension Index {
    /// Finds out who shows these credentials.
    ///
    /// Every way to be wrong, from a mistyped password to a revoked token, gives the same refusal;
    /// only who holds a genuine token learns that its time is over. What a token may be used for is
    /// a later question.
    ///
    /// A password alone opens nothing where its user has a second factor.
    package func authenticate(
        _ credentials: Credentials, from client: ClientTrace = .local
    ) async throws -> Principal {
        let principal =
            switch credentials {
            case .password(let name, let password):
                try await authenticate(user: name, password: password, from: client)
            case .token(let text):
                try await authenticate(token: text)
            }
        guard let principal, !principal.user.isFrozen, principal.user.deletedAt == nil else {
            throw Refusal(
                .credentialsInvalid, "Invalid or non-existent authentication information.")
        }
        return principal
    }

    private func authenticate(
        user name: String, password: String, from client: ClientTrace
    ) async throws -> Principal? {
        // Only wrong ones are counted: installers show the right one many times a second.
        let name = String(name.trimmingWhitespace)
        let limits: [(RateLimit, caller: String)] = [
            (.passwordsByAddress, client.rateKey),
            (.passwordsByUser, RateLimit.caller(named: name, from: client)),
        ]
        let guess = guesses.begin(
            password, of: name, by: limits.map { "\($0.0.bucket) \($0.caller)" })
        defer { guesses.end(guess) }
        try await expectTriesLeft(limits, besides: guess.others)
        guard let user = try await userWithPassword(name, password) else {
            try await countTry(limits)
            return nil
        }
        guard try await secondFactors(of: user).isEmpty else {
            throw Refusal(
                .secondFactorNeeded,
                "The account has a second factor, so that its password alone opens nothing here.")
        }
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

extension RateLimit {
    static let passwordsByAddress = RateLimit("passwords by address", 20, in: .seconds(300))
    static let passwordsByUser = RateLimit("passwords by user", 20, in: .seconds(300))
}
