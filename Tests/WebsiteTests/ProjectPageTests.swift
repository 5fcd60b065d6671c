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

@Suite struct `The page of a project` {
    @Test func `tells how to install, what it is, and what it needs`() async throws {
        try await withSite { test, _, client in
            try await test.publish(
                brie("1.0") { wheel in
                    wheel.metadata.summary = "Soft & <mild>"
                    wheel.metadata.requiresPython = ">=3.10"
                    wheel.metadata.description = "Ripe <script>alert(1)</script>"
                    wheel.metadata.requiresDist = [
                        "feta>=2", "absent", #"gouda ; extra == "board""#,
                        #"feta ; python_version < "3.12" and extra == "board""#,
                    ]
                    wheel.metadata.providesExtra = ["board"]
                    wheel.metadata.fields = [
                        ("Project-URL", "Source, https://code.index.example/brie"),
                        ("Project-URL", "Trick, javascript:alert(1)"),
                        ("Keywords", "soft,white"),
                    ]
                })
            try await test.publish(wheel("feta", "2.0"))
            let html = try await page("/project/brie/", client)
            for part in [
                "pip install --index-url http://localhost/simple/ brie</code>",
                "uv add --default-index http://localhost/simple/ brie</code>",
                "poetry add --source cheeseboard brie</code>",
                "Soft &amp; &lt;mild&gt;", "Python &gt;=3.10",
                #"<pre class="plain-text">Ripe &lt;script&gt;alert(1)&lt;/script&gt;"#,
                #"<a href="/project/feta/">feta</a> <span class="mono soft">&gt;=2</span>"#,
                #"<span class="outside">absent</span>"#, "With the extra board",
                "if <code>python_version &lt; &quot;3.12&quot;</code>",
                #"href="https://code.index.example/brie""#, #"href="/user/alice/""#,
                "brie-1.0-py3-none-any.whl", "Python 3 on any system", ">1 file, ",
            ] {
                #expect(html.contains(part), "\(part)")
            }
            #expect(!html.contains(#"href="javascript"#))
        }
    }

    @Test func `says plainly what is wrong`() async throws {
        try await withSite { test, server, client in
            for version in ["1.0", "2.0", "3.0rc1"] { try await test.publish(brie(version)) }
            let name = try ProjectName("brie")
            try await test.index.yankRelease(
                try Version("2.0"), of: name, reason: "It <ran>.", by: .machineOwner)
            server.pages.forget(["brie"])
            #expect(try await page("/project/brie/", client).contains("brie==") == false)
            let yanked = try await page("/project/brie/2.0/", client)
            #expect(yanked.contains("This release was yanked"))
            #expect(yanked.contains("It &lt;ran&gt;."))
            #expect(yanked.contains("brie==2.0</code>"))
            let early = try await page("/project/brie/3.0rc1/", client)
            #expect(early.contains("This is a pre-release") && early.contains("brie==3.0rc1"))
            for (status, words) in [
                ("archived", "This project is archived"),
                ("deprecated", "Its owners advise against using this project"),
                ("quarantined", "This project is quarantined"),
            ] {
                try await test.database.write {
                    try $0.run("UPDATE projects SET status = $1, successor = 'feta'", status)
                }
                server.pages.forget(["brie"])
                let html = try await page("/project/brie/", client)
                #expect(html.contains(words), "\(status)")
                #expect(html.contains("pip install") == (status != "quarantined"))
                #expect(html.contains(#"href="/project/feta/""#) == (status == "deprecated"))
            }
        }
    }

    @Test func `shows as verified what links back here, and the project's own page`() async throws {
        try await withSite { test, _, client in
            let own = "\(SiteAddress().base)/project/brie/"
            try await test.publish(
                brie("1.0") { wheel in
                    wheel.metadata.fields = [
                        ("Home-page", "https://home.index.example/"),
                        ("Project-URL", "Here, \(own)"),
                        ("Project-URL", "Source, https://code.index.example/brie"),
                    ]
                })
            try await test.database.write {
                try $0.run(
                    """
                    INSERT INTO verified_urls (project_id, url, verified_at)
                    SELECT id, 'https://home.index.example/', 0 FROM projects
                    """)
            }
            let html = try await page("/project/brie/", client)
            let parts = html.components(separatedBy: "Unverified details")
            try #require(parts.count == 2)
            for url in [own, "https://home.index.example/"] {
                #expect(parts[0].contains(#"href="\#(url)""#), "\(url)")
                #expect(!parts[1].contains(#"href="\#(url)""#), "\(url)")
            }
            #expect(parts[1].contains(#"href="https://code.index.example/brie""#))
        }
    }

    @Test func `tells of three years without a release`() async throws {
        try await withSite { test, _, client in
            try await test.publish(brie("1.0"))
            #expect(!(try await page("/project/brie/", client)).contains("No release for three"))
            test.clock.advance(by: .seconds(3 * 366 * 24 * 3600))
            #expect(try await page("/project/brie/", client).contains("No release for three years"))
        }
    }

    @Test func `shows the files that fit a platform and a Python`() async throws {
        try await withSite { test, _, client in
            for tag in [
                "cp311-cp311-manylinux_2_17_x86_64", "cp312-cp312-manylinux_2_17_x86_64",
                "cp39-abi3-win_amd64", "cp312-cp312-macosx_11_0_universal2",
            ] {
                try await test.publish(brie("1.0") { $0.tag = tag })
            }
            let all = try await page("/project/brie/", client)
            #expect(all.contains(#"<option value="linux-x86_64">Linux x86-64</option>"#))
            #expect(all.contains("CPython 3.9 or newer on Windows x86-64"))
            #expect(all.contains("CPython 3.12 on macOS Intel and ARM64 (11.0 or newer)"))
            for (query, count, hidden) in [
                ("platform=linux-x86_64", 2, "hides 2"), ("python=3.12", 3, "hides 1"),
                ("platform=windows-x86_64&python=3.13", 1, "hides 3"),
                ("platform=macos-arm64&python=3.11", 0, "hides 4"),
            ] {
                let html = try await page("/project/brie/?\(query)", client)
                #expect(
                    html.components(separatedBy: #"class="file-for""#).count - 1 == count,
                    "\(query)")
                #expect(html.contains(hidden), "\(query)")
            }
        }
    }

    @Test func `takes for a Python what its tags and Requires-Python admit`() async throws {
        try await withSite { test, _, client in
            for tag in [
                "cp27-cp27m-manylinux1_x86_64", "py2-none-any", "py39-none-any", "py3-none-any",
                "pp310-pypy310_pp73-win_amd64",
            ] {
                try await test.publish(brie("1.0") { $0.tag = tag })
            }
            for tag in ["py3-none-any", "cp39-abi3-win_amd64"] {
                try await test.publish(
                    brie("2.0") { wheel in
                        wheel.tag = tag
                        wheel.metadata.requiresPython = ">=3.10.2,<3.13"
                    })
            }
            for (query, files) in [
                ("1.0/", ["cp27-", "py2-", "py39-", "py3-", "pp310-"]),
                ("1.0/?python=3.8", ["py3-"]), ("1.0/?python=3.9", ["py39-", "py3-"]),
                ("1.0/?python=3.10", ["py39-", "py3-", "pp310-"]),
                ("1.0/?python=3.13", ["py39-", "py3-"]),
                ("2.0/?python=3.9", []), ("2.0/?python=3.10", ["py3-", "cp39-"]),
                ("2.0/?python=3.12", ["py3-", "cp39-"]), ("2.0/?python=3.13", []),
            ] as [(String, Set<String>)] {
                let html = try await page("/project/brie/\(query)", client)
                for tag in ["cp27-", "py2-", "py39-", "py3-", "pp310-", "cp39-"] {
                    let version = query.prefix(3)
                    #expect(
                        html.contains("brie-\(version)-\(tag)") == files.contains(tag),
                        "\(query), \(tag)")
                }
            }
        }
    }

    @Test func `is kept until the project changes, and never with a person's marks`() async throws {
        try await withSite { test, server, client in
            try await test.publish(brie("1.0"))
            let first = try await client.execute(uri: "/project/brie/", method: .get)
            let tag = try #require(first.headers[.eTag])
            let again = try await client.execute(
                uri: "/project/brie/", method: .get, headers: [.ifNoneMatch: tag])
            #expect(again.status == .notModified)
            let browser = TestBrowser(client)
            _ = try await test.index.addUser(
                name: "alma", email: "alma@index.example", password: "a ripe old cheddar 1887")
            _ = try await browser.submit(
                "/account/login/", ["name": "alma", "password": "a ripe old cheddar 1887"])
            _ = try await browser.get("/")
            let own = try await browser.get("/project/brie/")
            #expect(String(buffer: own.body).contains("Sign out"))
            #expect(own.headers[.cacheControl] == "private, no-store")
            let other = try await client.execute(uri: "/project/brie/", method: .get)
            #expect(other.headers[.eTag] == tag)
            #expect(!String(buffer: other.body).contains("alma"))
            #expect(!String(buffer: other.body).contains("csrf"))
            try await test.publish(brie("2.0"))
            server.pages.forget(["brie"])
            #expect(try await page("/project/brie/", client).contains("2.0"))
        }
    }

    @Test func `of a private project is exactly that of none, but for its people`() async throws {
        try await withSite { test, server, client in
            try await test.publish(brie("1.0"))
            try await test.publish(wheel("feta", "1.0") { $0.metadata.requiresDist = ["brie"] })
            try await test.database.write {
                try $0.run(
                    "UPDATE projects SET visibility = 'private' WHERE normalized_name = 'brie'")
            }
            for path in [
                "/project/NAME/", "/project/NAME/1.0/", "/project/NAME/9/",
                "/project/NAME/1.0/native/",
                "/rss/project/NAME/releases.xml", "/project/NAME/?platform=x",
            ] {
                var answers: [String] = []
                for name in ["brie", "none"] {
                    let answer = try await client.execute(
                        uri: path.replacing("NAME", with: name), method: .get)
                    #expect(answer.status == .notFound)
                    answers.append(String(buffer: answer.body).replacing(name, with: "NAME"))
                }
                #expect(answers[0] == answers[1], "\(path)")
            }
            #expect(!(try await page("/project/feta/", client)).contains(#"/project/brie/"#))
            #expect(!(try await page("/user/alice/", client)).contains("brie"))
            #expect(!(try await page("/", client)).contains("brie"))
            try await test.database.write {
                try $0.run("UPDATE projects SET visibility = 'public'")
            }
            server.pages.forget(nil)
            #expect(try await page("/project/brie/", client).contains("brie"))
        }
    }

    @Test func `has one address`() async throws {
        try await withSite { test, _, client in
            try await test.publish(brie("1.0"))
            for (path, target) in [
                ("/project/Brie/", "/project/brie/"), ("/project/brie", "/project/brie/"),
                ("/project/brie/v1.0/", "/project/brie/1.0/"), ("/p/BRIE/", "/project/brie/"),
                ("/pypi/brie/", "/project/brie/"), ("/pypi/brie/1.0/", "/project/brie/1.0/"),
                ("/u/alice/", "/user/alice/"), ("/user/Alice/", "/user/alice/"),
            ] {
                let answer = try await client.execute(uri: path, method: .get)
                #expect(answer.status == .movedPermanently, "\(path)")
                #expect(answer.headers[.location] == target, "\(path)")
            }
            for path in [
                "/project/brie/2.0/", "/project/brie/none/", "/project/-/", "/user/nobody/",
            ] {
                #expect(try await client.execute(uri: path, method: .get).status == .notFound)
            }
        }
    }

    @Test func `of a version that cannot be read says that there is no such release`() async throws
    {
        try await withSite { test, _, client in
            try await test.publish(brie("1.0"))
            for path in ["/project/brie/latest/", "/project/brie/latest/native/"] {
                let answer = try await client.execute(uri: path, method: .get)
                let html = String(buffer: answer.body)
                #expect(answer.status == .notFound)
                #expect(html.contains("There is no release"), "\(path)")
                #expect(!html.contains("There is no project"), "\(path)")
            }
        }
    }

    private func page(_ path: String, _ client: any TestClientProtocol) async throws -> String {
        let answer = try await client.execute(uri: path, method: .get)
        #expect(answer.status == .ok, "\(path)")
        return String(buffer: answer.body)
    }

    private func withSite(
        _ body: @Sendable (TestIndex, TestServer, any TestClientProtocol) async throws -> Void
    ) async throws {
        try await TestIndex.with { test in
            let server = try TestServer(test)
            try await server.application.test(.router) { try await body(test, server, $0) }
        }
    }

    private func brie(
        _ version: String, _ change: (inout WheelBuilder) -> Void = { _ in }
    ) -> (filename: String, bytes: [UInt8]) {
        wheel("brie", version, change)
    }

    private func wheel(
        _ name: String, _ version: String, _ change: (inout WheelBuilder) -> Void = { _ in }
    ) -> (filename: String, bytes: [UInt8]) {
        var wheel = WheelBuilder(name: name, version: version)
        change(&wheel)
        return wheel.make()
    }
}
