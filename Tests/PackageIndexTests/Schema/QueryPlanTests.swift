import CheeseboardTesting
import Database
import PackageIndex
import PythonPackaging
import Testing

@Suite struct `Hot statements` {
    @Test(arguments: TestDriver.available)
    func `find their rows by an index, never by reading a whole table`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver) { test in
            let recorded = RecordedStatements(test.database)
            let index = Index(
                database: recorded, blobs: test.index.blobs, clock: test.clock)
            let hot = TestIndex(
                index: index, database: test.database, clock: test.clock, folder: test.folder,
                user: test.user)
            for number in 0..<20 { try await hot.publish(.wheel("1.\(number)")) }
            let sample = Sample.wheel("1.3")
            let token = try await hot.token()
            let actions: [(String, () async throws -> Void)] = [
                ("project listing", { _ = try await index.projectListing("brie", for: nil) }),
                (
                    "release",
                    {
                        _ = try await index.releaseDetail(
                            of: "brie", version: try Version("1.3"), for: nil)
                    }
                ),
                (
                    "list of projects",
                    {
                        _ = try await index.projectListUpdate(
                            since: 3, cuts: NameCuts(before: ["brie", "feta"]),
                            for: .user(test.user.id))
                    }
                ),
                ("offered file", { _ = try await index.offeredFile(sample.filename, for: nil) }),
                ("token", { _ = try await index.authenticate(.token(token)) }),
                (
                    "dependents",
                    { _ = try await index.dependents(of: try ProjectName("feta"), for: nil) }
                ),
                ("user", { _ = try await index.user(named: "alice") }),
                ("publishing", { try await hot.publish(.wheel("2.0")) }),
                ("publishing again", { try await hot.publish(sample) }),
                (
                    "conflict",
                    {
                        _ = try await code {
                            try await hot.publish(.wheel("1.3") { $0.files = [] })
                        }
                    }
                ),
                ("jobs", { _ = try await index.runDueJobs() }),
                ("journal", { _ = try await index.journal(after: 70, limit: 100) }),
                (
                    "yanking",
                    {
                        try await index.yankRelease(
                            try Version("1.3"), of: try ProjectName("brie"), reason: nil,
                            by: .machineOwner)
                    }
                ),
            ]
            for (name, action) in actions {
                let plans = try await recorded.plans(of: action)
                let usesIndex = plans.contains {
                    $0.plan.contains("SEARCH") || $0.plan.contains("Index")
                }
                #expect(usesIndex, "\(name)")
                for (sql, plan) in plans {
                    #expect(Self.readsNoWholeTable(plan), "\(name): \(sql)\n\(plan)")
                }
            }
        }
    }

    /// Whether a plan of either database searches, and never scans, a table that grows.
    private static func readsNoWholeTable(_ plan: String) -> Bool {
        plan.split(separator: "\n").allSatisfy { line in
            let isScan =
                line.contains("Seq Scan on")
                || line.contains("SCAN ") && !line.contains("SCAN CONSTANT ROW")
            // One row, whatever else grows.
            return !isScan || line.contains("journal_counter") || line.contains("page_counter")
        }
    }
}
