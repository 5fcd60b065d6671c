import CheeseboardTesting
import Database
import Outbound
import PackageIndex
import Testing

@Suite("The queue of mails")
struct MailQueueTests {
    private static let style = MailStyle(site: "https://index.example/")

    private func enqueue(_ test: TestIndex, _ mail: Mail? = nil) async throws {
        let now = test.clock.now()
        let user = test.user.id
        try await test.database.write { connection in
            try (mail ?? .passwordReset(secret: "s3cret", MailOccasion(now)))
                .enqueue(to: .oneVerified(of: user), Self.style, at: now, connection)
        }
    }

    private func stored(_ test: TestIndex) async throws -> [[String?]] {
        try await test.database.read { connection in
            try connection.rows(
                "SELECT text_body, html_body, refusal, sent_at FROM mails ORDER BY id"
            ).map { row in
                [
                    try row.get("text_body"), try row.get("html_body"), try row.get("refusal"),
                    (try row.get("sent_at") as Int64?).map { "\($0)" },
                ]
            }
        }
    }

    @Test(arguments: TestDriver.available)
    func `a mail goes out once, and its secrets are forgotten with it`(
        _ driver: TestDriver
    ) async throws {
        let mails = RecordedMails()
        try await TestIndex.with(driver, mailSender: mails) { test in
            try await enqueue(test)
            #expect(try await test.index.runDueJobs(in: [.mail]) == 1)
            #expect(try await test.index.runDueJobs() == 0)
            let message = try #require(mails.messages.first)
            #expect(mails.messages.count == 1)
            #expect(message.recipient.address == "alice@index.example")
            let link = "https://index.example/account/reset-password/?token=s3cret"
            #expect(message.text.contains("\n\(link)\n"))
            #expect(message.html.contains("href=\"\(link)\""))
            let row = try await stored(test)[0]
            #expect(row[0] == nil && row[1] == nil && row[2] == nil && row[3] != nil)
        }
    }

    @Test func `a mail of a transaction that fails never goes out`() async throws {
        try await TestIndex.with(mailSender: RecordedMails()) { test in
            let now = test.clock.now()
            let user = test.user.id
            let outcome: Void? = try? await test.database.write { connection in
                try Mail.passwordChanged(MailOccasion(now))
                    .enqueue(to: .oneVerified(of: user), Self.style, at: now, connection)
                throw MailServerAway()
            }
            #expect(outcome == nil)
            let count = try await test.index.runDueJobs()
            #expect(count == 0)
        }
    }

    @Test func `a server that is away is tried again for days`() async throws {
        let mails = RecordedMails(failing: Array(repeating: MailServerAway(), count: 11))
        try await TestIndex.with(mailSender: mails) { test in
            try await enqueue(test)
            for _ in 0..<11 {
                #expect(try await test.index.runDueJobs() == 1)
                #expect(try await test.index.runDueJobs() == 0)
                test.clock.advance(by: .seconds(41_000))
            }
            #expect(try await test.index.runDueJobs() == 1)
            #expect(mails.messages.count == 1)
        }
    }

    @Test func `a mail that the server will never take is not tried again`() async throws {
        let mails = RecordedMails(failing: [MailRefused(answer: "550 no such\u{1B} user")])
        try await TestIndex.with(mailSender: mails) { test in
            try await enqueue(test)
            #expect(try await test.index.runDueJobs() == 1)
            test.clock.advance(by: .seconds(90_000))
            #expect(try await test.index.runDueJobs(in: [.mail]) == 0)
            let row = try await stored(test)[0]
            #expect(row == [nil, nil, "550 no such\u{FFFD} user", nil])
        }
    }

    @Test func `a job that runs twice sends one mail`() async throws {
        let mails = RecordedMails()
        try await TestIndex.with(mailSender: mails) { test in
            try await enqueue(test)
            try await test.index.runDueJobs()
            let job = try #require(try await test.index.jobs(in: .done).first)
            try await test.index.retryJob(job.id)
            #expect(try await test.index.runDueJobs(in: [.mail]) == 1)
            #expect(mails.messages.count == 1)
        }
    }

    @Test func `what could not be sent in a week is forgotten`() async throws {
        try await TestIndex.with(mailSender: RecordedMails()) { test in
            try await enqueue(test)
            test.clock.advance(by: .seconds(8 * 24 * 3600))
            try await test.index.collectGarbage()
            #expect(try await stored(test)[0][0] == nil)
            #expect(try await test.index.runDueJobs(in: [.mail]) == 1)
        }
    }

    @Test(arguments: TestDriver.available)
    func `notices about safety go to every address that may be the owner's`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver) { test in
            let now = test.clock.now()
            let user = test.user.id
            let month: Int64 = 30 * 24 * 3600 * 1_000_000
            try await test.database.write { connection in
                for (address, isVerified, verified, removed) in [
                    ("second@index.example", true, true, nil),
                    ("unproven@index.example", false, false, nil),
                    ("removed@index.example", true, true, now.microseconds - 23 * month),
                    ("forgotten@index.example", true, true, now.microseconds - 25 * month),
                    ("stranger@index.example", false, false, now.microseconds - month),
                ] as [(String, Bool, Bool, Int64?)] {
                    try connection.run(
                        """
                        INSERT INTO emails (user_id, address, normalized_address, is_primary,
                            is_verified, created_at, verified_at, removed_at)
                        VALUES ($1, $2, $2, 0, $3, 0, $4, $5)
                        """, user, address, isVerified, verified ? Int64(1) : nil, removed)
                }
            }
            let recipients = try await test.database.read { connection in
                try Index.securityNoticeRecipients(of: user, at: now, connection)
            }
            #expect(
                recipients.map(\.address) == [
                    "alice@index.example", "second@index.example", "removed@index.example",
                ])
            #expect(recipients.map(\.wasRemoved) == [false, false, true])
        }
    }

    @Test func `an address that was never verified hears of nothing, a primary one neither`()
        async throws
    {
        try await TestIndex.with { test in
            try await test.publish(WheelBuilder(name: "brie", version: "1.0").make())
            let now = test.clock.now()
            let user = test.user.id
            try await test.database.write { connection in
                try connection.run("UPDATE emails SET is_verified = 0, verified_at = NULL")
                let project: Int64 = try connection.row("SELECT id FROM projects")?.get("id") ?? 0
                for recipients in [
                    MailRecipients.oneVerified(of: user), .security(of: user),
                    .owners(ofProject: project), .collaborators(ofProject: project),
                ] {
                    try Mail.newDevice(MailOccasion(now))
                        .enqueue(to: recipients, Self.style, at: now, connection)
                }
            }
            #expect(try await stored(test).isEmpty)
        }
    }

    @Test(arguments: TestDriver.available)
    func `what goes to one address goes to a verified one, the primary one if it is`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver) { test in
            let now = test.clock.now()
            let user = test.user.id
            try await test.database.write { connection in
                for (address, verified) in [
                    ("young@index.example", Int64(2)), ("old@index.example", Int64(1)),
                ] {
                    try connection.run(
                        """
                        INSERT INTO emails (user_id, address, normalized_address, is_verified,
                            created_at, verified_at)
                        VALUES ($1, $2, $2, 1, 0, $3)
                        """, user, address, verified)
                }
                let mail = Mail.newDevice(MailOccasion(now))
                try mail.enqueue(to: .oneVerified(of: user), Self.style, at: now, connection)
                try connection.run("UPDATE emails SET is_verified = 0 WHERE is_primary = 1")
                try mail.enqueue(to: .oneVerified(of: user), Self.style, at: now, connection)
            }
            let recipients = try await test.database.read { connection in
                try connection.rows("SELECT recipient FROM mails ORDER BY id").map {
                    try $0.get("recipient") as String
                }
            }
            #expect(recipients == ["alice@index.example", "old@index.example"])
        }
    }

    @Test(arguments: TestDriver.available)
    func `an owner whose primary address is not verified hears at another one`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver) { test in
            try await test.publish(WheelBuilder(name: "brie", version: "1.0").make())
            let (now, user) = (test.clock.now(), test.user.id)
            try await test.database.write { connection in
                try connection.run("UPDATE emails SET is_verified = 0, verified_at = NULL")
                for (address, verified) in [
                    ("young@index.example", Int64(2)), ("old@index.example", Int64(1)),
                ] {
                    try connection.run(
                        """
                        INSERT INTO emails (user_id, address, normalized_address, is_verified,
                            created_at, verified_at)
                        VALUES ($1, $2, $2, 1, 0, $3)
                        """, user, address, verified)
                }
                let project: Int64 = try connection.row("SELECT id FROM projects")?.get("id") ?? 0
                for recipients in [
                    MailRecipients.owners(ofProject: project), .collaborators(ofProject: project),
                ] {
                    try Mail.madePrivate("brie", by: "alice").enqueue(
                        to: recipients, Self.style, at: now, connection)
                }
            }
            let sent = try await test.database.read { connection in
                try connection.rows("SELECT recipient FROM mails ORDER BY id").map {
                    try $0.get("recipient") as String
                }
            }
            #expect(sent == ["old@index.example", "old@index.example"])
        }
    }

    @Test(arguments: TestDriver.available)
    func `a project's people each get one mail`(_ driver: TestDriver) async throws {
        try await TestIndex.with(driver) { test in
            try await test.publish(WheelBuilder(name: "brie", version: "1.0").make())
            let bob = try await test.addUser("bob")
            let now = test.clock.now()
            try await test.database.write { connection in
                try connection.run(
                    """
                    INSERT INTO roles (project_id, user_id, role, created_at)
                    SELECT id, $1, 'maintainer', 0 FROM projects
                    """, bob.id)
                let project: Int64 = try connection.row("SELECT id FROM projects")?.get("id") ?? 0
                try Mail.madePrivate("brie", by: "alice").enqueue(
                    to: .collaborators(ofProject: project), Self.style, at: now, connection)
                try Mail.madePublic("brie", by: "alice").enqueue(
                    to: .owners(ofProject: project), Self.style, at: now, connection)
            }
            let sent = try await test.database.read { connection in
                try connection.rows("SELECT recipient, kind FROM mails ORDER BY id").map {
                    "\(try $0.get("recipient") as String) \(try $0.get("kind") as String)"
                }
            }
            #expect(
                sent == [
                    "alice@index.example project-private", "bob@index.example project-private",
                    "alice@index.example project-public",
                ])
        }
    }
}
