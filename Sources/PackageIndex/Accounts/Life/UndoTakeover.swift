import Database

extension Index {
    /// Takes back what whoever deleted an account may have done to it before: what protects it that
    /// was added in that time goes, and the addresses that were removed in it are back.
    ///
    /// Where no address is older than that, as in a young account, the addresses stay as they are:
    /// none is its owner's rather than another.
    static func undoTakeover(
        of userID: Int64, since start: Timestamp, in connection: any SQLConnection
    ) throws {
        for table in ["authenticators", "security_keys", "recovery_codes"] {
            try connection.run(
                "DELETE FROM \(table) WHERE user_id = $1 AND created_at >= $2", userID,
                start.microseconds)
        }
        let kept = try connection.row(
            "SELECT id FROM emails WHERE \(isKept) LIMIT 1", userID, start.microseconds)
        guard kept != nil else { return }
        try connection.run(
            "DELETE FROM emails WHERE user_id = $1 AND (created_at >= $2 OR verified_at >= $2)",
            userID, start.microseconds)
        try connection.run(
            """
            UPDATE emails SET removed_at = NULL
            WHERE id IN (
                SELECT MAX(id) FROM emails WHERE removed_at IS NOT NULL AND \(isKept)
                AND NOT EXISTS (
                    SELECT 1 FROM emails AS others
                    WHERE others.normalized_address = emails.normalized_address
                      AND others.user_id = $1 AND others.removed_at IS NULL)
                GROUP BY normalized_address)
            """, userID, start.microseconds)
        try connection.run(
            """
            UPDATE emails SET is_primary = 1
            WHERE id = (
                SELECT id FROM emails
                WHERE user_id = $1 AND removed_at IS NULL AND is_verified = 1
                ORDER BY verified_at, id LIMIT 1)
              AND NOT EXISTS (
                SELECT 1 FROM emails WHERE user_id = $1 AND removed_at IS NULL AND is_primary = 1)
            """, userID)
    }

    /// The condition for addresses of the user `$1` that were verified before `$2`, were not removed
    /// before it, and are verified for nobody else meanwhile.
    private static let isKept = """
        user_id = $1 AND is_verified = 1 AND verified_at < $2
        AND (removed_at IS NULL OR removed_at >= $2)
        AND NOT EXISTS (
            SELECT 1 FROM emails AS taken
            WHERE taken.normalized_address = emails.normalized_address
              AND taken.user_id <> $1 AND taken.is_verified = 1 AND taken.removed_at IS NULL)
        """
}
