import CheeseboardTesting
import Database
import Outbound
import PackageIndex
import PythonPackaging
import Testing

@Suite("Descriptions")
struct DescriptionTests {
    @discardableResult
    private func publish(
        _ test: TestIndex, _ text: String, type: String? = nil, version: String = "1.0"
    ) async throws -> UploadOutcome {
        var builder = WheelBuilder(name: "brie", version: version)
        builder.metadata.description = text
        if let type { builder.metadata.fields = [("Description-Content-Type", type)] }
        return try await test.publish(builder.make())
    }

    /// Runs a test with the stand-in for the library.
    private func withRenderer(
        _ driver: TestDriver = .sqlite, profile: Profile = .private,
        _ body: (TestIndex) async throws -> Void
    ) async throws {
        let folder = try TemporaryFolder()
        var limits = DescriptionRenderer.Limits()
        limits.time = .seconds(60)
        let renderer = DescriptionRenderer(
            python: try StandInPython.make(in: folder), limits: limits)
        var settings = IndexSettings()
        settings.profile = profile
        try await TestIndex.with(driver, settings: settings, descriptionRenderer: renderer) {
            try await body($0)
        }
        await renderer.close()
    }

    @Test(arguments: TestDriver.available)
    func `a description is rendered by a job, which may run twice`(
        _ driver: TestDriver
    ) async throws {
        try await withRenderer(driver) { test in
            try await publish(test, "<p>ripe</p>", type: "text/markdown")
            #expect(try await html(test) == nil)
            try await test.index.runDueJobs()
            #expect(try await html(test) == "GFM<p>ripe</p>")
            let job = try #require(
                try await test.index.jobs(in: .done).first { $0.kind == .renderDescription })
            try await test.index.retryJob(job.id)
            #expect(try await test.index.runDueJobs() == 1)
            #expect(try await html(test) == "GFM<p>ripe</p>")
            // Kept pages hear of the inspection and of the description, once.
            let marks = try await test.database.read {
                try $0.rows("SELECT project FROM page_changes").map {
                    try $0.get("project") as String
                }
            }
            #expect(marks == ["brie", "brie"])
            #expect(try await test.index.renderOutdatedDescriptions() == 0)
        }
    }

    @Test(arguments: TestDriver.available)
    func `another renderer renders everything again`(_ driver: TestDriver) async throws {
        try await withRenderer(driver) { test in
            try await publish(test, "one", type: "text/plain")
            try await publish(test, "two", type: "text/plain", version: "2.0")
            try await test.index.runDueJobs()
            test.clock.advance(by: .seconds(60))
            try await test.database.write { connection in
                try connection.run("UPDATE descriptions SET renderer = 'older', html = NULL")
            }
            #expect(try await test.index.renderOutdatedDescriptions() == 2)
            #expect(try await test.index.renderOutdatedDescriptions() == 0)
            #expect(try await test.index.runDueJobs(in: [.descriptions]) == 2)
            #expect(try await test.index.renderOutdatedDescriptions() == 0)
            #expect(try await html(test) != nil)
        }
    }

    @Test(arguments: ["fail", "<script>x</script>", "die"])
    func `what does not render is shown as text, with a warning for its author`(
        text: String
    ) async throws {
        try await withRenderer { test in
            let type = text == "<script>x</script>" ? "text/markdown" : "text/plain"
            let outcome = try await publish(test, text, type: type)
            #expect(outcome.warnings.map(\.code) == [.descriptionUnrenderable])
            try await test.index.runDueJobs()
            #expect(try await html(test) == nil)
            #expect(try await problem(test) != nil)
        }
    }

    @Test func `PyPI's rules refuse what does not render`() async throws {
        try await withRenderer(profile: .pypi) { test in
            let refusal = await #expect(throws: Refusal.self) {
                try await publish(test, "nothing said: reStructuredText")
            }
            #expect(refusal?.code == .descriptionUnrenderable)
            #expect(
                refusal?.message
                    == "The description failed to render in the default format of reStructuredText: odd"
            )
            try await publish(test, "text", type: "text/plain")
        }
    }

    @Test func `a release that is made anew does not show what it said before`() async throws {
        try await withRenderer { test in
            try await publish(test, "before", type: "text/plain")
            try await test.index.runDueJobs()
            let name = try ProjectName("brie")
            try await test.index.deleteRelease(try Version("1.0"), of: name, by: test.requester)
            test.clock.advance(by: .seconds(60))
            var builder = WheelBuilder(name: "brie", version: "1.0")
            builder.build = "1"
            builder.metadata.description = "after"
            builder.metadata.fields = [("Description-Content-Type", "text/plain")]
            try await test.publish(builder.make())
            #expect(try await html(test) == nil)
            try await test.index.runDueJobs()
            #expect(try await html(test)?.contains("after") == true)
        }
    }

    /// The release that the project's page shows.
    private func shown(_ test: TestIndex) async throws -> ShownRelease {
        let overview = try await test.index.projectOverview(
            "brie", version: nil, for: test.principal)
        return try #require(overview?.shown)
    }

    /// Its description as the page has it; nil where the page shows the text itself.
    private func html(_ test: TestIndex) async throws -> String? {
        try await shown(test).description?.text
    }

    /// Why a description could not be rendered.
    private func problem(_ test: TestIndex) async throws -> String? {
        try await test.database.read { connection in
            try connection.row("SELECT problem FROM descriptions").flatMap {
                try $0.get("problem") as String?
            }
        }
    }

    @Test(arguments: TestDriver.available)
    func `without a renderer there is the text alone`(_ driver: TestDriver) async throws {
        try await TestIndex.with(driver) { test in
            let text = "<script>alert(1)</script> & \"more\""
            try await publish(test, text)
            try await test.index.runDueJobs()
            let shown = try await shown(test)
            #expect(shown.description == nil)
            #expect(shown.metadata.description?.contains(text) == true)
            #expect(try await problem(test) == nil)
        }
    }

    @Test func `a Python that is not there fails no job and no upload`() async throws {
        let renderer = DescriptionRenderer(python: "/nowhere/python")
        var settings = IndexSettings()
        settings.profile = .pypi
        try await TestIndex.with(settings: settings, descriptionRenderer: renderer) { test in
            try await publish(test, "text\n====\n\n**")
            try await test.index.runDueJobs()
            #expect(try await test.index.jobs().isEmpty)
            #expect(try await html(test) == nil)
            #expect(try await test.index.renderOutdatedDescriptions() == 0)
        }
    }

    @Test(arguments: [Profile.private, .pypi])
    func `where the renderer cannot be started for now, the job comes again`(
        _ profile: Profile
    ) async throws {
        let folder = try TemporaryFolder()
        let renderer = DescriptionRenderer(
            python: try StandInPython.script("kill -9 $$", in: folder))
        var settings = IndexSettings()
        settings.profile = profile
        try await TestIndex.with(settings: settings, descriptionRenderer: renderer) { test in
            guard profile == .private else {
                // A rule that refuses is not passed over because nobody could ask it.
                await #expect(throws: RendererNotStarted.self) { try await publish(test, "text") }
                return
            }
            try await publish(test, "text")
            try await test.index.runDueJobs()
            let job = try #require(
                try await test.index.jobs().first { $0.kind == .renderDescription })
            #expect(job.state == .ready && job.attempts == 1 && job.lastError != nil)
        }
    }

    @Test func `a renderer that cannot be asked keeps no job waiting for the next turn`()
        async throws
    {
        let folder = try TemporaryFolder()
        let renderer = DescriptionRenderer(
            python: try StandInPython.script("kill -9 $$", in: folder))
        try await TestIndex.with(descriptionRenderer: renderer) { test in
            try await publish(test, "text")
            // Asked by the one turn, and once more before its first job.
            let asked = Countdown(2)
            await JobWorker(test.index, lanes: [.descriptions], pause: .milliseconds(1))
                .run { asked.isOver() }
            let job = try #require(
                try await test.index.jobs().first { $0.kind == .renderDescription })
            #expect(job.attempts == 1)
        }
    }

    @Test(arguments: TestDriver.available)
    func `what the database holds is checked again before it is shown`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver) { test in
            try await publish(test, "hello")
            for (stored, isShown) in [("<p>rendered</p>", true), ("<script>x</script>", false)] {
                try await test.database.write { connection in
                    try connection.run("DELETE FROM descriptions")
                    try connection.run(
                        """
                        INSERT INTO descriptions (release_id, html, renderer, rendered_at)
                        SELECT id, $1, 'x', 0 FROM releases
                        """, stored)
                }
                #expect(try await html(test) == (isShown ? stored : nil))
            }
        }
    }
}
