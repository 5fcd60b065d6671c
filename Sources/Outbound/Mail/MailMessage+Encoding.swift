import Foundation

extension MailMessage {
    /// The mail as it travels: RFC 5322 headers, then both bodies as `multipart/alternative`
    /// (RFC 2046), lines ended by CR and LF, ASCII throughout.
    package var encoded: [UInt8] {
        // No line of quoted-printable text has "=_" in it, so the boundary is in no body.
        let boundary = "=_\(id)"
        var lines = [
            "Date: \(Self.date(date))",
            "From: \(Self.header(sender))",
            "To: \(Self.header(recipient))",
            "Subject: \(EncodedWord.header(subject))",
            "Message-ID: <\(id)@\(sender.domain)>",
            // Nobody's holiday notice is to answer (RFC 3834).
            "Auto-Submitted: auto-generated",
            "X-Auto-Response-Suppress: All",
            "MIME-Version: 1.0",
            "Content-Type: multipart/alternative;\r\n boundary=\"\(boundary)\"",
            "",
        ]
        for (type, body) in [("plain", text), ("html", html)] {
            lines += [
                "--\(boundary)",
                "Content-Type: text/\(type); charset=utf-8",
                "Content-Transfer-Encoding: quoted-printable",
                "",
                QuotedPrintable.encode(body),
            ]
        }
        lines += ["--\(boundary)--", ""]
        return Array(lines.joined(separator: "\r\n").utf8)
    }

    /// `Name <address>`, or the address alone.
    private static func header(_ mailbox: Mailbox) -> String {
        guard let name = mailbox.name, !name.isEmpty else { return mailbox.address }
        let isPlain =
            name.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } && name.utf8.count <= 60
            && !name.contains("=?")
        let shown =
            isPlain
            ? "\"\(name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
            : EncodedWord.encode(name)
        return "\(shown)\r\n <\(mailbox.address)>"
    }

    /// The moment in UTC as RFC 5322 §3.3 has it.
    static func date(_ date: Date) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents(
            [.year, .month, .day, .hour, .minute, .second, .weekday], from: date)
        let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        func two(_ number: Int?) -> String {
            let number = number ?? 0
            return number < 10 ? "0\(number)" : "\(number)"
        }
        let weekday = weekdays[((parts.weekday ?? 1) - 1) % 7]
        let month = months[((parts.month ?? 1) - 1) % 12]
        return "\(weekday), \(two(parts.day)) \(month) \(parts.year ?? 1970) "
            + "\(two(parts.hour)):\(two(parts.minute)):\(two(parts.second)) +0000"
    }
}
