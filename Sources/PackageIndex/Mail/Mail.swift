/// What a mail says, before anybody's name or the site's address is in it.
///
/// One value makes both the text and the HTML, by the two templates in `Mail/Templates`, so that
/// they never say different things. A use case writes
///
///     try Mail.passwordChanged(occasion)
///         .enqueue(to: .security(of: user.id), style, at: now, connection)
package struct Mail: Sendable, Hashable {
    /// The name of its kind, as `password-changed`.
    package let kind: String
    /// What it is about; nothing secret, since it stays in the database.
    package let subject: String
    /// What happened, and what that means.
    let paragraphs: [String]
    /// When, where from, and the like.
    let details: [MailDetail]
    /// Where to go.
    let link: MailLink?
    /// What to do if it should not have happened.
    let advice: String?

    init(
        _ kind: String, _ subject: String, _ paragraphs: [String], details: [MailDetail] = [],
        link: MailLink? = nil, advice: String? = nil
    ) {
        self.kind = kind
        self.subject = Self.shown(subject, limit: 200)
        self.paragraphs = paragraphs
        self.details = details
        self.link = link
        self.advice = advice
    }

    /// Text from outside, on one line, short, and nothing that a mail program makes a link of.
    static func shown(_ text: String, limit: Int = 120) -> String {
        Shown.short(text, limit: limit).replacing("://", with: ":/ /")
    }
}

/// A labelled fact in a mail.
struct MailDetail: Sendable, Hashable {
    let label: String
    let value: String

    init(_ label: String, _ value: String) {
        self.label = label
        self.value = Mail.shown(value, limit: 200)
    }
}

/// When and from where something was done, as mails about it tell.
package struct MailOccasion: Sendable, Hashable {
    /// When it was done.
    package let moment: Timestamp
    /// The network address it came from; nil for a command on the server.
    package let clientAddress: String?
    /// What the client called itself.
    package let userAgent: String?

    /// An occasion; a command on the server has neither address nor client.
    package init(_ moment: Timestamp, clientAddress: String? = nil, userAgent: String? = nil) {
        self.moment = moment
        self.clientAddress = clientAddress
        self.userAgent = userAgent
    }

    /// The occasion of a request.
    package init(_ moment: Timestamp, _ trace: ClientTrace) {
        self.init(moment, clientAddress: trace.address, userAgent: trace.userAgent)
    }

    var details: [MailDetail] {
        var details = [MailDetail("When", moment.mailText)]
        if let clientAddress { details.append(MailDetail("From", clientAddress)) }
        if let userAgent { details.append(MailDetail("Program", userAgent)) }
        return details
    }
}

extension Timestamp {
    /// The moment as mails say it: `2026-11-29 15:10 UTC`.
    var mailText: String {
        let text = iso8601Seconds
        return "\(text.prefix(10)) \(text.dropFirst(11).prefix(5)) UTC"
    }
}
