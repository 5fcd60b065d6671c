import PackageIndex

/// The words for what happened to an account.
enum EventText {
    private static let texts: [EventTag: String] = [
        .accountCreated: "The account was made", .accountDeleted: "The account was deleted",
        .accountRestored: "The account was brought back",
        .accountFrozen: "The account was frozen",
        .accountUnfrozen: "The account was let in again", .signedIn: "Signed in",
        .signInFailed: "A sign-in with a wrong password",
        .newDevice: "A browser became known", .sessionEnded: "A session was ended",
        .emailAdded: "An address was added", .emailRemoved: "An address was removed",
        .emailVerified: "An address was verified",
        .emailPrimaryChanged: "The primary address was changed",
        .passwordChanged: "The password was changed", .passwordReset: "The password was reset",
        .passwordResetRequested: "A new password was asked for",
        .factorAdded: "A second factor was added", .factorRemoved: "A second factor was removed",
        .recoveryCodesMade: "Recovery codes were made",
        .recoveryCodesProven: "A recovery code was typed back",
        .recoveryCodeUsed: "A recovery code was used",
    ]

    static func text(of event: SecurityEvent) -> String {
        event.tag.flatMap { texts[$0] } ?? event.tagText
    }

    /// What more is known, as in `means: passkey`.
    static func detail(of event: SecurityEvent) -> String {
        event.detail.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
            .joined(separator: ", ")
    }
}
