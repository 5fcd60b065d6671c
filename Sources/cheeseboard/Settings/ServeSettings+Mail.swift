import Outbound
import PackageIndex

extension ServeSettings {
    /// Puts the mail server's settings together, whichever came first.
    mutating func completeMail() throws {
        guard var server = mailServer else { return }
        guard index.mailSender != .ofThisMachine else {
            throw CommandFailed("mail.smtp needs mail.from, the address that mails are from.")
        }
        if let path = mailPasswordFile {
            guard mailPassword == nil else {
                throw CommandFailed(
                    "mail.smtpPassword and mail.smtpPasswordFile exclude each other.")
            }
            guard let text = try Self.text(of: path) else {
                throw CommandFailed("mail.smtpPasswordFile: there is no file \(path).")
            }
            mailPassword = Secret(String(text.prefix { !$0.isNewline }))
        }
        guard mailPassword == nil || server.user != nil else {
            throw CommandFailed("mail.smtp needs a user for its password: smtp://USER@HOST:PORT.")
        }
        server.password = mailPassword
        server.encryption = mailEncryption
        server.authorities = mailAuthorities
        server.timeout = mailTimeout
        mailServer = server
    }

    /// Where mails go out: the mail server, or files in the data folder.
    func mailSender(folder: String) -> any MailSender {
        if let mailServer { return SMTPMailSender(mailServer) }
        return FolderMailSender(folder: "\(folder)/mails")
    }
}
