import Database

extension Index {
    /// Ends a token for good, found by its identifier as `token list` prints it.
    package func revokeToken(_ uid: String) async throws {
        let now = clock.now()
        try await database.write { connection in
            let changed = try connection.run(
                "UPDATE tokens SET revoked_at = $1 WHERE uid = $2 AND revoked_at IS NULL",
                now.microseconds, uid)
            guard changed == 0 else { return }
            guard try connection.row("SELECT id FROM tokens WHERE uid = $1", uid) != nil else {
                throw Refusal(.tokenUnknown, "There is no token '\(Shown.short(uid))'.")
            }
        }
    }
}
