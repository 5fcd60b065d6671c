import Outbound
import Testing

@Suite("Mail servers")
struct SMTPServerTests {
    @Test(
        arguments: [
            ("smtp://mail.example", "mail.example", 587, nil, false),
            (
                "smtp://index%40mail.example@mail.example:25", "mail.example", 25,
                "index@mail.example", false
            ),
            ("smtps://index@mail.example/", "mail.example", 465, "index", true),
        ] as [(String, String, Int, String?, Bool)])
    func `an address says host, port, user and encryption`(
        text: String, host: String, port: Int, user: String?, isEncrypted: Bool
    ) throws {
        let server = try SMTPServer(url: text)
        #expect(server.host == host)
        #expect(server.port == port)
        #expect(server.user == user)
        #expect(server.isEncryptedFromStart == isEncrypted)
        #expect(server.encryption == .required)
    }

    @Test(arguments: [
        "", "mail.example", "http://mail.example", "smtp://", "smtp://u:secret@mail.example",
        "smtp://mail.example/path", "smtp://mail.example:0", "smtp://mail.example?x",
    ])
    func `other texts are no mail server, and a password in one is never repeated`(text: String) {
        do {
            _ = try SMTPServer(url: text)
            Issue.record("\(text) was taken")
        } catch {
            #expect(!"\(error)".contains("secret"))
        }
    }

    @Test func `a secret shows itself to nobody`() {
        var text = "\(Secret("swordfish")) \(String(reflecting: Secret("swordfish")))"
        dump(Secret("swordfish"), to: &text)
        #expect(!text.contains("swordfish"))
    }
}
