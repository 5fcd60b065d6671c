import Foundation

/// A place on the site that a mail leads to.
///
/// Only the path: the address before it is the configured one, never that of a request.
struct MailLink: Sendable, Hashable {
    let label: String
    let path: String

    private init(_ label: String, _ path: String) {
        self.label = label
        self.path = path
    }

    private init(_ label: String, _ path: String, secret: String) {
        self.init(label, "\(path)?token=\(Self.escaped(secret))")
    }

    static func verifyEmail(_ secret: String) -> MailLink {
        MailLink("Verify this address", "/account/verify-email/", secret: secret)
    }

    static func resetPassword(_ secret: String) -> MailLink {
        MailLink("Choose a new password", "/account/reset-password/", secret: secret)
    }

    static func confirmSignIn(_ secret: String) -> MailLink {
        MailLink("Confirm this sign-in", "/account/confirm-login/", secret: secret)
    }

    static func restoreAccount(_ secret: String) -> MailLink {
        MailLink("Bring the account back", "/account/restore/", secret: secret)
    }

    static let requestReset = MailLink("Ask for a new password", "/account/request-password-reset/")
    static let account = MailLink("Your account", "/manage/account/")
    static let invitations = MailLink("Answer the invitation", "/manage/projects/")
    static let projects = MailLink("Your projects", "/manage/projects/")

    static func project(_ name: String) -> MailLink {
        MailLink("The project", "/project/\(escaped(name))/")
    }

    static func management(of name: String) -> MailLink {
        MailLink("Manage the project", "/manage/project/\(escaped(name))/settings/")
    }

    static func collaborators(of name: String) -> MailLink {
        MailLink("Its people", "/manage/project/\(escaped(name))/collaboration/")
    }

    private static func escaped(_ text: String) -> String {
        text.addingPercentEncoding(
            withAllowedCharacters: .alphanumerics.intersection(
                CharacterSet(charactersIn: "\u{21}"..."\u{7E}")
            ).union(CharacterSet(charactersIn: "-._~"))) ?? ""
    }
}
