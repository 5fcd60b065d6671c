import ArgumentParser
import Foundation
import Outbound
import PackageIndex

/// The mails that the index sends.
struct MailCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mail", abstract: "List mails, and try whether they go out.",
        subcommands: [List.self, Test.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the newest mails and what became of them.")

        @OptionGroup var options: DataOptions

        func run() async throws {
            try await options.withIndex { index in
                let rows = try await index.newestMails().map { mail in
                    [
                        mail.createdAt.iso8601Seconds, mail.recipient, mail.kind,
                        mail.refusal ?? (mail.sentAt == nil ? "waits" : "sent"),
                    ]
                }
                if !rows.isEmpty { Terminal.say(TextTable(rows).text) }
            }
        }
    }

    struct Test: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Send a mail now, as the settings say, and tell what came of it.")

        @OptionGroup var options: DataOptions
        @Argument(help: "The address that the mail goes to.") var address: String

        func run() async throws {
            let settings = try options.settings()
            guard let recipient = try? Mailbox(address: address) else {
                throw CommandFailed("'\(address)' is not an address that mail goes to.")
            }
            let text = "This is a mail to see whether mails from the index arrive.\n"
            let message = MailMessage(
                id: UUID().uuidString.lowercased(), date: Date(),
                sender: settings.index.mailSender, recipient: recipient,
                subject: "Mail from the index", text: text, html: "<p>\(text)</p>\n")
            do {
                switch try await settings.mailSender(folder: options.folder).send(message) {
                case .sent: Terminal.say("sent")
                case .kept(let path): Terminal.say("written to \(path)")
                }
            } catch let refused as MailRefused {
                Terminal.complain("cheeseboard: \(refused)")
                throw AnswerIsNo()
            }
        }
    }
}
