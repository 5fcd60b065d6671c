// The mails about API tokens.

extension Mail {
    /// To the token's user: there is a new token.
    package static func tokenMade(
        label: String, projects: [String], expires: Timestamp?, _ occasion: MailOccasion
    ) -> Mail {
        Mail(
            "token-made", "A new API token for your account",
            ["The API token '\(shown(label))' was made for your account."],
            details: [
                MailDetail("For", projects.isEmpty ? "everything you may" : list(projects)),
                MailDetail("Ends", expires?.mailText ?? "never"),
            ] + occasion.details,
            link: .account,
            advice: "If this was not you, revoke the token and change your password.")
    }

    /// To the token's user: a token works no more.
    package static func tokenRevoked(
        label: String, reason: String? = nil, _ occasion: MailOccasion
    ) -> Mail {
        Mail(
            "token-revoked", "An API token was revoked",
            [
                "The API token '\(shown(label))' was revoked: whatever used it needs a new one."
            ],
            details: (reason.map { [MailDetail("Reason", $0)] } ?? []) + occasion.details,
            link: .account)
    }

    /// To a project's owners: somebody's token can write to it.
    package static func tokenCanWrite(
        to project: String, label: String, user: String, _ occasion: MailOccasion
    ) -> Mail {
        Mail(
            "token-can-write", "A new API token can write to \(shown(project))",
            [
                "\(shown(user)) made the API token '\(shown(label))', which can write to "
                    + "\(shown(project)). The project's page of people shows every such token."
            ],
            details: occasion.details, link: .collaborators(of: project))
    }

    static func list(_ names: [String]) -> String {
        let shown = names.prefix(10).map { Mail.shown($0) }.joined(separator: ", ")
        return names.count > 10 ? "\(shown) and \(names.count - 10) more" : shown
    }
}
