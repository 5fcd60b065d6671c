// The mails about API tokens.

extension Mail {
    /// To the token's user: there is a new token.
    ///
    /// The actor is named where it was not the user.
    package static func tokenMade(
        label: String, projects: [String], expires: Timestamp?, by actor: String? = nil,
        _ occasion: MailOccasion
    ) -> Mail {
        Mail(
            "token-made", "A new API token for your account",
            ["The API token '\(shown(label))' was made for your account."],
            details: [
                MailDetail("For", projects.isEmpty ? "everything you may" : list(projects)),
                MailDetail("Ends", expires?.mailText ?? "never"),
            ] + detail("By", actor) + occasion.details,
            link: .account,
            advice: actor == nil
                ? "If this was not you, revoke the token and change your password."
                : "If you did not ask for it, revoke the token and write to those who run the site."
        )
    }

    /// To the token's user: a token works no more.
    ///
    /// The actor is named where it was not the user.
    package static func tokenRevoked(
        label: String, reason: String? = nil, by actor: String? = nil, _ occasion: MailOccasion
    ) -> Mail {
        Mail(
            "token-revoked", "An API token was revoked",
            [
                "The API token '\(shown(label))' was revoked: whatever used it needs a new one."
            ],
            details: detail("Reason", reason) + detail("By", actor) + occasion.details,
            link: .account)
    }

    /// A fact that not every such mail has.
    static func detail(_ label: String, _ value: String?) -> [MailDetail] {
        value.map { [MailDetail(label, $0)] } ?? []
    }

    /// To a project's owners: somebody's token can write to it.
    package static func tokenCanWrite(
        to project: String, label: String, user: String, _ occasion: MailOccasion
    ) -> Mail {
        Mail(
            "token-can-write", "A new API token can write to \(shown(project))",
            [
                "\(shown(user)) has the new API token '\(shown(label))', which can write to "
                    + "\(shown(project)). The project's page of people shows every such token."
            ],
            details: occasion.details, link: .collaborators(of: project))
    }

    static func list(_ names: [String]) -> String {
        let shown = names.prefix(10).map { Mail.shown($0) }.joined(separator: ", ")
        return names.count > 10 ? "\(shown) and \(names.count - 10) more" : shown
    }
}
