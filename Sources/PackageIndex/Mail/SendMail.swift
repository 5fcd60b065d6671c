import Database
import Foundation
import Logging
import Outbound

extension Index {
    /// Hands one mail on, unless that was done before.
    ///
    /// It may go out twice where the server dies between the mail server's yes and the note of it;
    /// both then have the same `Message-ID`, by which mail programs show one. Its bodies, which hold
    /// links that let people in, are forgotten with the note.
    func sendMail(_ uid: String) async throws -> JobResult {
        guard let mailSender else { throw NoMailSender() }
        let row = try await database.read { connection in
            try connection.row(
                """
                SELECT recipient, kind, subject, text_body, html_body, created_at FROM mails
                WHERE uid = $1 AND sent_at IS NULL AND text_body IS NOT NULL
                """, uid)
        }
        guard let row else { return { _ in } }
        let kind: String = try row.get("kind")
        do {
            let receipt = try await mailSender.send(try message(uid, row))
            switch receipt {
            case .sent: logger.info("mail \(uid) (\(kind)) was sent")
            case .kept(let path): logger.notice("mail \(uid) (\(kind)) was written to \(path)")
            }
            return Self.noteSent(uid, at: clock.now())
        } catch let refused as MailRefused {
            let answer = Shown.short(refused.answer, limit: 200)
            logger.warning("mail \(uid) (\(kind)) was refused: \(answer)")
            return Self.noteRefused(uid, answer)
        } catch is Mailbox.Invalid {
            logger.warning("mail \(uid) (\(kind)) has an address that no mail goes to")
            return Self.noteRefused(uid, "its address is none")
        }
    }

    private func message(_ uid: String, _ row: SQLRow) throws -> MailMessage {
        let moment: Int64 = try row.get("created_at")
        return MailMessage(
            id: uid, date: Date(timeIntervalSince1970: Double(moment / 1_000_000)),
            sender: settings.mailSender,
            recipient: try Mailbox(address: try row.get("recipient")),
            subject: try row.get("subject"), text: try row.get("text_body"),
            html: try row.get("html_body"))
    }

    private static func noteSent(_ uid: String, at now: Timestamp) -> JobResult {
        { connection in
            try connection.run(
                """
                UPDATE mails SET sent_at = $1, text_body = NULL, html_body = NULL
                WHERE uid = $2
                """, now.microseconds, uid)
        }
    }

    private static func noteRefused(_ uid: String, _ answer: String) -> JobResult {
        { connection in
            try connection.run(
                """
                UPDATE mails SET refusal = $1, text_body = NULL, html_body = NULL WHERE uid = $2
                """, answer, uid)
        }
    }

    /// Forgets what stands in mails that never went out, once their links are long void.
    static func forgetOldMails(at now: Timestamp, _ connection: any SQLConnection) throws {
        try connection.run(
            """
            UPDATE mails SET text_body = NULL, html_body = NULL,
                refusal = 'it could not be sent in time'
            WHERE created_at < $1 AND text_body IS NOT NULL
            """, (now - .seconds(7 * 24 * 3600)).microseconds)
    }
}

/// This process has no way to send mail.
struct NoMailSender: Error {}
