import CheeseboardTesting
import Outbound
import PackageIndex
import Testing

@Suite("What mails say")
struct MailTextTests {
    private static let moment = Timestamp(seconds: 1_800_000_000)
    private static let occasion = MailOccasion(
        moment, clientAddress: "192.0.2.7", userAgent: "Browser/1 <script>")

    /// One of each.
    private static func all() throws -> [Mail] {
        let old = try EmailAddress("old@index.example")
        let new = try EmailAddress("new@index.example")
        return [
            .verifyEmail(new, secret: "s"), .alreadyRegistered(occasion),
            .emailAdded(new, occasion), .emailVerified(new, occasion), .emailRemoved(old, occasion),
            .primaryChanged(from: old, to: new, occasion),
            .accountFrozen(reason: "spam", at: moment), .accountUnfrozen(at: moment),
            .accountDeleted(restorableUntil: moment, secret: "s", occasion),
            .accountRestored(occasion), .accountRestored(by: "root", occasion),
            .passwordReset(secret: "s", occasion),
            .passwordResetUnverified(occasion), .passwordChanged(occasion),
            .secondFactorAdded(.authenticator, occasion),
            .secondFactorRemoved(.securityKey("blue"), occasion),
            .secondFactorAdded(.passkey("phone"), occasion), .recoveryCodesMade(occasion),
            .recoveryCodeUsed(remaining: 1, occasion),
            .deviceConfirmation(secret: "s", occasion), .newDevice(occasion),
            .sessionsEnded(occasion),
            .tokenMade(label: "ci", projects: ["brie"], expires: nil, occasion),
            .tokenMade(label: "ci", projects: [], expires: moment, by: "root", occasion),
            .tokenRevoked(label: "ci", occasion),
            .tokenRevoked(label: "ci", by: "those who run the site", occasion),
            .tokenCanWrite(to: "brie", label: "ci", user: "bob", occasion),
            .invitation(to: "brie", role: .owner, by: "alice", expires: moment),
            .invitationSent(to: "brie", invitee: "bob", role: .maintainer, by: "alice"),
            .collaboratorAdded("bob", to: "brie", role: .owner, by: "alice"),
            .youWereAdded(to: "brie", role: .owner, by: "alice"),
            .collaboratorRemoved("bob", from: "brie", by: "alice"),
            .youWereRemoved(from: "brie", by: "alice"),
            .roleChanged(of: "bob", in: "brie", to: .owner, by: "alice"),
            .yourRoleChanged(in: "brie", to: .owner, by: "alice"),
            .ownershipTransferred(of: "brie", from: "alice", to: "bob", by: "alice"),
            .madePrivate("brie", by: "alice"), .madePublic("brie", by: "alice"),
            .yanked("1.0", of: "brie", reason: "broken", by: "alice"),
            .unyanked("1.0", of: "brie", by: "alice"),
            .deleted(.file("brie-1.0.tar.gz", of: "brie"), restorableUntil: moment, by: "alice"),
            .deleted(.release("1.0", of: "brie"), restorableUntil: moment, by: "alice"),
            .deleted(.project("brie"), restorableUntil: moment, by: "alice"),
            .restored(.project("brie"), by: "alice"), .archived("brie", true, by: "alice"),
            .archived("brie", false, by: "alice"),
            .deprecated("brie", successor: "camembert", by: "alice"),
            .quarantined("brie", reason: "spam", by: "those who run the site"),
            .quarantineEnded("brie", by: "those who run the site"),
        ]
    }

    /// Sends mails to alice and returns what arrived.
    private func sent(_ list: [Mail]) async throws -> [MailMessage] {
        let mails = RecordedMails()
        try await TestIndex.with(mailSender: mails) { test in
            let now = test.clock.now()
            let user = test.user.id
            try await test.database.write { connection in
                for mail in list {
                    try mail.enqueue(
                        to: .oneVerified(of: user), MailStyle(site: "https://index.example"),
                        at: now,
                        connection)
                }
            }
            try await test.index.runDueJobs(in: [.mail])
        }
        return mails.messages
    }

    @Test func `every mail greets its reader, links to the site alone and has no gaps`()
        async throws
    {
        let all = try Self.all()
        let messages = try await sent(all)
        #expect(messages.count == all.count)
        for message in messages {
            #expect(message.text.hasPrefix("Hello alice,\n\n"))
            #expect(!message.text.contains("\n\n\n"), "\(message.text)")
            #expect(!message.text.contains("{{") && !message.html.contains("{{"))
            for link in message.html.split(separator: "href=\"").dropFirst() {
                #expect(link.hasPrefix("https://index.example"))
            }
            #expect(!message.html.contains("<script>"))
            #expect(!message.subject.isEmpty && message.subject.utf8.count < 200)
        }
        #expect(Set(all.map(\.kind)).count > 40)
    }

    @Test func `the words of one mail, in full`() async throws {
        let text = try await sent([.passwordChanged(Self.occasion)])[0].text
        #expect(
            text == """
                Hello alice,

                The password of your account was changed. Your other sessions have ended.

                When: 2027-01-15 08:00 UTC
                From: 192.0.2.7
                Program: Browser/1 <script>

                Your account:
                https://index.example/manage/account/

                If this was not you, somebody else uses your account: change your password at once, look through your second factors and tokens, and write to those who run the site.

                --\u{20}
                Cheeseboard, https://index.example
                You get this because the address belongs to an account there.

                """)
    }

    @Test func `text from outside is shown as text, on one line, and links nowhere`() async throws {
        let evil = "<a href=\"https://evil.example\">x</a>\r\nBcc: y"
        let message = try await sent([
            .yanked("1.0", of: "brie", reason: evil, by: "alice"),
            .tokenRevoked(label: evil, MailOccasion(Self.moment, userAgent: evil)),
        ])
        for message in message {
            #expect(!message.html.contains("<a href=\"https://evil"))
            #expect(!message.text.contains("https://evil") && !message.text.contains("\nBcc"))
        }
    }

    @Test func `a secret of a link stands in its address escaped`() async throws {
        let text = try await sent([
            .passwordReset(secret: "a&b=c\"/é", MailOccasion(Self.moment))
        ])[0].text
        #expect(text.contains("/account/reset-password/?token=a%26b%3Dc%22%2F%C3%A9\n"))
    }
}
