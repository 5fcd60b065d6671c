import CheeseboardTesting
import Database
import HTTPTypes
import HummingbirdTesting
import NIOCore
import PackageIndex
import PythonPackaging
import Testing
import WebServer
import Website

@Suite struct `Pages of long projects` {
    /// What a page may have on the wire, its style sheet and scripts included.
    private static let mostBytes = 60_000
    private static let releases = 2_000
    private static let first = "How it begins"
    private static let last = "How it ends"

    @Test(.timeLimit(.minutes(5)), arguments: [true, false])
    func `have less than 60 KB, and show the rest where it is asked for`(
        _ isRendered: Bool
    ) async throws {
        try await TestIndex.with { test in
            let words = Self.words(bytes: MetadataLimits().fileBytes - 1_000)
            try await publish(words, isRendered: isRendered, to: test)
            try await TestServer(test).application.test(.router) { client in
                let alice = try await owner(of: test, client)
                for path in [
                    "/project/brie/", "/project/brie/1.0/", "/manage/project/brie/releases/",
                ] {
                    let size = try await wireBytes(of: path, alice)
                    #expect(size < Self.mostBytes, "\(path): \(size)")
                }
                let page = try await text("/project/brie/", alice)
                let path = "/project/brie/1.0/?description=all"
                #expect(page.contains(#"<a href="\#(path)#description">Show the whole"#))
                #expect(page.contains(Self.first) && !page.contains(Self.last))
                let whole = try await text(path, alice)
                #expect(whole.contains(Self.last) && !whole.contains("Show the whole"))
            }
        }
    }

    @Test(arguments: [true, false])
    func `begin with as much of a text without blanks as has room`(
        _ isRendered: Bool
    ) async throws {
        try await TestIndex.with { test in
            let words = Self.words(bytes: 400_000).filter { !$0.isWhitespace }
            try await publish(words, isRendered: isRendered, to: test)
            try await TestServer(test).application.test(.router) { client in
                let page = try await text("/project/brie/", TestBrowser(client))
                #expect(page.contains(String(words.prefix(40_000))))
                #expect(page.contains("Show the whole"))
            }
        }
    }

    @Test(arguments: [true, false])
    func `have their description measured once, whoever reads it`(
        _ isRendered: Bool
    ) async throws {
        try await TestIndex.with { test in
            try await publish(Self.words(bytes: 400_000), isRendered: isRendered, to: test)
            let server = try TestServer(test)
            try await server.application.test(.router) { client in
                let alice = try await owner(of: test, client)
                for browser in [TestBrowser(client), alice, alice] {
                    let page = try await text("/project/brie/", browser)
                    let narrowed = try await text("/project/brie/1.0/?python=3.12", browser)
                    for html in [page, narrowed] { #expect(html.contains("Show the whole")) }
                }
                #expect(server.site.descriptionCuts.measurements == 1)
            }
        }
    }

    @Test func `list fifty releases each, newest first`() async throws {
        try await TestIndex.with { test in
            try await publish("short", isRendered: false, to: test)
            try await TestServer(test).application.test(.router) { client in
                let alice = try await owner(of: test, client)
                for (path, row, place) in [
                    ("/project/brie/", #"<a class="what" href="/project/brie/"#, "#history"),
                    ("/manage/project/brie/releases/", #"href="/manage/project/brie/release/"#, ""),
                ] {
                    for (query, first, newer, older) in [
                        ("", "1.0", nil, 2), ("?page=2", "0.1950", 1, 3),
                        ("?page=41", "0.0", 40, nil), ("?page=99", "0.0", 40, nil),
                        ("?page=-1", "1.0", nil, 2), ("?page=x", "1.0", nil, 2),
                    ] as [(String, String, Int?, Int?)] {
                        let html = try await text(path + query, alice)
                        let rows = html.ranges(of: row).count
                        #expect(rows == (first == "0.0" ? 1 : 50), "\(path)\(query)")
                        #expect(html.contains("\(row)\(first)/"), "\(path)\(query)")
                        for (name, page) in [("Newer", newer), ("Older", older)] {
                            let link = page.map { #"<a href="?page=\#($0)\#(place)">\#(name)</a>"# }
                            let isRight =
                                link.map { html.contains($0) } ?? !html.contains(">\(name)</a>")
                            #expect(isRight, "\(path)\(query) \(name)")
                        }
                    }
                }
            }
        }
    }

    @Test func `lead to their neighbours with all else that was asked`() async throws {
        try await TestIndex.with { test in
            try await publish("short", isRendered: false, to: test)
            try await TestServer(test).application.test(.router) { client in
                let alice = try await owner(of: test, client)
                for (path, query) in [
                    (
                        "/project/brie/?python=3.12&page=2&platform=a%2Bb+%26c",
                        "?platform=a%2Bb%20%26c&amp;python=3.12&amp;page=3#history"
                    ),
                    (
                        "/manage/project/brie/releases/?page=2&deleted=4",
                        "?deleted=4&amp;page=3"
                    ),
                ] {
                    let html = try await text(path, alice)
                    #expect(html.contains(#"<a href="\#(query)">Older</a>"#), "\(path)")
                }
            }
        }
    }

    /// Publishes brie 1.0 with a description, and puts older releases without files beside it.
    private func publish(
        _ description: String, isRendered: Bool, to test: TestIndex
    ) async throws {
        var wheel = WheelBuilder(name: "brie", version: "1.0")
        wheel.metadata.description = description
        try await test.publish(wheel.make())
        let paragraphs = description.split(separator: "\n").map { "<p>\($0)</p>" }
        let html: String? =
            isRendered ? "<div>\(paragraphs.joined(separator: "\n"))</div>" : nil
        try await test.database.write { connection in
            try connection.run(
                """
                INSERT INTO descriptions (release_id, html, renderer, rendered_at)
                SELECT id, $1, 'x', 0 FROM releases
                """, html)
            for number in 0..<Self.releases {
                let version = try Version("0.\(number)")
                try connection.run(
                    """
                    INSERT INTO releases
                        (project_id, version, canonical_version, metadata, created_at)
                    SELECT id, $1, $2, '{}', $3 FROM projects
                    """, version.normalized, version.canonical, number)
            }
        }
    }

    /// Lines of words that hardly compress.
    private static func words(bytes: Int) -> String {
        var random = SeededRandom(seed: 60)
        var text: [UInt8] = []
        text.reserveCapacity(bytes)
        while text.count < bytes {
            let roll = random.next() % 64
            switch roll {
            case 0: text.append(UInt8(ascii: "\n"))
            case 1..<8: text.append(UInt8(ascii: " "))
            default: text.append(UInt8.random(in: 0x61...0x7A, using: &random))
            }
        }
        return "\(first)\n" + String(decoding: text, as: UTF8.self) + "\n\(last)"
    }

    /// The browser of alice, who owns brie.
    private func owner(
        of test: TestIndex, _ client: any TestClientProtocol
    ) async throws -> TestBrowser {
        let (secret, now) = (BearerSecret(), test.clock.now())
        try await test.database.write { connection in
            try connection.run(
                """
                INSERT INTO sessions (uid, secret_hash, user_id, created_at, last_seen_at,
                    expires_at, proven_at)
                SELECT $1, $1, id, $2, $2, $3, $2 FROM users WHERE name = 'alice'
                """, secret.digest, now.microseconds, (now + .seconds(3600)).microseconds)
        }
        let browser = TestBrowser(client)
        browser.cookies = ["cheeseboard_session": secret.text]
        return browser
    }

    private func text(_ path: String, _ browser: TestBrowser) async throws -> String {
        let answer = try await browser.get(path)
        #expect(answer.status == .ok, "\(path)")
        return String(buffer: answer.body)
    }

    /// What a browser gets for a page, its style sheet and script.
    private func wireBytes(of path: String, _ browser: TestBrowser) async throws -> Int {
        var size = 0
        for path in [path, "/static/style.css", "/static/site.js"] {
            let answer = try await browser.get(path, [.acceptEncoding: "gzip"])
            #expect(answer.status == .ok && answer.headers[.contentEncoding] == "gzip", "\(path)")
            size += answer.body.readableBytes
        }
        return size
    }
}
