import CheeseboardTesting
import Database
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import PackageIndex
import PythonPackaging
import Testing
import WebServer

@Suite struct `Managing projects on the site` {
    @Test func `an owner yanks, deletes what they typed the name of, and brings it back`()
        async throws
    {
        try await withPeople { server, alice, _ in
            let release = "/manage/project/brie/release/1.0/"
            let words = String(repeating: "too long ", count: 60)
            let long = try await alice.submit(release + "yank/", ["reason": words], from: release)
            #expect(long.status == .badRequest)
            let shown = String(buffer: long.body)
            #expect(shown.contains("more than 500 characters") && shown.contains(words))
            let answer = try await alice.submit(
                release + "yank/", ["reason": "broken <b>"], from: release)
            #expect(answer.headers[.location] == release)
            let page = String(buffer: try await alice.get(release).body)
            #expect(page.contains("broken &lt;b&gt;") && page.contains("Take the yank back"))
            _ = try await alice.submit(release + "unyank/", [:], from: release)
            let wrong = try await alice.submit(release + "delete/", ["confirm": "1.1"])
            #expect(wrong.status == .badRequest)
            #expect(String(buffer: wrong.body).contains("What you typed is not 1.0."))
            let right = try await alice.submit(release + "delete/", ["confirm": " 1.0 "])
            #expect(right.headers[.location] == "/manage/project/brie/releases/")
            let releases = String(
                buffer: try await alice.get("/manage/project/brie/releases/").body)
            #expect(releases.contains("/manage/project/brie/release/1.0/restore/"))
            _ = try await alice.submit(
                release + "restore/", [:], from: "/manage/project/brie/releases/")
            #expect(
                try await server.test.index.projectListing("brie", for: nil)?.files.count == 1)
            let gone = try await alice.submit(
                "/manage/project/brie/delete_project/", ["confirm": "Brie"])
            #expect(gone.headers[.location] == "/manage/projects/")
            #expect(try await server.test.index.projectListing("brie", for: nil) == nil)
            _ = try await alice.submit(
                "/manage/projects/restore/", ["project": "brie"], from: "/manage/projects/")
            #expect(try await server.test.index.projectListing("brie", for: nil) != nil)
            let history = String(buffer: try await alice.get("/manage/project/brie/history/").body)
            for line in ["Release yanked", "Release brought back", "Project brought back"] {
                #expect(history.contains(line))
            }
        }
    }

    @Test func `an owner says why one file is yanked`() async throws {
        try await withPeople { server, alice, _ in
            let release = "/manage/project/brie/release/1.0/"
            let listing = try await server.test.index.projectListing("brie", for: nil)
            let file = try #require(listing?.files.first?.filename)
            let yank = "/manage/project/brie/file/\(file)/yank/"
            let form = String(buffer: try await alice.get(release).body)
            let rest = form.components(separatedBy: #"action="\#(yank)""#)
            try #require(rest.count == 2)
            let end = try #require(rest[1].firstRange(of: "</form>")?.lowerBound)
            #expect(rest[1][..<end].contains(#"<input name="reason" value="""#))
            let words = String(repeating: "too long ", count: 60)
            let long = try await alice.submit(yank, ["reason": words], from: release)
            #expect(long.status == .badRequest)
            let shown = String(buffer: long.body)
            #expect(shown.contains("more than 500 characters"))
            #expect(shown.components(separatedBy: words).count == 2)
            let answer = try await alice.submit(yank, ["reason": "torn <b>"], from: release)
            #expect(answer.headers[.location] == release)
            #expect(String(buffer: try await alice.get(release).body).contains("torn &lt;b&gt;"))
            let after = try await server.test.index.projectListing("brie", for: nil)
            #expect(after?.files.first?.yankedReason == "torn <b>")
        }
    }

    @Test func `somebody is invited, accepts, is made owner and hands the project over`()
        async throws
    {
        try await withPeople { server, alice, bob in
            let people = "/manage/project/brie/collaboration/"
            let unknown = try await alice.submit(people, ["user": "nobody", "role": "owner"])
            #expect(unknown.status == .badRequest)
            let again = String(buffer: unknown.body)
            #expect(again.contains("There is no user"))
            let start = try #require(again.firstRange(of: #"<select id="role""#)?.lowerBound)
            let form = again[start...]
            #expect(form.contains(#"<option value="owner" selected>"#))
            #expect(!form.contains(#"<option value="maintainer" selected>"#))
            let sent = try await alice.submit(people, ["user": "bob", "role": "reader"])
            #expect(sent.headers[.location] == people)
            let own = String(buffer: try await bob.get("/manage/projects/").body)
            let id = try #require(
                own.firstMatch(of: /name="id" value="([0-9a-f-]+)"/)?.1)
            _ = try await bob.submit(
                "/manage/projects/accept/", ["id": String(id)], from: "/manage/projects/")
            #expect(try await bob.get(people).status == .forbidden)
            _ = try await alice.submit(
                people + "change/", ["person": "bob", "role": "owner"], from: people)
            #expect(try await bob.get(people).status == .ok)
            // Alice has been an owner since long ago.
            try await server.test.database.write { try $0.run("UPDATE roles SET created_at = 0") }
            _ = try await bob.submit(people + "delete/", ["person": "alice"], from: people)
            let waiting = String(buffer: try await alice.get("/manage/projects/").body)
            #expect(waiting.contains("Your role in brie is to change"))
            let change = try #require(
                waiting.firstMatch(of: /name="id" value="([0-9a-f-]+)"/)?.1)
            _ = try await alice.submit(
                "/manage/projects/cancel-change/", ["id": String(change)],
                from: "/manage/projects/")
            #expect(
                try await server.test.index.collaborators(
                    of: try ProjectName("brie"), by: .machineOwner
                ).map(\.role) == [.owner, .owner])
            let left = try await bob.submit(people + "delete/", ["person": "bob"], from: people)
            #expect(left.headers[.location] == "/manage/projects/")
        }
    }

    @Test func `a token is made, shown once, listed and revoked`() async throws {
        try await withPeople { server, alice, _ in
            let path = "/manage/account/token/"
            let none = try await alice.submit(
                path, ["label": "cheese cart", "limit": "some", "scope": "upload", "days": "30"])
            #expect(none.status == .badRequest)
            #expect(String(buffer: none.body).contains(#"value="some" checked>"#))
            let forAll = try await alice.submit(
                path, ["label": "cheese cart", "limit": "all", "scope": "upload", "days": "31"])
            let again = String(buffer: forAll.body)
            #expect(again.contains(#"value="all" checked>"#))
            #expect(!again.contains(#"value="some" checked>"#))
            let made = try await alice.submit(
                path,
                [
                    "label": "cheese cart", "limit": "some", "project": "brie", "scope": "upload",
                    "days": "30",
                ])
            let page = String(buffer: made.body)
            let text = try #require(page.firstMatch(of: /cheeseboard-[A-Za-z0-9_-]+/)?.0)
            #expect(made.headers[.cacheControl] == "private, no-store")
            let principal = try await server.test.index.authenticate(.token(String(text)))
            #expect(principal.user.name == "alice")
            let list = String(buffer: try await alice.get(path).body)
            #expect(list.contains("cheese cart") && !list.contains(text))
            let seen = String(buffer: try await alice.get("/manage/project/brie/tokens/").body)
            #expect(seen.contains("cheese cart") && !seen.contains(text))
            let id = try #require(list.firstMatch(of: /name="id" value="([0-9a-f-]+)"/)?.1)
            _ = try await alice.submit(path + "revoke/", ["id": String(id)], from: path)
            #expect(!String(buffer: try await alice.get(path).body).contains("cheese cart"))
        }
    }

    @Test func `a token that a command made is called the same on both pages`() async throws {
        try await withPeople { server, alice, _ in
            _ = try await server.test.index.issueToken(
                to: "alice", TokenRequest(projects: [try ProjectName("brie")]))
            for path in ["/manage/account/token/", "/manage/project/brie/tokens/"] {
                let html = String(buffer: try await alice.get(path).body)
                #expect(html.contains(Token.labelOfCommands), "\(path)")
            }
        }
    }

    @Test func `settings change what a project is, and say what was wrong`() async throws {
        try await withPeople { server, alice, _ in
            let settings = "/manage/project/brie/settings/"
            let bad = try await alice.submit(
                "/manage/project/brie/deprecate/", ["successor": "no name!", "reason": "old"],
                from: settings)
            #expect(bad.status == .badRequest)
            let page = String(buffer: bad.body)
            #expect(page.contains("is not the name of a project") && page.contains("no name!"))
            _ = try await alice.submit(
                "/manage/project/brie/deprecate/", ["successor": "feta", "reason": "old"],
                from: settings)
            let deprecated = String(buffer: try await alice.get(settings).body)
            #expect(deprecated.contains("deprecated"))
            #expect(deprecated.contains(#"name="successor" value="feta""#))
            #expect(deprecated.contains(#"name="reason" value="old""#))
            _ = try await alice.submit("/manage/project/brie/unarchive/", [:], from: settings)
            let archive = "/manage/project/brie/archive/"
            let form = String(buffer: try await alice.get(settings).body)
            #expect(form.contains(#"<input id="archive-reason" name="reason" value="""#))
            let words = String(repeating: "too long ", count: 60)
            let long = try await alice.submit(archive, ["reason": words], from: settings)
            #expect(long.status == .badRequest)
            #expect(String(buffer: long.body).contains(words))
            _ = try await alice.submit(archive, ["reason": "It is done."], from: settings)
            let project = try await server.test.index.projectListing("brie", for: nil)?.project
            #expect(project?.status == .archived)
            #expect(project?.statusReason == "It is done.")
            _ = try await alice.submit(
                "/manage/project/brie/visibility/", ["visibility": "private"], from: settings)
            #expect(try await server.test.index.projectListing("brie", for: nil) == nil)
        }
    }

    @Test func `the history of a project tells from where its reader came, and of no one else`()
        async throws
    {
        try await withPeople { server, alice, _ in
            let traces = [("alice", "192.0.2.1"), ("bob", "192.0.2.2")]
            try await server.test.database.write { connection in
                for (actor, address) in traces {
                    try connection.run(
                        """
                        INSERT INTO events
                            (project_id, tag, actor, detail, client_address, user_agent, at)
                        SELECT id, 'project:archive:enter', $1, '{}', $2, 'agent ' || $2, 0
                        FROM projects WHERE normalized_name = 'brie'
                        """, actor, address)
                }
            }
            let page = String(buffer: try await alice.get("/manage/project/brie/history/").body)
            #expect(page.contains("192.0.2.1") && page.contains("agent 192.0.2.1"))
            #expect(!page.contains("192.0.2.2"))
            // An empty cell is left out on phones, with its label.
            #expect(page.contains(#"data-label="From" class="break"></td>"#))
        }
    }

    @Test func `every page and mail names a project as its owners spell it`() async throws {
        try await withPeople { server, alice, _ in
            let wheel = WheelBuilder(name: "Soft.Brie", version: "1.0").make()
            try await server.test.publish(wheel, form: ["name": ["Soft.Brie"]])
            let release = "release/1.0/"
            for page in [
                "releases/", "collaboration/", "tokens/", "history/", "settings/",
                "delete_project/", release, release + "delete/",
                "file/\(wheel.filename)/delete/",
            ] {
                let answer = try await alice.get("/manage/project/soft-brie/" + page)
                #expect(answer.status == .ok, "\(page)")
                let html = String(buffer: answer.body)
                #expect(html.contains(#"<a href="/project/soft-brie/">Soft.Brie</a>"#), "\(page)")
                #expect(!html.contains(">soft-brie<") && !html.contains("of soft-brie"), "\(page)")
            }
            let path = "/manage/account/token/"
            _ = try await alice.submit(
                path,
                [
                    "label": "cheese cart", "limit": "some", "project": "soft-brie",
                    "scope": "upload", "days": "30",
                ])
            let tokens = String(buffer: try await alice.get(path).body)
            #expect(tokens.contains(#"data-label="Projects" class="break">Soft.Brie</td>"#))
            let mail: String? = try await server.test.database.read {
                try $0.row("SELECT text_body FROM mails WHERE kind = 'token-made'")?
                    .get("text_body")
            }
            #expect(mail?.contains("Soft.Brie") == true)
        }
    }

    @Test func `administrators prohibit names and raise limits`() async throws {
        try await withPeople { server, alice, bob in
            #expect(try await alice.get("/admin/limits/").status == .forbidden)
            try await server.test.database.write {
                try $0.run("UPDATE users SET is_admin = 1 WHERE name = 'bob'")
            }
            let names = "/admin/prohibited-names/"
            let wrong = try await bob.submit(names, ["name": "a b"])
            #expect(wrong.status == .badRequest)
            _ = try await bob.submit(names, ["name": "Feta", "reason": "a trap"])
            #expect(String(buffer: try await bob.get(names).body).contains("a trap"))
            _ = try await bob.submit(names + "allow/", ["name": "feta"], from: names)
            #expect(String(buffer: try await bob.get(names).body).contains("No name is"))
            let limits = "/admin/limits/"
            let bad = try await bob.submit(limits, ["project": "brie", "file": "x"])
            #expect(bad.status == .badRequest)
            _ = try await bob.submit(
                limits, ["project": "brie", "file": "200", "total": ""])
            let project = try await server.test.index.projectListing("brie", for: nil)?.project
            #expect(project?.maximumFileBytes == 200 << 20 && project?.maximumTotalBytes == nil)
        }
    }

    @Test func `owners have addresses looked at where the settings have it so`() async throws {
        let settings = "/manage/project/brie/settings/"
        try await withPeople { _, alice, _ in
            let page = try await alice.get(settings)
            #expect(!String(buffer: page.body).contains("verify-urls"))
        }
        var verifying = IndexSettings()
        verifying.urlVerification = true
        try await withPeople(settings: verifying) { server, alice, bob in
            let path = "/manage/project/brie/verify-urls/"
            let page = String(buffer: try await alice.get(settings).body)
            #expect(page.contains(#"action="\#(path)""#))
            try await server.test.database.write { try $0.run("DELETE FROM jobs") }
            let foreign = try await bob.submit(path, [:], from: "/manage/projects/")
            #expect(foreign.status == .forbidden)
            #expect(try await server.test.index.jobs().isEmpty)
            let answer = try await alice.submit(path, [:], from: settings)
            #expect(answer.headers[.location] == settings)
            #expect(try await server.test.index.jobs().map(\.kind) == [.verifyURLs])
        }
    }

    private func withPeople(
        settings: IndexSettings = IndexSettings(),
        _ body: @Sendable (TestServer, TestBrowser, TestBrowser) async throws -> Void
    ) async throws {
        try await TestIndex.with(settings: settings) { test in
            try await test.publish(WheelBuilder(name: "brie", version: "1.0").make())
            try await test.addUser("bob")
            let server = try TestServer(test)
            try await server.application.test(.router) { client in
                let (alice, bob) = (TestBrowser(client), TestBrowser(client))
                try await signIn(alice, "alice", test)
                try await signIn(bob, "bob", test)
                try await body(server, alice, bob)
            }
        }
    }

    /// Opens a session as signing in does.
    private func signIn(_ browser: TestBrowser, _ name: String, _ test: TestIndex) async throws {
        let secret = BearerSecret()
        let now = test.clock.now()
        try await test.database.write { connection in
            try connection.run(
                """
                INSERT INTO sessions (uid, secret_hash, user_id, created_at, last_seen_at,
                    expires_at, proven_at)
                SELECT $1, $1, id, $2, $2, $3, $2 FROM users WHERE name = $4
                """, secret.digest, now.microseconds, (now + .seconds(3600)).microseconds, name)
        }
        browser.cookies["cheeseboard_session"] = secret.text
    }
}
