import CheeseboardTesting
import Database
import PackageIndex
import PythonPackaging
import Testing

@Suite struct `Names that resemble others` {
    private static let strict: IndexSettings = {
        var settings = IndexSettings()
        settings.profile = .pypi
        return settings
    }()

    @Test(arguments: TestDriver.available)
    func `a new project named like one that others need is noted, and forbidden nothing`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver, settings: Self.strict) { test in
            for name in ["needs-one", "needs-two"] {
                var wheel = WheelBuilder(name: name, version: "1.0")
                wheel.metadata.fields = [(name: "Requires-Dist", value: "camembert>=2")]
                try await test.publish(wheel.make())
            }
            try await publish("camenbert", test)
            try await publish("gouda", test)
            try await test.index.runDueJobs()
            let rows = try await test.database.read { connection in
                try connection.rows(
                    """
                    SELECT projects.name, events.detail FROM events
                    JOIN projects ON projects.id = events.project_id
                    WHERE events.tag = 'project:name:resembles'
                    """
                ).map { (try $0.get("name") as String, try $0.get("detail") as String) }
            }
            #expect(rows.map(\.0) == ["camenbert"])
            #expect(
                rows.map(\.1)
                    == [#"{"resembles":"camembert","rule":"mistaken-character"}"#])
            // Its owners are not told.
            let history = try await test.index.projectHistory(
                of: try ProjectName("camenbert"), by: test.requester)
            #expect(!history.contains { $0.tag == .nameResembles })
        }
    }

    @Test(arguments: TestDriver.available)
    func `a private project's name is told to administrators once it is public, and once`(
        _ driver: TestDriver
    ) async throws {
        var settings = Self.strict
        settings.projectVisibility = .private
        try await TestIndex.with(driver, settings: settings) { test in
            var wheel = WheelBuilder(name: "needs-one", version: "1.0")
            wheel.metadata.fields = [(name: "Requires-Dist", value: "camembert>=2")]
            try await test.publish(wheel.make())
            try await publish("camenbert", test)
            let (needs, name) = (try ProjectName("needs-one"), try ProjectName("camenbert"))
            try await test.index.changeVisibility(of: needs, to: .public, by: test.requester)
            func notes() async throws -> Int {
                test.clock.advance(by: .seconds(1))
                try await test.index.runDueJobs()
                return try await test.database.read { connection in
                    try connection.rows(
                        "SELECT id FROM events WHERE tag = 'project:name:resembles'"
                    ).count
                }
            }
            #expect(try await notes() == 0)
            // Closed again before it was looked at.
            for visibility in [Visibility.public, .private] {
                try await test.index.changeVisibility(
                    of: name, to: visibility, by: test.requester)
            }
            #expect(try await notes() == 0)
            for visibility in [Visibility.public, .private, .public] {
                try await test.index.changeVisibility(
                    of: name, to: visibility, by: test.requester)
                #expect(try await notes() == 1)
            }
        }
    }

    @Test(arguments: TestDriver.available)
    func `a new project named like one of the catalogue's most used is noted`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver, settings: Self.strict) { test in
            let fillers = (2...10_000).map {
                SearchTesting.line("filler-\($0)-\(String($0, radix: 36))", rank: $0)
            }
            // In no order, beyond the first 10,000, and of unknown use.
            let lines =
                fillers + [
                    SearchTesting.line("roquefort", rank: 10_001), SearchTesting.line("gorgonzola"),
                    SearchTesting.line("camembert", rank: 1),
                ]
            var rest: [UInt8]? = Array((lines.joined(separator: "\n") + "\n").utf8)
            let report = try await test.index.loadCatalogue {
                defer { rest = nil }
                return rest
            }
            #expect(report.entries == 10_002)
            for name in ["camenbert", "roquefrot", "gorgonzolla", "camembert"] {
                try await publish(name, test)
            }
            try await test.index.runDueJobs()
            let named: [String] = try await test.database.read { connection in
                try connection.rows(
                    """
                    SELECT projects.name FROM events JOIN projects ON projects.id = events.project_id
                    WHERE events.tag = 'project:name:resembles'
                    """
                ).map { try $0.get("name") }
            }
            #expect(named == ["camenbert"])
        }
    }

    private func publish(_ name: String, _ test: TestIndex) async throws {
        try await test.publish(WheelBuilder(name: name, version: "1.0").make())
    }
}
