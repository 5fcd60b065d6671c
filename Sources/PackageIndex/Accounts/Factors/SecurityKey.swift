import Database

/// A security key or passkey of a user.
package struct SecurityKey: Sendable, Hashable {
    /// The stable public identifier, a UUID.
    package let uid: String
    /// What its user calls it.
    package let label: String
    /// Whether it signs in by itself, without name and password.
    package let isPasskey: Bool
    /// When it was added.
    package let createdAt: Timestamp
    /// When it was last used.
    package let lastUsedAt: Timestamp?

    let id: Int64
    let userID: Int64
    let credentialID: String
    let publicKey: [UInt8]
    let signCount: Int64

    static let notAccepted = Refusal(.factorWrong, "This security key is not accepted here.")

    private static let columns = """
        id, uid, user_id, label, credential_id, public_key, sign_count, is_passkey, created_at,
        last_used_at
        """

    private init(_ row: SQLRow) throws {
        id = try row.get("id")
        uid = try row.get("uid")
        userID = try row.get("user_id")
        label = try row.get("label")
        credentialID = try row.get("credential_id")
        publicKey = try row.get("public_key")
        signCount = try row.get("sign_count")
        isPasskey = try row.get("is_passkey")
        createdAt = Timestamp(microseconds: try row.get("created_at"))
        lastUsedAt = (try row.get("last_used_at") as Int64?).map(Timestamp.init(microseconds:))
    }

    static func all(of userID: Int64, in connection: any SQLConnection) throws -> [SecurityKey] {
        try connection.rows(
            "SELECT \(columns) FROM security_keys WHERE user_id = $1 ORDER BY id", userID
        ).map(SecurityKey.init)
    }

    static func find(
        credential id: String, in connection: any SQLConnection
    ) throws -> SecurityKey? {
        try connection.row("SELECT \(columns) FROM security_keys WHERE credential_id = $1", id)
            .map(SecurityKey.init)
    }

    /// Leaves of a user's passkeys security keys, which are asked after the password: whoever added
    /// one to somebody else's account comes in by it no more.
    static func endPasskeys(of userID: Int64, in connection: any SQLConnection) throws {
        try connection.run("UPDATE security_keys SET is_passkey = 0 WHERE user_id = $1", userID)
    }

    /// Refuses an answer that is not this key's, and keeps the counter of one that is.
    func check(
        _ assertion: CredentialAssertion, challenge: String, party: RelyingParty,
        needsVerification: Bool, at now: Timestamp, in connection: any SQLConnection
    ) throws {
        let count: Int64
        do {
            count = try assertion.verify(
                challenge: Challenge.bytes(challenge), party: party, publicKey: publicKey,
                signCount: signCount, needsVerification: needsVerification)
        } catch {
            throw Refusal(.factorWrong, "The security key's answer is not accepted: \(error).")
        }
        // Two answers at once cannot both raise the counter.
        let changed = try connection.run(
            """
            UPDATE security_keys SET sign_count = $1, last_used_at = $2
            WHERE id = $3 AND sign_count = $4
            """, count, now.microseconds, id, signCount)
        guard changed == 1 else { throw Self.notAccepted }
    }
}
