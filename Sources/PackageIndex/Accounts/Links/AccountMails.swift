extension MailOccasion {
    /// An occasion that a client brought about.
    init(_ moment: Timestamp, from client: ClientTrace) {
        self.init(moment, clientAddress: client.address, userAgent: client.userAgent)
    }
}

extension Mail {
    /// To every address: a new password was set by a mailed link, and what ended with the old one.
    static func passwordWasReset(
        tokens: Int, invitations: Int, factors: [String], addresses: [String],
        _ occasion: MailOccasion
    ) -> Mail {
        var ended = ["all sessions", "all browsers that were known"]
        if tokens > 0 { ended.append(tokens == 1 ? "one API token" : "\(tokens) API tokens") }
        if invitations > 0 {
            ended.append(
                invitations == 1 ? "one invitation" : "\(invitations) invitations that you sent")
        }
        return Mail(
            "password-reset-done", "Your password was reset",
            [
                "A new password was set for your account by a mailed link.",
                "These ended with the old one: \(ended.joined(separator: ", ")). Second factors "
                    + "stay, passkeys among them: each is asked after the password and opens the "
                    + "account alone no more.",
                "Look whether the addresses and second factors below are yours, and remove what is "
                    + "not.",
            ],
            details: [
                MailDetail("Addresses", list(addresses)),
                MailDetail("Second factors", factors.isEmpty ? "none" : list(factors)),
            ] + occasion.details,
            link: .account,
            advice: "If this was not you, somebody reads your mail: secure it, then ask for a new "
                + "password and write to those who run the site.")
    }
}
