import Database

extension Index {
    /// Refuses uploading to whoever has not yet what this index asks of uploaders: a verified primary
    /// address, a second factor.
    ///
    /// The words are PyPI's, which people find when they search for them.
    package func admitUploader(_ user: User) async throws {
        let (needsEmail, needsFactor) = (settings.needsVerifiedEmail, settings.needsSecondFactor)
        guard needsEmail || needsFactor else { return }
        let (hasEmail, hasFactor) = try await database.read { connection in
            (
                try EmailEntry.all(of: user.id, in: connection)
                    .contains { $0.isPrimary && $0.isVerified },
                try !SecondFactors.of(user.id, in: connection).isEmpty
            )
        }
        guard hasEmail || !needsEmail else {
            throw Refusal(
                .emailUnverified,
                "User '\(user.name)' does not have a verified primary email address. Please add a "
                    + "verified primary email before attempting to upload.",
                help: "Do so at \(site.base)/manage/account/.")
        }
        guard hasFactor || !needsFactor else {
            throw Refusal(
                .secondFactorMissing,
                "User '\(user.name)' does not have two-factor authentication enabled. Please enable "
                    + "two-factor authentication before attempting to upload.",
                help: "Do so at \(site.base)/manage/account/two-factor/.")
        }
    }
}
