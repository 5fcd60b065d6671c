import Database

extension Index {
    /// Goes on with a sign-in by one of the recovery codes, which is used up.
    package func useRecoveryCode(_ typed: String, in browser: SignInBrowser) async throws
        -> SignInOutcome
    {
        let user = try await countFactorTry(in: browser)
        let now = clock.now()
        return try await database.write { [mailStyle] connection in
            try user.hold(in: connection)
            let pending = try PendingSignIn.find(
                browser.pending, at: .factor, now: now, in: connection)
            let used = try RecoveryCode(typed: typed).map { code in
                try connection.run(
                    """
                    UPDATE recovery_codes SET used_at = $1
                    WHERE user_id = $2 AND code_hash = $3 AND used_at IS NULL
                      AND proven_at IS NOT NULL
                    """, now.microseconds, user.id, code.digest(of: user.uid))
            }
            guard used == 1 else {
                throw Refusal(.factorWrong, "This is none of the recovery codes that are left.")
            }
            let left = try SecondFactors.of(user.id, in: connection).recoveryCodesLeft
            try SecurityEvent.record(
                .recoveryCodeUsed, user: user.id, ["left": "\(left)"], by: user.name,
                from: browser.client, at: now, in: connection)
            try Mail.recoveryCodeUsed(remaining: left, MailOccasion(now, from: browser.client))
                .enqueue(to: .security(of: user.id), mailStyle, at: now, connection)
            return try Self.passFactor(
                pending, of: user, by: .recoveryCode, in: browser, mailStyle, at: now, connection)
        }
    }
}
