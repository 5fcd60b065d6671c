import CheeseboardTesting
import HTTPTypes
import HummingbirdTesting
import NIOCore
import PackageIndex
import Testing
import WebServer

@Suite struct `Sessions of people` {
    private static let password = "correct horse & battery+staple"

    @Test func `signing in makes a session, and signing out ends it for good`() async throws {
        try await withAlma { _, browser in
            let answer = try await browser.submit(
                "/account/login/", ["name": "alma", "password": Self.password])
            #expect(answer.status == .seeOther && answer.headers[.location] == "/")
            let secret = try #require(browser.cookies["cheeseboard_session"])
            let page = try await browser.get("/")
            #expect(String(buffer: page.body).contains("You are signed in."))
            #expect(page.headers[.cacheControl] == "private, no-store")
            #expect(!String(buffer: try await browser.get("/").body).contains("You are signed in."))
            let out = try await browser.submit("/account/logout/", [:], from: "/")
            #expect(out.status == .seeOther)
            #expect(browser.cookies["cheeseboard_session"] == nil)
            browser.cookies["cheeseboard_session"] = secret
            let again = try await browser.get("/account/reauthenticate/")
            #expect(again.headers[.location]?.hasPrefix("/account/login/") == true)
        }
    }

    @Test func `a session that a browser was given before is not the one after signing in`()
        async throws
    {
        try await withAlma { _, browser in
            let planted = BearerSecret().text
            browser.cookies["cheeseboard_session"] = planted
            let answer = try await browser.submit(
                "/account/login/", ["name": "alma", "password": Self.password])
            #expect(answer.status == .seeOther)
            #expect(browser.cookies["cheeseboard_session"] != planted)
        }
    }

    @Test func `what a stranger planted in a browser gives them nothing of who signs in there`()
        async throws
    {
        try await withAlma { server, victim in
            try await server.test.index.addUser(
                name: "bruno", email: "bruno@index.example", password: Self.password)
            let thief = TestBrowser(browser: victim)
            let login = "/account/login/"
            var marks = [
                TestBrowser.mark(in: String(buffer: try await thief.get(login).body))
            ]
            let unknown = thief.cookies
            _ = try await thief.submit(login, ["name": "bruno", "password": Self.password])
            marks.append(
                TestBrowser.mark(
                    in: String(buffer: try await thief.get("/manage/account/").body)))
            victim.cookies = unknown.merging(thief.cookies) { $1 }
            let answer = try await victim.submit(
                login, ["name": "alma", "password": Self.password])
            #expect(answer.status == .seeOther)
            let (own, foreign) = (
                String(buffer: try await victim.get("/manage/account/").body),
                String(buffer: try await thief.get("/manage/account/").body)
            )
            #expect(own.contains("<h1>alma</h1>") && foreign.contains("<h1>bruno</h1>"))
            for mark in marks {
                let forged = try await victim.post("/account/logout/", ["csrf": mark])
                #expect(forged.status == .forbidden)
            }
        }
    }

    @Test func `a wrong name and a wrong password are told in the same words`() async throws {
        try await withAlma { _, browser in
            var pages: [String] = []
            for (name, password) in [("alma", "wrong"), ("nobody", Self.password)] {
                let answer = try await browser.submit(
                    "/account/login/", ["name": name, "password": password])
                #expect(answer.status == .forbidden)
                pages.append(
                    String(buffer: answer.body).replacing(name, with: "NAME")
                        .replacing(/name="csrf" value="[^"]*"/, with: "MARK"))
            }
            #expect(pages[0] == pages[1])
        }
    }

    @Test func `no two pages have the same mark, and all of them are good`() async throws {
        try await withAlma { _, browser in
            var marks: [String] = []
            for _ in 0..<2 {
                let page = try await browser.get("/account/login/")
                marks.append(TestBrowser.mark(in: String(buffer: page.body)))
            }
            #expect(marks[0] != marks[1])
            for mark in marks {
                let answer = try await browser.post(
                    "/account/login/", ["name": "alma", "password": "wrong", "csrf": mark])
                #expect(!String(buffer: answer.body).contains("came from another site"))
            }
            let halves = marks.map { $0.split(separator: ".") }
            let mixed = "\(halves[0][0]).\(halves[1][1])"
            let answer = try await browser.post(
                "/account/login/", ["name": "alma", "password": "wrong", "csrf": mixed])
            #expect(String(buffer: answer.body).contains("came from another site"))
        }
    }

    @Test func `a form without this browser's mark is refused`() async throws {
        try await withAlma { server, browser in
            let fields = ["name": "alma", "password": Self.password]
            let mark = TestBrowser.mark(
                in: String(buffer: try await browser.get("/account/login/").body))
            let other = TestBrowser(browser: browser)
            for (browser, changed, headers) in [
                (browser, [:], [:]), (browser, ["csrf": "x"], [:]), (other, ["csrf": mark], [:]),
                (browser, ["csrf": mark], ["Origin": "https://evil.example"]),
                (browser, ["csrf": mark], ["Origin": "http://localhost.evil.example"]),
                (browser, ["csrf": mark], ["Sec-Fetch-Site": "cross-site"]),
                (browser, ["csrf": mark], ["Sec-Fetch-Site": "same-site"]),
            ] as [(TestBrowser, [String: String], [String: String])] {
                var given = HTTPFields()
                for (name, value) in headers { given[try #require(HTTPField.Name(name))] = value }
                let answer = try await browser.post(
                    "/account/login/", fields.merging(changed) { $1 }, given)
                #expect(answer.status == .forbidden, "\(changed) \(headers)")
                #expect(String(buffer: answer.body).contains("came from another site"))
            }
            #expect(browser.cookies["cheeseboard_session"] == nil)
            let answer = try await browser.post(
                "/account/login/", fields.merging(["csrf": mark]) { $1 })
            #expect(answer.status == .seeOther)
        }
    }

    @Test(arguments: [
        ("/manage/x?a=b", "/manage/x?a=b"), ("//evil.example", "/"), ("https://evil.example", "/"),
        ("/\\evil.example", "/"), ("\\/evil.example", "/"), ("/\t/evil.example", "/"), ("", "/"),
        ("javascript:alert(1)", "/"), ("/ok\r\nSet-Cookie: a=b", "/"),
    ])
    func `signing in leads to this site only`(_ next: String, _ expected: String) async throws {
        try await withAlma { _, browser in
            let answer = try await browser.submit(
                "/account/login/", ["name": "alma", "password": Self.password, "next": next])
            #expect(answer.headers[.location] == expected)
            let proven = try await browser.submit(
                "/account/reauthenticate/", ["password": Self.password, "next": next])
            #expect(proven.headers[.location] == expected)
        }
    }

    @Test func `whoever knows the password comes and goes as often as they like`() async throws {
        try await withAlma { _, browser in
            let right = ["name": "alma", "password": Self.password]
            for _ in 1...12 {
                #expect(try await browser.submit("/account/login/", right).status == .seeOther)
                _ = try await browser.submit("/account/logout/", [:], from: "/")
            }
            // What was right takes nothing of what was wrong back.
            for number in 1...11 {
                let answer = try await browser.submit(
                    "/account/login/", ["name": "alma", "password": "wrong"])
                #expect(answer.status == (number <= 10 ? .forbidden : .tooManyRequests))
            }
        }
    }

    @Test func `too many wrong passwords are refused, right ones too, until time has passed`()
        async throws
    {
        try await withAlma { server, browser in
            for number in 1...12 {
                let answer = try await browser.submit(
                    "/account/login/", ["name": "alma", "password": "wrong"])
                #expect(answer.status == (number <= 10 ? .forbidden : .tooManyRequests))
            }
            let right = ["name": "alma", "password": Self.password]
            let refused = try await browser.submit("/account/login/", right)
            #expect(refused.status == .tooManyRequests && refused.headers[.retryAfter] != nil)
            server.test.clock.advance(by: .seconds(301))
            #expect(try await browser.submit("/account/login/", right).status == .seeOther)
        }
    }

    @Test(arguments: [
        ("/account/logout/", HTTPResponse.Status.methodNotAllowed), ("/x/", .notFound),
    ])
    func `whoever is signed in stays so on a page that says no`(
        _ path: String, _ status: HTTPResponse.Status
    ) async throws {
        try await withAlma { _, browser in
            let stranger = try await browser.get(path, [.accept: "text/html"])
            #expect(stranger.status == status)
            #expect(stranger.headers[.contentType] == "text/html; charset=utf-8")
            #expect(!String(buffer: stranger.body).contains("Sign out"))
            if status == .methodNotAllowed { #expect(stranger.headers[.allow] == "POST") }
            _ = try await browser.submit(
                "/account/login/", ["name": "alma", "password": Self.password])
            let known = try await browser.get(path, [.accept: "text/html"])
            #expect(String(buffer: known.body).contains("Sign out"))
        }
    }

    @Test func `a session ends by itself, and with its user's freedom`() async throws {
        try await withAlma { server, browser in
            let fields = ["name": "alma", "password": Self.password]
            _ = try await browser.submit("/account/login/", fields)
            server.test.clock.advance(by: .seconds(11 * 3600))
            #expect(try await browser.get("/account/reauthenticate/").status == .ok)
            server.test.clock.advance(by: .seconds(11 * 3600))
            #expect(try await browser.get("/account/reauthenticate/").status == .ok)
            server.test.clock.advance(by: .seconds(13 * 3600))
            #expect(try await browser.get("/account/reauthenticate/").status == .seeOther)
            _ = try await browser.submit("/account/login/", fields)
            try await server.test.index.freezeUser("alma")
            #expect(try await browser.get("/account/reauthenticate/").status == .seeOther)
        }
    }

    @Test func `other names than the configured ones are refused`() async throws {
        let site = SiteAddress("https://index.example/py", otherHosts: ["mirror.example"])
        for (host, isAllowed) in [
            ("index.example", true), ("INDEX.example:443", true), ("mirror.example", true),
            ("evil.example", false), ("index.example.evil.example", false), ("localhost", true),
            ("127.0.0.1:8080", true), ("[::1]:8080", true), ("", false),
            ("192.0.2.7:8080", true), ("[2001:db8::1]", true), ("7.evil.example", false),
            ("evil7", false), ("192.0.2.7.evil.example", false), ("evil.", false),
        ] {
            #expect(site.allows(host: host) == isAllowed, "\(host)")
        }
        site.announce("http://evil.example")
        #expect(site.base == "https://index.example/py")
    }

    private func withAlma(
        _ body: @Sendable (TestServer, TestBrowser) async throws -> Void
    ) async throws {
        try await TestIndex.with { test in
            try await test.index.addUser(
                name: "alma", email: "alma@index.example", password: Self.password)
            let server = try TestServer(test)
            try await server.application.test(.router) { client in
                try await body(server, TestBrowser(client))
            }
        }
    }
}
