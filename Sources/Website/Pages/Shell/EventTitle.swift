import PackageIndex

extension SecurityEvent {
    /// What happened, in words; the tag itself where only a newer version knows it.
    var title: String { tag?.title ?? tagText }
}

extension EventTag {
    /// What happened, in the words of the histories of accounts and projects.
    fileprivate var title: String {
        switch self {
        case .accountCreated: "The account was made"
        case .accountDeleted: "The account was deleted"
        case .accountRestored: "The account was brought back"
        case .accountFrozen: "The account was frozen"
        case .accountUnfrozen: "The account was let in again"
        case .signedIn: "Signed in"
        case .signInFailed: "A sign-in with a wrong password"
        case .newDevice: "A browser became known"
        case .sessionEnded: "A session was ended"
        case .emailAdded: "An address was added"
        case .emailRemoved: "An address was removed"
        case .emailVerified: "An address was verified"
        case .emailPrimaryChanged: "The primary address was changed"
        case .passwordChanged: "The password was changed"
        case .passwordReset: "The password was reset"
        case .passwordResetRequested: "A new password was asked for"
        case .factorAdded: "A second factor was added"
        case .factorRemoved: "A second factor was removed"
        case .recoveryCodesMade: "Recovery codes were made"
        case .recoveryCodesProven: "A recovery code was typed back"
        case .recoveryCodeUsed: "A recovery code was used"
        case .tokenAdded: "A token was made"
        case .tokenRemoved: "A token was revoked"
        case .roleAdded: "Person added"
        case .roleChanged: "Role changed"
        case .roleRemoved: "Person removed"
        case .roleLeft: "Person left"
        case .roleInvited: "Person invited"
        case .invitationDeclined: "Invitation declined"
        case .invitationRevoked: "Invitation taken back"
        case .roleChangeAsked: "Change of an owner’s role asked for"
        case .roleChangeCancelled: "Change of an owner’s role cancelled"
        case .projectTransferred: "Project transferred"
        case .projectTokenAdded: "Token made for the project"
        case .projectTokenRemoved: "Token for the project revoked"
        case .projectCreated: "Project created"
        case .nameResembles: "Name resembles another"
        case .projectRemoved: "Project deleted"
        case .projectRestored: "Project brought back"
        case .archived: "Archived"
        case .unarchived: "Archiving ended"
        case .deprecated: "Marked as deprecated"
        case .undeprecated: "No longer deprecated"
        case .quarantined: "Quarantined"
        case .unquarantined: "Quarantine ended"
        case .visibilityChanged: "Visibility changed"
        case .limitsChanged: "Limits changed"
        case .nameProhibited: "Name prohibited"
        case .nameAllowed: "Name allowed again"
        case .releaseAdded: "Release published"
        case .releaseRemoved: "Release deleted"
        case .releaseRestored: "Release brought back"
        case .releaseYanked: "Release yanked"
        case .releaseUnyanked: "Yank of a release taken back"
        case .fileRemoved: "File deleted"
        case .fileRestored: "File brought back"
        case .fileYanked: "File yanked"
        case .fileUnyanked: "Yank of a file taken back"
        }
    }
}
