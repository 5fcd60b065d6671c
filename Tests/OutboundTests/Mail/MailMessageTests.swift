import CheeseboardTesting
import Foundation
import Outbound
import Testing

@Suite("Mail messages")
struct MailMessageTests {
    private func message(
        subject: String = "Hello", text: String = "Text\n", html: String = "<p>HTML</p>\n",
        sender: String = "Index <index@mail.example>"
    ) throws -> MailMessage {
        MailMessage(
            id: "0f8fad5b-d9cb-469f-a165-70867728950e", date: Date(timeIntervalSince1970: 0),
            sender: try Mailbox(sender), recipient: try Mailbox(address: "brie@mail.example"),
            subject: subject, text: text, html: html)
    }

    private func head(_ message: MailMessage) -> [String] {
        let text = String(decoding: message.encoded, as: UTF8.self)
        return text.components(separatedBy: "\r\n\r\n")[0].components(separatedBy: "\r\n")
    }

    @Test func `a mail has the headers of a notice that nobody answers`() throws {
        let lines = head(try message())
        #expect(lines.contains("Date: Thu, 01 Jan 1970 00:00:00 +0000"))
        #expect(lines.contains("Message-ID: <0f8fad5b-d9cb-469f-a165-70867728950e@mail.example>"))
        #expect(lines.contains("Auto-Submitted: auto-generated"))
        #expect(lines.contains("Subject: Hello"))
    }

    @Test(arguments: ["a\r\nBcc: all@mail.example", "a\nX: y", "a\rX: y", "a\u{2028}X: y"])
    func `a line end in a subject begins no header`(subject: String) throws {
        let lines = head(try message(subject: subject))
        #expect(lines.count == head(try message()).count)
        #expect(!lines.contains { $0.hasPrefix("Bcc") || $0.hasPrefix("X:") })
    }

    @Test func `a line end in the sender's name begins no header`() throws {
        let mailbox = try Mailbox(address: "index@mail.example", name: "a\r\nBcc: x@mail.example")
        let text = MailMessage(
            id: "1", date: .now, sender: mailbox, recipient: mailbox, subject: "s", text: "t",
            html: "h"
        ).encoded
        #expect(!String(decoding: text, as: UTF8.self).contains("\nBcc"))
    }

    @Test(arguments: [
        "", "brie", "@mail.example", "brie@", "a@b@c", "a b@mail.example", "a\r\n@mail.example",
        "<a@mail.example>", "a@mail.example>", "\"a\"@mail.example",
        "a@mail.example,b@mail.example",
        "ä@mail.example", "-oQ@mail.example", "a\u{0}@mail.example",
    ])
    func `what could be more than one address is none`(text: String) {
        #expect(throws: Mailbox.Invalid.self) { try Mailbox(address: text) }
    }

    @Test func `everything is ASCII in lines of a length that every relay takes`() throws {
        let long = String(repeating: "Käse und Brot, ", count: 200)
        let bytes = try message(subject: long, text: long + "\n.\n..\nFrom me \t\n", html: long)
            .encoded
        #expect(bytes.allSatisfy { $0 < 0x7F })
        let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
        #expect(
            lines.allSatisfy { $0.utf8.count <= 78 && !$0.hasPrefix(".") && !$0.contains("\n") })
    }

    /// Python's own parser has to read back exactly what was meant.
    @Test func `Python's mail parser finds no defect and reads back what was meant`() throws {
        let texts = [
            "Plain\n", "Käse = Brot?  \n\n.\nFrom here\tto there \n",
            "\u{1F9C0} " + "x".repeated(300),
            "=_0f8fad5b\n--=_0f8fad5b-d9cb-469f-a165-70867728950e--\n", "",
        ]
        let subjects = [
            "Plain", "Käse " + "ö".repeated(80), "\u{1F9C0}".repeated(40), "=?utf-8?B?eA==?=",
            "a".repeated(200), "quotes \" and \\ stay",
        ]
        for subject in subjects {
            for text in texts {
                let message = try message(
                    subject: subject, text: text, html: "<p>\(text)</p>",
                    sender: "K\"ä\"se <index@mail.example>")
                let read = try PythonMail.read(message.encoded)
                #expect(read.defects == [])
                #expect(read.subject == subject)
                #expect(read.sender == "index@mail.example")
                #expect(read.senderName == "K\"ä\"se")
                #expect(read.types == ["multipart/alternative", "text/plain", "text/html"])
                #expect(read.text == text.replacing("\r\n", with: "\n"))
                #expect(read.html == "<p>\(text)</p>")
            }
        }
    }

    @Test func `a mail without a server becomes a file that only its owner reads`() async throws {
        let folder = try TemporaryFolder()
        let mails = folder.path + "/mails"
        let sender = FolderMailSender(folder: mails)
        let message = try message()
        guard case .kept(let path) = try await sender.send(message) else {
            Issue.record("the mail went elsewhere")
            return
        }
        #expect(try await sender.send(message) == .kept(path))
        #expect(try FileManager.default.contentsOfDirectory(atPath: mails).count == 1)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data(message.encoded))
        for (path, mode) in [(path, 0o600), (mails, 0o700)] {
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == mode)
        }
    }
}

extension String {
    fileprivate func repeated(_ count: Int) -> String { String(repeating: self, count: count) }
}
