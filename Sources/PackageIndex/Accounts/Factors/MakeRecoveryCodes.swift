import Database

extension Index {
    /// Makes a set of recovery codes that is to take the place of the one before, and hands them
    /// back: they are shown this once.
    ///
    /// The password is asked anew, however lately it was shown. The codes work once one of them was
    /// typed back, see ``proveRecoveryCodes(_:in:from:)``; until then those before them do, so that
    /// nobody who gives up on the way is left without any.
    package func makeRecoveryCodes(
        in session: Session, password: String, from client: ClientTrace
    ) async throws -> [RecoveryCode] {
        try await proveSession(session, password: password, from: client)
        let codes = (0..<RecoveryCode.countInSet).map { _ in RecoveryCode() }
        let user = session.user
        let now = clock.now()
        try await database.write { [mailStyle] connection in
            try session.hold(in: connection)
            try connection.run(
                "DELETE FROM recovery_codes WHERE user_id = $1 AND proven_at IS NULL", user.id)
            for code in codes {
                try connection.run(
                    """
                    INSERT INTO recovery_codes (user_id, code_hash, created_at)
                    VALUES ($1, $2, $3)
                    """, user.id, code.digest(of: user.uid), now.microseconds)
            }
            try SecurityEvent.record(
                .recoveryCodesMade, user: user.id, by: user.name, from: client, at: now,
                in: connection)
            try Mail.recoveryCodesMade(MailOccasion(now, from: client))
                .enqueue(to: .security(of: user.id), mailStyle, at: now, connection)
        }
        return codes
    }

    /// Whether recovery codes were made of which none was typed back yet.
    package func hasUnprovenRecoveryCodes(_ user: User) async throws -> Bool {
        try await database.read { connection in
            try connection.row(
                """
                SELECT 1 AS found FROM recovery_codes
                WHERE user_id = $1 AND used_at IS NULL AND proven_at IS NULL
                LIMIT 1
                """, user.id) != nil
        }
    }

    /// Takes one of the new recovery codes as the proof that all were kept; it is used up by that,
    /// and those before them are gone.
    package func proveRecoveryCodes(
        _ typed: String, in session: Session, from client: ClientTrace
    ) async throws {
        let user = session.user
        let limits = RateLimit.factorTries(of: user, from: client)
        try await countTry(limits)
        let now = clock.now()
        try await database.write { connection in
            try session.hold(in: connection)
            let used = try RecoveryCode(typed: typed).map { code in
                try connection.run(
                    """
                    UPDATE recovery_codes SET used_at = $1
                    WHERE user_id = $2 AND code_hash = $3 AND used_at IS NULL
                      AND proven_at IS NULL
                    """, now.microseconds, user.id, code.digest(of: user.uid))
            }
            guard used == 1 else {
                throw Refusal(.factorWrong, "This is none of the recovery codes just made.")
            }
            try Self.giveTryBack(limits, at: now, in: connection)
            try connection.run(
                "DELETE FROM recovery_codes WHERE user_id = $1 AND proven_at IS NOT NULL", user.id)
            try connection.run(
                "UPDATE recovery_codes SET proven_at = $1 WHERE user_id = $2 AND proven_at IS NULL",
                now.microseconds, user.id)
            try SecurityEvent.record(
                .recoveryCodesProven, user: user.id, by: user.name, from: client, at: now,
                in: connection)
        }
    }

    /// Refuses a new second factor to whoever could be locked out by losing it.
    static func expectRecoveryCodes(of user: User, in connection: any SQLConnection) throws {
        guard try SecondFactors.of(user.id, in: connection).recoveryCodesLeft > 0 else {
            throw Refusal(
                .recoveryCodesMissing, "A second factor needs recovery codes that you have kept.")
        }
    }
}
