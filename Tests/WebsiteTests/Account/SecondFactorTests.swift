import CheeseboardTesting
import HTTPTypes
import HummingbirdTesting
import NIOCore
import PackageIndex
import Testing

@Suite struct `Second factors` {
    @Test func `a code from the app is asked after the password, and opens the account once`()
        async throws
    {
        try await AccountWorld.with { world in
            try await world.signIn()
            _ = try await world.makeRecoveryCodes()
            let secret = try await world.addAuthenticator()
            _ = try await world.browser.submit("/account/logout/", [:], from: "/")
            world.clock.advance(by: .seconds(600))
            let answer = try await world.signIn()
            #expect(answer.headers[.location] == "/account/two-factor/")
            #expect(try await !world.isSignedIn())
            let code = world.code(of: secret)
            let wrong = try await world.browser.submit("/account/two-factor/", ["code": "000000"])
            #expect(wrong.status == .forbidden)
            let right = try await world.browser.submit("/account/two-factor/", ["code": code])
            #expect(right.status == .seeOther)
            #expect(try await world.isSignedIn())
            // A replayed code, in the same half minute and in the next.
            for _ in 0..<2 {
                let other = world.stranger()
                try await world.signIn(in: other)
                let replayed = try await other.submit("/account/two-factor/", ["code": code])
                #expect(replayed.status == .forbidden)
                #expect(String(buffer: replayed.body).contains("used already"))
                world.clock.advance(by: .seconds(30))
            }
        }
    }

    @Test func `the code that set an app up signs nobody in`() async throws {
        try await AccountWorld.with { world in
            try await world.signIn()
            _ = try await world.makeRecoveryCodes()
            let secret = try await world.addAuthenticator()
            let other = world.stranger()
            try await world.signIn(in: other)
            let answer = try await other.submit(
                "/account/two-factor/", ["code": world.code(of: secret)])
            #expect(answer.status == .forbidden)
            #expect(String(buffer: answer.body).contains("used already"))
        }
    }

    @Test func `a clock that is wrong is told who sets the app up, and no guesser`() async throws {
        try await AccountWorld.with { world in
            try await world.signIn()
            _ = try await world.makeRecoveryCodes()
            let path = "/manage/account/totp-provision/"
            let html = try await world.page(path)
            let match = try #require(html.firstMatch(of: /name="secret" value="([A-Z2-7]{32})"/))
            let shown = try #require(AuthenticatorSecret(text: String(match.1)))
            let step = AuthenticatorSecret.step(at: world.clock.now())
            let told = try await world.browser.post(
                path,
                [
                    "csrf": TestBrowser.mark(in: html), "secret": shown.text,
                    "code": shown.code(at: step - 8),
                ])
            #expect(String(buffer: told.body).contains("4 minutes ago"))
            let secret = try await world.addAuthenticator()
            let other = world.stranger()
            try await world.signIn(in: other)
            var pages: Set<String> = []
            for code in [secret.code(at: step - 8), secret.code(at: step + 8), "000000"] {
                let answer = try await other.submit("/account/two-factor/", ["code": code])
                #expect(answer.status == .forbidden)
                let page = String(buffer: answer.body)
                #expect(page.contains("set its clock by itself"))
                pages.insert(page.replacing(TestBrowser.mark(in: page), with: ""))
            }
            #expect(pages.count == 1, "none says that it is another time's code")
        }
    }

    @Test func `guessing codes ends soon, whoever guesses`() async throws {
        try await AccountWorld.with { world in
            try await world.signIn()
            _ = try await world.makeRecoveryCodes()
            let secret = try await world.addAuthenticator()
            world.clock.advance(by: .seconds(600))
            let other = world.stranger()
            try await world.signIn(in: other)
            for number in 1...6 {
                let answer = try await other.submit(
                    "/account/two-factor/", ["code": "00000\(number)"])
                #expect(answer.status == (number <= 5 ? .forbidden : .tooManyRequests))
            }
            let right = try await other.submit(
                "/account/two-factor/", ["code": world.code(of: secret)])
            #expect(right.status == .tooManyRequests)
        }
    }

    @Test func `a second factor is added only where recovery codes were proven to be kept`()
        async throws
    {
        try await AccountWorld.with { world in
            try await world.signIn()
            for path in ["/manage/account/totp-provision/"] {
                let answer = try await world.browser.get(path)
                #expect(answer.headers[.location] == "/manage/account/recovery-codes/generate/")
            }
            let begun = try await world.browser.submit(
                "/manage/account/webauthn-provision/options", ["kind": "key"],
                from: "/manage/account/two-factor/")
            #expect(begun.headers[.location] == "/manage/account/recovery-codes/generate/")
            let path = "/manage/account/recovery-codes/"
            let wrong = try await world.browser.submit("\(path)generate/", ["password": "wrong"])
            #expect(wrong.status == .forbidden)
            _ = try await world.browser.submit(
                "\(path)generate/", ["password": AccountWorld.password])
            let guess = try await world.browser.submit(
                "\(path)burn/", ["code": "0123456789abcdef"])
            #expect(guess.status == .forbidden)
            #expect(
                try await world.browser.get("/manage/account/totp-provision/").status == .seeOther)
        }
    }

    @Test func `recovery codes are asked for only where some wait to be typed back`() async throws {
        try await AccountWorld.with { world in
            try await world.signIn()
            let path = "/manage/account/recovery-codes/"
            func expectDetour() async throws {
                let answer = try await world.browser.get("\(path)burn/")
                #expect(answer.status == .seeOther)
                #expect(answer.headers[.location] == "\(path)generate/")
            }
            try await expectDetour()
            _ = try await world.browser.submit(
                "\(path)generate/", ["password": AccountWorld.password])
            #expect(try await world.page("\(path)burn/").contains("Type one of the codes"))
            _ = try await world.makeRecoveryCodes()
            try await expectDetour()
        }
    }

    @Test func `a second factor is added only where an address is verified`() async throws {
        try await AccountWorld.with { world in
            try await world.signIn()
            let factors = "/manage/account/two-factor/"
            #expect(try await !world.page(factors).contains("First verify an e-mail address"))
            _ = try await world.makeRecoveryCodes()
            try await world.verify(false)
            #expect(try await world.page(factors).contains("First verify an e-mail address"))
            let path = "/manage/account/totp-provision/"
            let answers = [
                try await world.browser.get(path),
                try await world.browser.submit(
                    "/manage/account/webauthn-provision/options", ["kind": "passkey"],
                    from: factors),
            ]
            for answer in answers {
                #expect(answer.headers[.location] == "/manage/account/emails/")
            }
            #expect(try await world.page("/manage/account/emails/").contains("Verify an address"))
            // Nor by a form that was open before.
            let secret = AuthenticatorSecret()
            let fields = ["secret": secret.text, "code": world.code(of: secret)]
            let refused = try await world.browser.submit(path, fields, from: factors)
            #expect(refused.status == .forbidden)
            #expect(String(buffer: refused.body).contains("address that is verified"))
            try await world.verify(true)
            _ = try await world.addAuthenticator()
        }
    }

    @Test func `a recovery code works once, the proven one never, and old ones no more`()
        async throws
    {
        try await AccountWorld.with { world in
            try await world.signIn()
            let old = try await world.makeRecoveryCodes()
            let codes = try await world.makeRecoveryCodes()
            _ = try await world.addAuthenticator()
            for (code, isGood) in [
                (codes[0], false), (old[1], false), (codes[1], true), (codes[1], false),
            ] {
                world.clock.advance(by: .seconds(300))
                let other = world.stranger()
                other.cookies["cheeseboard_device"] = world.browser.cookies["cheeseboard_device"]
                try await world.signIn(in: other)
                let answer = try await other.submit("/account/recovery-code/", ["code": code])
                #expect(answer.status == (isGood ? .seeOther : .forbidden), "\(code)")
                #expect(try await world.isSignedIn(other) == isGood)
            }
            let letters = try await world.letters("recovery-code-used")
            #expect(
                letters.count == 1 && letters.allSatisfy { $0.text.contains("6 codes are left") })
        }
    }

    @Test func `whoever makes new recovery codes and gives up on the way keeps the old ones`()
        async throws
    {
        try await AccountWorld.with { world in
            try await world.signIn()
            let old = try await world.makeRecoveryCodes()
            _ = try await world.addAuthenticator()
            let path = "/manage/account/recovery-codes/"
            let made = try await world.browser.submit(
                "\(path)generate/", ["password": AccountWorld.password])
            let new = try #require(
                String(buffer: made.body).firstMatch(of: /<code>([0-9a-f]{16})<\/code>/))
            // An old one says nothing of the new ones.
            let proof = try await world.browser.submit("\(path)burn/", ["code": old[1]])
            #expect(proof.status == .forbidden)
            let other = world.stranger()
            other.cookies["cheeseboard_device"] = world.browser.cookies["cheeseboard_device"]
            try await world.signIn(in: other)
            for (code, isGood) in [(String(new.1), false), (old[1], true)] {
                let answer = try await other.submit("/account/recovery-code/", ["code": code])
                #expect(answer.status == (isGood ? .seeOther : .forbidden), "\(code)")
            }
            #expect(try await world.isSignedIn(other))
        }
    }

    @Test func `a security key is asked after the password`() async throws {
        try await AccountWorld.with { world in
            try await world.signIn()
            _ = try await world.makeRecoveryCodes()
            var key = try await world.addKey(isPasskey: false)
            let other = world.stranger()
            try await world.signIn(in: other)
            let html = try await world.page("/account/two-factor/", in: other)
            var fields = try key.assert(challenge: AccountWorld.challenge(in: html))
            fields.merge(["csrf": TestBrowser.mark(in: html), "kind": "key"]) { $1 }
            let answer = try await other.post("/account/webauthn-authenticate/validate", fields)
            // It cannot be phished: no mail is needed on a new device.
            #expect(answer.status == .seeOther)
            #expect(try await world.isSignedIn(other))
            #expect(try await world.letters("device-confirmation").isEmpty)
            #expect(try await world.letters("new-device").count == 2)
            // The same answer from somebody with the password, and one given on another site.
            var phished = key
            phished.origin = "https://evil.example"
            for isReplayed in [true, false] {
                let thief = world.stranger()
                try await world.signIn(in: thief)
                let html = try await world.page("/account/two-factor/", in: thief)
                let challenge = try AccountWorld.challenge(in: html)
                var stolen = try isReplayed ? fields : phished.assert(challenge: challenge)
                stolen.merge(["csrf": TestBrowser.mark(in: html), "kind": "key"]) { $1 }
                let refused = try await thief.post(
                    "/account/webauthn-authenticate/validate", stolen)
                #expect(refused.status == .forbidden)
                #expect(try await !world.isSignedIn(thief))
            }
        }
    }

    @Test func `removing a second factor is told to every address`() async throws {
        try await AccountWorld.with { world in
            try await world.signIn()
            _ = try await world.makeRecoveryCodes()
            _ = try await world.addAuthenticator()
            _ = try await world.addKey(isPasskey: true)
            let html = try await world.page("/manage/account/two-factor/")
            let uid = try #require(html.firstMatch(of: /name="key" value="([0-9a-f-]{36})"/)).1
            let mark = TestBrowser.mark(in: html)
            for (path, fields) in [
                ("totp-remove/", [:]), ("webauthn-provision/delete", ["key": String(uid)]),
            ] as [(String, [String: String])] {
                let answer = try await world.browser.post(
                    "/manage/account/\(path)", fields.merging(["csrf": mark]) { $1 })
                #expect(answer.headers[.location] == "/manage/account/two-factor/")
            }
            #expect(try await world.letters("second-factor-removed").count == 2)
            #expect(try await world.letters("second-factor-added").count == 2)
            _ = try await world.browser.submit("/account/logout/", [:], from: "/")
            #expect(try await world.signIn().headers[.location] == "/")
        }
    }
}
