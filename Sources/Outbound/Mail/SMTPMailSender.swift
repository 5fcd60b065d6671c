import CCurl
import Foundation

/// Hands mails to a mail server, one connection each.
package struct SMTPMailSender: MailSender {
    private let server: SMTPServer
    private let thread = OutboundThread("smtp")

    /// A sender to one server; nothing is said to it before there is a mail.
    package init(_ server: SMTPServer) { self.server = server }

    package func send(_ message: MailMessage) async throws -> MailReceipt {
        try await thread.run {
            try deliver(message)
            return .sent
        }
    }

    private func deliver(_ message: MailMessage) throws {
        let scheme = server.isEncryptedFromStart ? "smtps" : "smtp"
        // The path is the name with which libcurl greets the server.
        let address = "\(scheme)://\(server.host):\(server.port)/\(message.sender.domain)"
        var transfer = try CurlTransfer(address, schemes: "smtp,smtps")
        if let user = server.user {
            transfer.set(CURLOPT_USERNAME, user)
            transfer.set(CURLOPT_PASSWORD, server.password?.text ?? "")
        }
        if !server.isEncryptedFromStart {
            let level =
                switch server.encryption {
                case .required: CURLUSESSL_ALL
                case .opportunistic: CURLUSESSL_TRY
                case .off: CURLUSESSL_NONE
                }
            transfer.set(CURLOPT_USE_SSL, Int(level.rawValue))
        }
        if let authorities = server.authorities { transfer.set(CURLOPT_CAINFO, authorities) }
        transfer.set(
            CURLOPT_CONNECTTIMEOUT_MS, min(server.connectTimeout, server.timeout).milliseconds)
        transfer.set(CURLOPT_TIMEOUT_MS, server.timeout.milliseconds)
        // Without it libcurl waits two minutes for the answer to its goodbye.
        transfer.set(CURLOPT_SERVER_RESPONSE_TIMEOUT, max(1, server.timeout.milliseconds / 1000))
        transfer.set(CURLOPT_MAIL_FROM, "<\(message.sender.address)>")
        try transfer.set(CURLOPT_MAIL_RCPT, ["<\(message.recipient.address)>"])
        transfer.set(CURLOPT_UPLOAD, 1)
        let exchange = CurlExchange(sending: message.encoded)
        let outcome = transfer.perform(exchange)
        guard !outcome.isDone else { return }
        let answer = exchange.complaint.filter { $0.isASCII }
        if Self.isFinal(outcome, exchange) { throw MailRefused(answer: answer) }
        throw MailNotSent(
            reason: answer.isEmpty || outcome.answer < 400
                ? outcome.reason : "\(outcome.reason) (\(answer))")
    }

    /// Whether the server refused this mail for good: its recipient, its sender or its content.
    ///
    /// What is wrong between the two machines (signing in, encryption, the order of commands, a
    /// server that takes nothing at all) may be put right, and then the mail can go.
    private static func isFinal(_ outcome: CurlOutcome, _ exchange: CurlExchange) -> Bool {
        guard (500...599).contains(outcome.answer),
            ![502, 503, 521, 523, 530, 534, 535, 538].contains(outcome.answer)
        else { return false }
        return outcome.code == CURLE_SEND_ERROR
            || (outcome.code == CURLE_WEIRD_SERVER_REPLY && exchange.hasSentAll)
    }
}

extension Duration {
    /// The duration in whole milliseconds, at least one.
    var milliseconds: Int {
        max(1, Int(clamping: Int64(min(self / .milliseconds(1), 1e12))))
    }
}
