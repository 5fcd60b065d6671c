import Outbound
import PackageIndex

extension Setting {
    /// How mails go out.
    static let mail: [Setting] = [
        Setting(
            key: "mail.smtp", values: "smtp://USER@HOST:PORT or smtps://…; none",
            summary: "The mail server. Without one, mails become files in DIR/mails/."
        ) { settings, text in
            do {
                settings.mailServer = try SMTPServer(url: text)
            } catch let invalid as SMTPServer.Invalid {
                // The address may have a password in it after all.
                throw SettingInvalid(invalid.message)
            }
        },
        Setting(
            key: "mail.smtpPassword", values: "a text; none",
            summary: "The password for the mail server; better in the environment than in the file."
        ) { $0.mailPassword = Secret($1) },
        Setting(
            key: "mail.smtpPasswordFile", values: "a file; none",
            summary: "A file that holds the password for the mail server."
        ) { $0.mailPasswordFile = $1 },
        Setting(
            key: "mail.encryption", values: "required, opportunistic, off; required",
            summary: "Whether `smtp://` must go on with STARTTLS before anything is said."
        ) { $0.mailEncryption = try choice($1) },
        Setting(
            key: "mail.authorities", values: "a PEM file; the system's",
            summary: "The certificates that may vouch for the mail server."
        ) { $0.mailAuthorities = $1 },
        Setting(
            key: "mail.timeoutSeconds", values: "1 to 120; 60",
            summary: "How long handing one mail over may take."
        ) { $0.mailTimeout = .seconds(try integer($1, 1...120)) },
        Setting(
            key: "mail.from", values: "an address such as Index <index@mail.example>; none",
            summary: "Who mails are from; needed with `mail.smtp`."
        ) { settings, text in
            guard let sender = try? Mailbox(text) else {
                throw SettingInvalid("'\(text)' is not an address that mail can be from")
            }
            settings.index.mailSender = sender
        },
    ]
}
