package import Database

extension Mail {
    /// Writes the mail into the queue, once for each address, in the caller's transaction: it goes
    /// out if that commits, and never if it does not.
    package func enqueue(
        to recipients: MailRecipients, _ style: MailStyle, at now: Timestamp,
        _ connection: any SQLConnection
    ) throws {
        try enqueue(
            to: try recipients.resolve(at: now, connection), style, at: now, connection)
    }

    /// Writes the mail into the queue for addresses that were looked up before.
    package func enqueue(
        to recipients: [MailRecipient], _ style: MailStyle, at now: Timestamp,
        _ connection: any SQLConnection
    ) throws {
        let renderer = try MailRenderer.shared.get()
        for recipient in recipients {
            let uid = Identifier.random()
            let bodies = try renderer.bodies(of: self, for: recipient, style)
            try connection.run(
                """
                INSERT INTO mails
                    (uid, user_id, recipient, kind, subject, text_body, html_body, created_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                """, uid, recipient.userID, recipient.address, kind, subject, bodies.text,
                bodies.html, now.microseconds)
            try Job.enqueue(
                .sendMail, key: "send-mail:\(uid)", payload: uid, at: now, connection)
        }
    }
}
