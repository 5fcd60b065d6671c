import Mustache

/// Makes a mail's two bodies by the templates that ship inside the program.
struct MailRenderer: Sendable {
    private let library: MustacheLibrary

    /// Compiled once.
    static let shared = Result { try MailRenderer() }

    private init() throws {
        func template(_ bytes: [UInt8]) throws -> MustacheTemplate {
            try MustacheTemplate(string: String(decoding: bytes, as: UTF8.self))
        }
        library = MustacheLibrary(templates: [
            "text": try template(PackageResources.mailText_mustache),
            "html": try template(PackageResources.mailHTML_mustache),
        ])
    }

    func bodies(
        of mail: Mail, for recipient: MailRecipient, _ style: MailStyle
    ) throws -> (text: String, html: String) {
        let model = MailModel(mail, for: recipient, style)
        guard let text = library.render(model, withTemplate: "text"),
            let html = library.render(model, withTemplate: "html")
        else { throw MailTemplateMissing() }
        return (text, html)
    }
}

/// What the templates show.
private struct MailModel {
    struct Link {
        let label: String
        let address: String
    }

    let subject: String
    let name: String
    let paragraphs: [String]
    let hasDetails: Bool
    let details: [MailDetail]
    let link: Link?
    let advice: String?
    let siteName: String
    let site: String
    let reason: String

    init(_ mail: Mail, for recipient: MailRecipient, _ style: MailStyle) {
        subject = mail.subject
        name = recipient.userName ?? "there"
        paragraphs = mail.paragraphs
        hasDetails = !mail.details.isEmpty
        details = mail.details
        link = mail.link.map { Link(label: $0.label, address: style.site + $0.path) }
        advice = mail.advice
        siteName = style.siteName
        site = style.site
        reason =
            recipient.wasRemoved
            ? "You get this because the address was the account's until not long ago."
            : "You get this because the address belongs to an account there."
    }
}

/// A template does not ship.
struct MailTemplateMissing: Error {}
