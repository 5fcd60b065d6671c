import Database

extension EmailEntry {
    /// The address of a user that was verified by a moment long ago, where there is one: the wanted
    /// one if it is among them, else the primary one, else the oldest.
    ///
    /// One that was removed in the last 24 months counts where none that is left does: whoever puts an
    /// address of their own into the owner's place gains nothing by it at once. One that is
    /// somebody else's by now does not.
    static func longStanding(
        of userID: Int64, verifiedBy moment: Timestamp, preferring wanted: String,
        at now: Timestamp, in connection: any SQLConnection
    ) throws -> EmailEntry? {
        try connection.row(
            """
            SELECT \(columns) FROM emails
            WHERE user_id = $1 AND is_verified = 1 AND verified_at <= $2
              AND (removed_at IS NULL OR removed_at >= $3 AND NOT EXISTS (
                SELECT 1 FROM emails AS taken
                WHERE taken.normalized_address = emails.normalized_address
                  AND taken.user_id <> $1 AND taken.is_verified = 1
                  AND taken.removed_at IS NULL))
            ORDER BY CASE WHEN removed_at IS NULL THEN 0 ELSE 1 END,
                CASE WHEN normalized_address = $4 THEN 0 ELSE 1 END,
                is_primary DESC, verified_at, id LIMIT 1
            """, userID, moment.microseconds,
            (now - Index.removedAddressNotices).microseconds, wanted.lowercased()
        ).map(EmailEntry.init)
    }

    /// Whose verified address it was last, where it was removed in the last 24 months.
    static func lastHolder(
        of email: EmailAddress, at now: Timestamp, _ connection: any SQLConnection
    ) throws -> Int64? {
        try connection.row(
            """
            SELECT user_id FROM emails
            WHERE normalized_address = $1 AND verified_at IS NOT NULL AND removed_at >= $2
            ORDER BY removed_at DESC, id DESC LIMIT 1
            """, email.normalized, (now - Index.removedAddressNotices).microseconds
        )?.get("user_id")
    }
}

extension Index {
    /// Refuses a new second factor to whoever has no verified address.
    ///
    /// A sign-in with a code from a new browser is confirmed by mail: of an address that was mistyped
    /// a stranger would get that mail, and its owner could not sign in. Addresses of accounts that a
    /// command or the setup link makes are verified from the beginning, see `Index.addUser`.
    static func expectVerifiedAddress(
        of user: User, in connection: any SQLConnection
    ) throws {
        guard try EmailEntry.all(of: user.id, in: connection).hasVerified else {
            throw Refusal(
                .emailUnverified, "A second factor needs an e-mail address that is verified.",
                help: "Open the link in the mail that was sent to yours, or add another address.")
        }
    }
}
