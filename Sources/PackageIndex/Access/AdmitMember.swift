import Database

extension Index {
    /// What somebody wants to do with projects.
    package enum MemberWish: String, Sendable {
        /// Publishing a file.
        case upload
        /// Changing a project, or seeing what only its people see.
        case manage = "manage projects"
    }

    /// Refuses uploading and managing to whoever has not yet what this index asks of a project's
    /// people: a verified primary address, a second factor.
    ///
    /// The words are PyPI's, which people find when they search for them.
    package func admitMember(_ user: User, to wish: MemberWish) async throws {
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
                    + "verified primary email before attempting to \(wish.rawValue).",
                help: "Do so at \(site.base)/manage/account/emails/.")
        }
        guard hasFactor || !needsFactor else {
            throw Refusal(
                .secondFactorMissing,
                "User '\(user.name)' does not have two-factor authentication enabled. Please enable "
                    + "two-factor authentication before attempting to \(wish.rawValue).",
                help: "Do so at \(site.base)/manage/account/two-factor/.")
        }
    }
}
