import CheeseboardTesting
import Database
import Outbound
import PackageIndex
import PythonPackaging
import Synchronization
import Testing

@Suite("Verified addresses")
struct BacklinkTests {
    private static let page = "https://index.example/project/brie/"
    private static let verifying: IndexSettings = {
        var settings = IndexSettings()
        settings.urlVerification = true
        return settings
    }()

    @Test(arguments: [
        #"<a rel="me" href="https://index.example/project/brie/">x</a>"#,
        #"<a href="https://index.example/project/brie" rel=me>x</a>"#,
        #"<A class=x REL='ME' HREF='HTTPS://INDEX.example/project/brie/#history'>x</A>"#,
        #"<link rel="me" href=https://index.example/project/brie/ >"#,
        #"<a rel="noopener me" href="https://index.example/project/brie/">x</a>"#,
        #"<p title="a > b"><a data-x rel=me href = "https://index.example/project/brie/">x</a>"#,
        #"<a rel="me" href="https:&#x2F;&#x2F;index.example/project/brie/">"#,
        #"< <a rel="me" href="https://index.example/project/brie/">"#,
        #"<script>"<a>"</script><a rel=me href="https://index.example/project/brie/">"#,
        #"<a rel=me href=x><a rel="me" href="https://index.example/project/brie/">"#,
    ])
    func `a page that links back as to itself is its project's`(html: String) {
        #expect(BacklinkSearch(to: Self.page).isFound(in: Array(html.utf8)))
    }

    @Test(arguments: [
        "", "<", "<a", "<a rel=me href=", "https://index.example/project/brie/",
        #"<a href="https://index.example/project/brie/">x</a>"#,
        #"<a rel="home" href="https://index.example/project/brie/">x</a>"#,
        #"<a rel="meat" href="https://index.example/project/brie/">x</a>"#,
        #"<a class="me" href="https://index.example/project/brie/">x</a>"#,
        #"<link rel="canonical" href="https://index.example/project/brie/">"#,
        #"<a rel=me href="https://index.example/project/brie-2/">x</a>"#,
        #"<a rel=me href="https://index.example.evil/project/brie/">x</a>"#,
        #"<a rel=me href="https://evil.example/?https://index.example/project/brie/">x</a>"#,
        #"<a rel="ugc nofollow" href="https://index.example/project/brie/">x</a>"#,
        #"<!-- <a rel=me href="https://index.example/project/brie/">x</a> -->"#,
        #"<script><a rel=me href="https://index.example/project/brie/"></script>"#,
        #"<textarea><a rel=me href="https://index.example/project/brie/"></textarea>"#,
        #"<img rel=me src="https://index.example/project/brie/">"#,
        #"<p title='<a rel=me href="https://index.example/project/brie/">'>"#,
        #"<p title="<a rel=me href='https://index.example/project/brie/'>"#,
        #"<a rel=me href="https://a.example" href="https://index.example/project/brie/">x</a>"#,
        #"<plaintext><a rel=me href="https://index.example/project/brie/">"#,
    ])
    func `another page is not`(html: String) {
        #expect(!BacklinkSearch(to: Self.page).isFound(in: Array(html.utf8)))
    }

    /// Read from each `<` to the end again, a page of a MiB would take hours.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "<a", "<a ", "<", "<a x=", "<a x=\"", "<a x='y' ", "<a>", "<a x=\"\">", "<a href",
            "</a",
            "<!--", "<!-", "<!-->", "<!-- --", "<script>", "<script></scrip", "<title></", "<a a ",
            "<a rel=me href=&amp;&amp;>",
        ])
    func `a page that is written to take long is read once`(shape: String) {
        var page: [UInt8] = []
        while page.count < 1 << 20 { page += shape.utf8 }
        #expect(!BacklinkSearch(to: Self.page).isFound(in: page))
    }

    @Test func `any bytes are read to their end`() {
        var random = SeededRandom(seed: 7)
        let alphabet = Array("<>/=\"' ahrefscipt-!\u{0}".utf8) + [0xFF, 0x80]
        for _ in 0..<2000 {
            let bytes = (0..<60).map { _ in alphabet.randomElement(using: &random) ?? 0 }
            _ = BacklinkSearch(to: Self.page).isFound(in: bytes)
        }
    }

    private func publish(_ test: TestIndex) async throws {
        var builder = WheelBuilder(name: "brie", version: "1.0")
        builder.metadata.fields = [
            ("Home-page", "https://home.example/"),
            ("Project-URL", "Here, https://index.example/project/brie/"),
            ("Project-URL", "Docs, https://docs.example/brie"),
        ]
        try await test.publish(builder.make())
    }

    private func verified(_ test: TestIndex) async throws -> [String] {
        let detail = try #require(
            try await test.index.releaseDetail(of: "brie", version: nil, for: test.principal))
        #expect(detail.urls.count == 3)
        return detail.urls.filter(\.isVerified).map(\.label).sorted()
    }

    private func marks(_ test: TestIndex) async throws -> Int {
        try await test.database.read { try $0.rows("SELECT serial FROM page_changes").count }
    }

    @Test(arguments: TestDriver.available)
    func `an address stays verified while its page links back, and through bad days`(
        _ driver: TestDriver
    ) async throws {
        let web = RecordedWeb()
        let back = "<a rel=\"me\" href=\"https://index.example/project/brie/\">x</a>"
        try await TestIndex.with(
            driver, settings: Self.verifying, site: SiteAddress("https://index.example"),
            httpFetcher: web
        ) { test in
            try await publish(test)
            #expect(try await verified(test) == ["Here"])
            let brie = try ProjectName("brie")
            func look() async throws {
                test.clock.advance(by: .seconds(61))
                try await test.index.requestURLVerification(of: brie, by: test.requester)
                try await test.index.runDueJobs(in: [.web])
            }
            web.pages = [
                "https://home.example/": .page(back), "https://docs.example/brie": .page("nothing"),
            ]
            try await look()
            #expect(try await verified(test) == ["Here", "Homepage"])
            web.pages["https://home.example/"] = .failure(FetchFailed(reason: "away"))
            try await look()
            #expect(try await verified(test) == ["Here", "Homepage"])
            web.pages["https://home.example/"] = .page(back, status: 503)
            try await look()
            #expect(try await verified(test) == ["Here", "Homepage"])
            #expect(try await marks(test) == 1)
            test.clock.advance(by: .seconds(31 * 24 * 3600))
            try await look()
            #expect(try await verified(test) == ["Here"])
            web.pages["https://home.example/"] = .page(back)
            try await look()
            #expect(try await verified(test) == ["Here", "Homepage"])
            web.pages["https://home.example/"] = .page("gone", status: 404)
            try await look()
            #expect(try await verified(test) == ["Here"])
            web.pages["https://home.example/"] = .page(back, from: "https://other.example/")
            try await look()
            #expect(try await verified(test) == ["Here"])
            web.pages["https://home.example/"] = .failure(FetchRefused(reason: "private"))
            try await look()
            #expect(try await verified(test) == ["Here"])
            // Kept pages hear of what was verified, of what ended, and of what was refuted.
            #expect(try await marks(test) == 4)
        }
    }

    @Test func `nobody has addresses looked at where the settings do not`() async throws {
        try await TestIndex.with { test in
            try await publish(test)
            try await test.index.requestURLVerification(
                of: try ProjectName("brie"), by: test.requester)
            #expect(try await test.index.jobs().allSatisfy { $0.kind != .verifyURLs })
        }
    }

    @Test func `only an owner asks for it, and a stranger learns nothing of a private project`()
        async throws
    {
        try await TestIndex.with { test in
            try await publish(test)
            let bob = Requester(Principal(user: try await test.addUser("bob")))
            let brie = try ProjectName("brie")
            let refusal = await #expect(throws: Refusal.self) {
                try await test.index.requestURLVerification(of: brie, by: bob)
            }
            #expect(refusal?.code == .noRole)
            try await test.database.write { connection in
                try connection.run("UPDATE projects SET visibility = 'private'")
            }
            let hidden = await #expect(throws: Refusal.self) {
                try await test.index.requestURLVerification(of: brie, by: bob)
            }
            #expect(hidden?.code == .projectUnknown)
        }
    }

    @Test func `where addresses are not to be looked at, no job looks at them`() async throws {
        let web = RecordedWeb()
        web.pages["https://home.example/"] = .page(
            "<a rel=me href=https://index.example/project/brie/>")
        try await TestIndex.with(
            site: SiteAddress("https://index.example"), httpFetcher: web
        ) { test in
            try await publish(test)
            try await test.index.requestURLVerification(
                of: try ProjectName("brie"), by: test.requester)
            try await test.database.write { connection in
                try connection.run(
                    "INSERT INTO verified_urls VALUES (1, 'https://docs.example/brie', 0)")
            }
            try await test.index.enqueueURLChecks()
            #expect(try await test.index.runDueJobs(in: [.web]) == 0)
            // One from before the setting was changed.
            let now = test.clock.now().microseconds
            try await test.database.write { connection in
                try connection.run(
                    """
                    INSERT INTO jobs (kind, idempotency_key, payload, run_after, created_at)
                    VALUES ('verify-urls', 'x', '1', $1, $1)
                    """, now)
            }
            #expect(try await test.index.runDueJobs(in: [.web]) == 1)
            #expect(try await verified(test) == ["Docs", "Here"])
        }
    }

    @Test(arguments: TestDriver.available)
    func `what was looked at longest ago is looked at first, and what is deleted never`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver, settings: Self.verifying) { test in
            for name in ["gone", "later", "sooner"] {
                try await test.publish(WheelBuilder(name: name, version: "1.0").make())
            }
            try await test.index.deleteProject(try ProjectName("gone"), by: test.requester)
            try await test.database.write { connection in
                for (name, at) in [("gone", 1), ("later", 3), ("sooner", 2)] as [(String, Int64)] {
                    try connection.run(
                        """
                        INSERT INTO verified_urls (project_id, url, verified_at)
                        SELECT id, 'https://a.example/', $1 FROM projects
                        WHERE normalized_name = $2
                        """, at, name)
                }
            }
            try await test.index.enqueueURLChecks()
            let asked = try await test.database.read { connection in
                try connection.rows(
                    """
                    SELECT projects.normalized_name FROM jobs
                    JOIN projects ON jobs.payload = CAST(projects.id AS TEXT)
                    WHERE jobs.kind = 'verify-urls' AND idempotency_key NOT LIKE '%release%'
                    ORDER BY jobs.id
                    """
                ).map { try $0.get("normalized_name") as String }
            }
            #expect(asked == ["sooner", "later"])
        }
    }

    @Test(arguments: ["\\..\\evil/", "%5C..%5Cevil/", "../evil/", "/evil/"])
    func `an address that browsers take for another page's is not the project's own`(
        _ path: String
    ) async throws {
        try await TestIndex.with(site: SiteAddress("https://index.example")) { test in
            var builder = WheelBuilder(name: "brie", version: "1.0")
            builder.metadata.fields = [
                ("Project-URL", "Sly, https://index.example/project/brie/\(path)")
            ]
            try await test.publish(builder.make())
            let detail = try #require(
                try await test.index.releaseDetail(of: "brie", version: nil, for: nil))
            #expect(detail.urls.map(\.isVerified) == [false])
        }
    }
}
