import Foundation
import Outbound
import Testing

/// Encryption and signing in are for the end-to-end tests, with a larger server.
@Suite("Sending by SMTP")
struct SMTPMailSenderTests {
    private func send(
        to address: String, _ encryption: SMTPServer.Encryption = .off, port: Int? = nil
    ) async throws -> MailReceipt {
        let local = try LocalServer.mail()
        var server = try SMTPServer(url: "smtp://127.0.0.1:\(port ?? local.port)")
        server.encryption = encryption
        server.timeout = .seconds(20)
        let receipt = try await SMTPMailSender(server).send(
            MailMessage(
                id: "1", date: .now, sender: try Mailbox("index@mail.example"),
                recipient: try Mailbox(address: address), subject: "s", text: "t\n.\n",
                html: "h"))
        withExtendedLifetime(local) {}
        return receipt
    }

    @Test func `a mail that is taken is sent`() async throws {
        #expect(try await send(to: "brie@index.example") == .sent)
    }

    @Test(arguments: ["550r", "553r", "554", "552"])
    func `a no for good is final and is told in the server's words`(address: String) async throws {
        let refused = await #expect(throws: MailRefused.self) {
            try await send(to: address + "@index.example")
        }
        #expect(refused?.description.contains("\(address.prefix(3)) no") == true)
    }

    @Test(arguments: ["451r", "451", "452r", "530r", "535r", "503"])
    func `a no for today, or one about the two servers, is not final`(
        address: String
    ) async throws {
        let failure = await #expect(throws: MailNotSent.self) {
            try await send(to: address + "@index.example")
        }
        #expect(failure?.description.contains(address.prefix(3)) == true)
    }

    @Test func `nothing is said in the clear where encryption is required`() async throws {
        await #expect(throws: MailNotSent.self) {
            try await send(to: "brie@index.example", .required)
        }
        #expect(try await send(to: "brie@index.example", .opportunistic) == .sent)
    }

    @Test func `a server that is not there is not final`() async throws {
        await #expect(throws: MailNotSent.self) { try await send(to: "a@b.example", port: 1) }
    }
}
