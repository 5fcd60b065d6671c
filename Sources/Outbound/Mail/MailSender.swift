/// Where mails go out: a mail server, or a folder where none is set.
package protocol MailSender: Sendable {
    /// Hands a mail on and says where it went.
    ///
    /// - Throws: ``MailRefused`` where trying again is no use; any other error where it may be.
    func send(_ message: MailMessage) async throws -> MailReceipt
}

/// Where a mail went.
package enum MailReceipt: Sendable, Hashable {
    /// A mail server has taken it.
    case sent
    /// It is a file at this path.
    case kept(String)
}

/// A mail server will not take a mail, now or later.
package struct MailRefused: Error, Sendable, CustomStringConvertible {
    /// What the server answered, on one line.
    package let answer: String

    /// A refusal in the server's words.
    package init(answer: String) { self.answer = answer }

    package var description: String { "the mail server refused it: \(answer)" }
}

/// A mail could not be handed over this time.
package struct MailNotSent: Error, Sendable, CustomStringConvertible {
    /// What went wrong, without anything of the mail.
    package let reason: String

    package var description: String { "the mail was not sent: \(reason)" }
}
