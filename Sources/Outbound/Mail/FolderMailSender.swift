import Foundation

/// Keeps mails as `.eml` files, for an index without a mail server.
///
/// They hold links that let in whoever has them: nobody but the server's user may read them.
package struct FolderMailSender: MailSender {
    private let folder: String
    private let thread = OutboundThread("mail-folder")

    /// Keeps mails in a folder, which is made when the first one comes.
    package init(folder: String) { self.folder = folder }

    package func send(_ message: MailMessage) async throws -> MailReceipt {
        try await thread.run { .kept(try write(message)) }
    }

    /// Writes the file under another name first, so that a reader never sees half of a mail.
    private func write(_ message: MailMessage) throws -> String {
        let manager = FileManager.default
        try manager.createDirectory(
            atPath: folder, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        let moment = message.date.formatted(.iso8601).replacing(":", with: "-")
        let path = "\(folder)/\(moment)-\(message.id).eml"
        let draft = "\(folder)/.\(message.id).draft"
        try? manager.removeItem(atPath: draft)
        guard
            manager.createFile(
                atPath: draft, contents: Data(message.encoded),
                attributes: [.posixPermissions: 0o600])
        else { throw MailNotSent(reason: "\(folder) cannot be written to") }
        // A mail that is written again takes the place of the first.
        try? manager.removeItem(atPath: path)
        try manager.moveItem(atPath: draft, toPath: path)
        return path
    }
}
