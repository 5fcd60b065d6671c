import CheeseboardTesting
import Database
import PackageIndex
import PythonPackaging
import Testing

@Suite struct `Projects that need another` {
    @Test(arguments: TestDriver.available)
    func `are those whose latest release does, as far as one may see them`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver) { test in
            try await publish("Feta", "1.0", ["Brie>=1; python_version > '3'"], test)
            try await publish("gouda", "1.0", ["brie[soft]", "not a requirement"], test)
            try await publish("gouda", "2.0", [], test)
            try await publish("gouda", "3.0rc1", ["brie"], test)
            try await publish("halloumi", "1.0", ["brie", "BRIE>2"], test)
            try await publish("old", "1.0", ["brie"], test)
            let bob = Principal(user: try await test.addUser("bob"))
            let name = try ProjectName("brie")
            func dependents(_ principal: Principal?) async throws -> [String] {
                try await test.index.dependents(of: name, for: principal).projects.map(\.name)
            }
            try await test.index.changeVisibility(
                of: try ProjectName("halloumi"), to: .private, by: test.requester)
            try await test.index.deleteProject(try ProjectName("old"), by: test.requester)
            #expect(try await dependents(nil) == ["Feta"])
            #expect(try await dependents(bob) == ["Feta"])
            #expect(try await dependents(test.principal) == ["Feta", "halloumi"])
            // Yanked releases are the latest only where there is no other.
            try await test.index.yankRelease(
                try Version("2.0"), of: try ProjectName("gouda"), reason: nil,
                by: test.requester)
            #expect(try await dependents(nil) == ["Feta", "gouda"])
            let first = try await test.index.dependents(of: name, limit: 1, for: nil)
            #expect(first.hasMore && first.projects.map(\.normalizedName) == ["feta"])
            let rest = try await test.index.dependents(
                of: name, after: "feta", limit: 1, for: nil)
            #expect(!rest.hasMore && rest.projects.map(\.version) == ["1.0"])
        }
    }

    @Test(arguments: TestDriver.available)
    func `are found for releases of before there was the table, and a job may run twice`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver) { test in
            try await publish("feta", "1.0", ["brie", "gouda"], test)
            try await publish("feta", "1.1", ["brie"], test)
            try await test.database.write { connection in
                try connection.run("DELETE FROM dependencies WHERE release_id = 1")
                try connection.run("DELETE FROM dependents")
                try connection.run("UPDATE projects SET look_alike_key = NULL")
            }
            let rounds = Countdown(2)
            await JobWorker(test.index, pause: .milliseconds(1)).run { rounds.isOver() }
            try await test.database.write {
                try $0.run("UPDATE jobs SET state = 'ready' WHERE kind = 'fill-derived-columns'")
            }
            try await test.index.runDueJobs()
            let found = try await test.database.read { connection in
                (
                    try connection.rows(
                        "SELECT normalized_name AS n FROM dependencies ORDER BY release_id, n"
                    ).map { try $0.get("n") as String },
                    try connection.row("SELECT look_alike_key AS k FROM projects")?.get("k")
                        as String?
                )
            }
            #expect(found.0 == ["brie", "gouda", "brie"] && found.1 == "feta")
            #expect(try await test.index.jobs().isEmpty)
            let dependents = try await test.index.dependents(of: try ProjectName("brie"), for: nil)
            #expect(dependents.projects.map(\.version) == ["1.1"])
            let former = try await test.index.dependents(of: try ProjectName("gouda"), for: nil)
            #expect(former.projects.isEmpty)
        }
    }

    @Test(arguments: TestDriver.available)
    func `follow whatever makes another release the latest`(_ driver: TestDriver) async throws {
        try await TestIndex.with(driver) { test in
            let (index, feta) = (test.index, try ProjectName("feta"))
            try await publish("feta", "1.0", ["brie"], test)
            try await publish("feta", "2.0", ["gouda"], test)
            let (first, second) = (try Version("1.0"), try Version("2.0"))
            let file = "feta-2.0-py3-none-any.whl"
            func expectNeeded(_ needed: String, _ version: String) async throws {
                for name in ["brie", "gouda"] {
                    let list = try await index.dependents(of: try ProjectName(name), for: nil)
                    #expect(
                        list.projects.map(\.version) == (name == needed ? [version] : []),
                        "\(name)")
                }
            }
            try await expectNeeded("gouda", "2.0")
            let asker = test.requester
            let changes: [(String, @Sendable () async throws -> Void)] = [
                ("brie", { try await index.deleteRelease(second, of: feta, by: asker) }),
                ("gouda", { try await index.restoreRelease(second, of: feta, by: asker) }),
                ("brie", { try await index.yankFile(file, of: feta, reason: nil, by: asker) }),
                ("gouda", { try await index.unyankFile(file, of: feta, by: asker) }),
                (
                    "brie",
                    { try await index.yankRelease(second, of: feta, reason: nil, by: asker) }
                ),
                // With nothing left in it, it is not yanked.
                ("gouda", { try await index.deleteFile(file, of: feta, by: asker) }),
                ("brie", { try await index.restoreFile(file, of: feta, by: asker) }),
                ("gouda", { try await index.deleteRelease(first, of: feta, by: asker) }),
                ("brie", { try await index.restoreRelease(first, of: feta, by: asker) }),
                ("gouda", { try await index.unyankRelease(second, of: feta, by: asker) }),
            ]
            for (needed, change) in changes {
                try await change()
                try await expectNeeded(needed, needed == "brie" ? "1.0" : "2.0")
            }
            try await index.deleteProject(feta, by: asker)
            try await expectNeeded("nothing", "")
            try await index.restoreProject(feta, by: asker)
            try await expectNeeded("gouda", "2.0")
            try await index.deleteProject(feta, by: asker)
            test.clock.advance(by: .seconds(31 * 24 * 3600))
            try await index.collectGarbage()
            let rows = try await test.database.read { try $0.rows("SELECT needed FROM dependents") }
            #expect(rows.isEmpty)
        }
    }

    @Test func `are read in their order, without sorting them all`() async throws {
        try await TestIndex.with { test in
            let recorded = RecordedStatements(test.database)
            let index = Index(database: recorded, blobs: test.index.blobs, clock: test.clock)
            let plans = try await recorded.plans {
                _ = try await index.dependents(of: try ProjectName("brie"), for: test.principal)
            }
            #expect(!plans.isEmpty)
            for (sql, plan) in plans {
                #expect(!plan.contains("TEMP B-TREE"), "\(sql)\n\(plan)")
                #expect(plan.contains("SEARCH dependents"), "\(sql)\n\(plan)")
            }
        }
    }

    private func publish(
        _ name: String, _ version: String, _ needs: [String], _ test: TestIndex
    ) async throws {
        var wheel = WheelBuilder(name: name, version: version)
        wheel.metadata.fields = needs.filter { $0 != "not a requirement" }
            .map { (name: "Requires-Dist", value: $0) }
        try await test.publish(wheel.make())
    }
}
