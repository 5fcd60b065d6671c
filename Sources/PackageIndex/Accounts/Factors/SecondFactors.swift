import Database

/// What a user can show besides a password.
package struct SecondFactors: Sendable {
    /// Whether an authenticator app is set up.
    package let hasAuthenticator: Bool
    /// The security keys and passkeys.
    package let keys: [SecurityKey]
    /// How many recovery codes were proven to be kept and are not used yet.
    package let recoveryCodesLeft: Int

    /// Whether there is none but recovery codes, which count for nothing alone.
    package var isEmpty: Bool { !hasAuthenticator && keys.isEmpty }

    /// What they are called, in a mail that lists them.
    var names: [String] {
        (hasAuthenticator ? ["an authenticator app"] : []) + keys.map(\.label)
    }

    static func of(_ userID: Int64, in connection: any SQLConnection) throws -> SecondFactors {
        let left: Int64? = try connection.row(
            """
            SELECT COUNT(*) AS count FROM recovery_codes
            WHERE user_id = $1 AND proven_at IS NOT NULL AND used_at IS NULL
            """, userID)?.get("count")
        return SecondFactors(
            hasAuthenticator: try connection.row(
                "SELECT 1 AS found FROM authenticators WHERE user_id = $1", userID) != nil,
            keys: try SecurityKey.all(of: userID, in: connection),
            recoveryCodesLeft: Int(left ?? 0))
    }
}

extension Index {
    /// The second factors of a user.
    package func secondFactors(of user: User) async throws -> SecondFactors {
        try await database.read { try SecondFactors.of(user.id, in: $0) }
    }

    /// The names, in lower case, of all users with a second factor.
    package func usersWithSecondFactor() async throws -> Set<String> {
        try await database.read { connection in
            Set(
                try connection.rows(
                    """
                    SELECT normalized_name FROM users
                    WHERE id IN (SELECT user_id FROM authenticators)
                       OR id IN (SELECT user_id FROM security_keys)
                    """
                ).map { try $0.get("normalized_name") })
        }
    }
}
