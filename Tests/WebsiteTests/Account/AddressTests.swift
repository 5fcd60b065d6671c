import CheeseboardTesting
import Database
import HTTPTypes
import HummingbirdTesting
import NIOCore
import PackageIndex
import Testing

@Suite struct `E-mail addresses` {
    @Test(arguments: TestDriver.available)
    func `of two who verify the same address at once one has it, and the other is refused`(
        _ driver: TestDriver
    ) async throws {
        try await AccountWorld.with(driver: driver) { world in
            try await world.index.addUser(
                name: "bruno", email: "bruno@index.example", password: AccountWorld.otherPassword)
            let other = world.stranger()
            try await world.signIn()
            try await world.signIn("bruno", AccountWorld.otherPassword, in: other)
            for number in 0..<3 {
                let address = "shared\(number)@index.example"
                for browser in [world.browser, other] {
                    let answer = try await browser.submit(
                        "/manage/account/emails/add/", ["email": address],
                        from: "/manage/account/emails/")
                    try #require(answer.status == .seeOther)
                }
                let letters = try await world.letters("verify-email").filter {
                    $0.recipient == address
                }
                try #require(letters.count == 2)
                let marks = [
                    TestBrowser.mark(in: try await world.page(letters[0].link)),
                    TestBrowser.mark(in: try await world.page(letters[1].link, in: other)),
                ]
                async let one = world.browser.post(
                    "/account/verify-email/", ["csrf": marks[0], "token": letters[0].token])
                async let two = other.post(
                    "/account/verify-email/", ["csrf": marks[1], "token": letters[1].token])
                let codes = try await [one.status.code, two.status.code].sorted()
                #expect(codes == [303, 409])
            }
        }
    }

    @Test(arguments: TestDriver.available)
    func `an address is added, verified, made primary and removed, and all is told`(
        _ driver: TestDriver
    ) async throws {
        try await AccountWorld.with(driver: driver) { world in
            try await world.signIn()
            try await world.addAddress("second@index.example")
            let page = try await world.page("/manage/account/emails/")
            for (button, address) in [
                ("Remove", "second@index.example"), ("Make primary", "second@index.example"),
                ("Show on my page", "alma@index.example"),
            ] {
                let name = #"\#(button)<span class="visually-hidden"> \#(address)</span>"#
                #expect(page.contains(name), "\(button)")
            }
            #expect(
                try await world.letters("email-added").map(\.recipient) == ["alma@index.example"])
            let verified = try await world.letters("email-verified")
            #expect(verified.map(\.recipient) == ["alma@index.example"])
            #expect(verified.allSatisfy { $0.text.contains("second@index.example was verified") })
            #expect(
                try await world.changeAddress("remove", "alma@index.example").status == .conflict)
            #expect(
                try await world.changeAddress("primary", "second@index.example").status == .seeOther
            )
            #expect(
                try await world.letters("primary-changed").map(\.recipient).sorted() == [
                    "alma@index.example", "second@index.example",
                ])
            #expect(
                try await world.changeAddress("remove", "alma@index.example").status == .seeOther)
            let user = try #require(try await world.index.user(named: "alma"))
            #expect(user.email == "second@index.example")
            #expect(try await world.index.emails(of: user).count == 1)
        }
    }

    @Test(arguments: TestDriver.available)
    func `the last verified address of an account with a second factor stays`(
        _ driver: TestDriver
    ) async throws {
        try await AccountWorld.with(driver: driver) { world in
            try await world.signIn()
            try await world.addAddress("second@index.example")
            try await world.addAddress("third@index.example")
            try await world.server.test.database.write {
                _ = try $0.run(
                    """
                    UPDATE emails SET is_verified = 0, verified_at = NULL
                    WHERE address = 'alma@index.example'
                    """)
            }
            _ = try await world.makeRecoveryCodes()
            _ = try await world.addAuthenticator()
            // Addresses are not changed too often.
            world.clock.advance(by: .seconds(301))
            func remains(_ address: String) async throws -> Bool {
                let user = try #require(try await world.index.user(named: "alma"))
                return try await world.index.emails(of: user).contains { $0.address == address }
            }
            try await world.changeAddress("remove", "third@index.example")
            #expect(try await !remains("third@index.example"))
            try await world.changeAddress("remove", "second@index.example")
            #expect(try await remains("second@index.example"))
            // Without the factor nothing hangs on it.
            try await world.server.test.database.write {
                _ = try $0.run("DELETE FROM authenticators")
            }
            try await world.changeAddress("remove", "second@index.example")
            #expect(try await !remains("second@index.example"))
        }
    }

    @Test func `an address or a name that is refused stands in its form again`() async throws {
        try await AccountWorld.with { world in
            try await world.signIn()
            let address = try await world.browser.submit(
                "/manage/account/emails/add/", ["email": "no address"],
                from: "/manage/account/emails/")
            #expect(address.status == .badRequest)
            #expect(String(buffer: address.body).contains(#"value="no address""#))
            let long = String(repeating: "Alma ", count: 50) + "Adler"
            let name = try await world.browser.submit(
                "/manage/account/name/", ["full_name": long], from: "/manage/account/")
            #expect(name.status == .badRequest)
            #expect(String(buffer: name.body).contains(long))
        }
    }

    /// support.md's number 16.
    @Test func `an address that was removed is told of everything for 24 months`() async throws {
        try await AccountWorld.with { world in
            try await world.signIn()
            // A thief with the session puts an address of their own in the owner's place.
            try await world.addAddress("thief@evil.example")
            try await world.changeAddress("primary", "thief@evil.example")
            try await world.changeAddress("remove", "alma@index.example")
            let told = { (kind: String) in
                try await world.letters(kind).contains { $0.recipient == "alma@index.example" }
            }
            #expect(try await told("email-removed"))
            _ = try await world.browser.submit(
                "/manage/account/password/",
                [
                    "password": AccountWorld.password,
                    "new_password": AccountWorld.otherPassword,
                ])
            #expect(try await told("password-changed"))
            world.clock.advance(by: .seconds(700 * 24 * 3600))
            try await world.signIn("alma", AccountWorld.otherPassword)
            #expect(try await told("new-device"))
            world.clock.advance(by: .seconds(60 * 24 * 3600))
            try await world.index.collectGarbage()
            let count = try await world.letters().count
            try await world.index.freezeUser("alma")
            let later = try await world.letters().dropFirst(count)
            #expect(later.map(\.recipient) == ["thief@evil.example"])
        }
    }

    @Test func `a taken address is answered like a free one, and its owner is told`() async throws {
        try await AccountWorld.with { world in
            try await world.index.addUser(
                name: "bruno", email: "bruno@index.example", password: AccountWorld.otherPassword)
            try await world.signIn()
            var pages: [String] = []
            for address in ["bruno@index.example", "free1@index.example"] {
                let answer = try await world.browser.submit(
                    "/manage/account/emails/add/", ["email": address],
                    from: "/manage/account/emails/")
                #expect(answer.status == .seeOther)
                pages.append(
                    try await world.page("/manage/account/emails/")
                        .replacing("free1@", with: "bruno@"))
            }
            #expect(
                try await world.letters("verify-email").map(\.recipient) == ["free1@index.example"])
            #expect(
                try await world.letters("already-registered").map(\.recipient) == [
                    "bruno@index.example"
                ])
            // Primary-change and verification stay out of reach for it.
            #expect(
                try await world.changeAddress("primary", "bruno@index.example").status == .forbidden
            )
        }
    }

    @Test func `a link verifies for the account that asked, signed in, and once`() async throws {
        try await AccountWorld.with { world in
            try await world.index.addUser(
                name: "bruno", email: "bruno@index.example", password: AccountWorld.otherPassword)
            try await world.signIn()
            _ = try await world.browser.submit(
                "/manage/account/emails/add/", ["email": "new@index.example"],
                from: "/manage/account/emails/")
            let letter = try #require(try await world.letters("verify-email").first)
            let other = world.stranger()
            let detour = try await other.get(letter.link)
            #expect(detour.headers[.location]?.hasPrefix("/account/login/?next=") == true)
            try await world.signIn("bruno", AccountWorld.otherPassword, in: other)
            #expect(try await other.get(letter.link).status == .forbidden)
            let mark = TestBrowser.mark(in: try await world.page("/", in: other))
            let fields = ["csrf": mark, "token": letter.token]
            #expect(try await other.post("/account/verify-email/", fields).status == .forbidden)
            // Programs that look at mails before people do use up nothing.
            for _ in 0..<2 { #expect(try await world.browser.get(letter.link).status == .ok) }
            let own = [
                "csrf": TestBrowser.mark(in: try await world.page(letter.link)),
                "token": letter.token,
            ]
            #expect(try await world.browser.post("/account/verify-email/", own).status == .seeOther)
            #expect(
                try await world.browser.post("/account/verify-email/", own).status == .forbidden)
        }
    }

    @Test func `addresses are changed five times in five minutes, and no more`() async throws {
        try await AccountWorld.with { world in
            try await world.signIn()
            try await world.addAddress("second@index.example")
            for number in 1...6 {
                let address = number % 2 == 0 ? "alma@index.example" : "second@index.example"
                let answer = try await world.changeAddress("primary", address)
                #expect(answer.status == (number <= 5 ? .seeOther : .tooManyRequests))
            }
            #expect(
                try await world.changeAddress("remove", "alma@index.example").status
                    == .tooManyRequests)
            world.clock.advance(by: .seconds(300))
            #expect(
                try await world.changeAddress("remove", "alma@index.example").status == .seeOther)
        }
    }

    @Test(arguments: TestDriver.available)
    func `an address that is added twice at once is added once`(
        _ driver: TestDriver
    ) async throws {
        try await AccountWorld.with(driver: driver) { world in
            try await world.signIn()
            let mark = TestBrowser.mark(in: try await world.page("/manage/account/emails/"))
            let fields = ["csrf": mark, "email": "second@index.example"]
            let statuses: [Int] = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        let path = "/manage/account/emails/add/"
                        return try await world.browser.post(path, fields).status.code
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses.sorted() == [303, 409, 409, 409])
            #expect(try await world.letters("verify-email").count == 1)
        }
    }

    @Test func `what touches addresses needs a proof of the last half hour`() async throws {
        try await AccountWorld.with { world in
            try await world.signIn()
            let mark = TestBrowser.mark(in: try await world.page("/manage/account/emails/"))
            world.clock.advance(by: .seconds(1801))
            let read = try await world.browser.get("/manage/account/emails/")
            #expect(
                read.headers[.location]
                    == "/account/reauthenticate/?next=%2Fmanage%2Faccount%2Femails%2F")
            let sent = try await world.browser.post(
                "/manage/account/emails/add/", ["csrf": mark, "email": "x@index.example"])
            #expect(
                sent.headers[.location]
                    == "/account/reauthenticate/?next=%2Fmanage%2Faccount%2Femails%2F")
            let wrong = try await world.browser.submit(
                "/account/reauthenticate/", ["password": "wrong"])
            #expect(wrong.status == .forbidden)
            let proven = try await world.browser.submit(
                "/account/reauthenticate/",
                ["password": AccountWorld.password, "next": "/manage/account/emails/"])
            #expect(proven.headers[.location] == "/manage/account/emails/")
            #expect(try await world.browser.get("/manage/account/emails/").status == .ok)
        }
    }
}
