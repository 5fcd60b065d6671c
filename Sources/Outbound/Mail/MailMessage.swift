package import Foundation

/// A mail to one address, as text and as HTML.
package struct MailMessage: Sendable {
    /// What tells the mail from every other; the same when it is sent again.
    package let id: String
    /// When it was written.
    package let date: Date
    /// Who it is from.
    package let sender: Mailbox
    /// Whom it goes to.
    package let recipient: Mailbox
    /// What it is about.
    package let subject: String
    /// The body for programs that show text.
    package let text: String
    /// The body for programs that show HTML.
    package let html: String

    /// A mail of these parts; the identifier is letters, digits and hyphens.
    package init(
        id: String, date: Date, sender: Mailbox, recipient: Mailbox, subject: String, text: String,
        html: String
    ) {
        self.id = String(id.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
        self.date = date
        self.sender = sender
        self.recipient = recipient
        self.subject = subject
        self.text = text
        self.html = html
    }
}
