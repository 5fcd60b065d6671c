import CheeseboardTesting
import Database
import Foundation
import PackageIndex
import Testing

@Suite struct `Statements of search` {
    @Test(arguments: TestDriver.available)
    func `in the index find their rows by an index`(_ driver: TestDriver) async throws {
        try await SearchTesting.with(driver) { testing in
            let recorded = RecordedStatements(testing.test.database)
            let index = Index(
                database: recorded, blobs: testing.test.index.blobs, clock: testing.test.clock)
            let search = ProjectSearch(index, folder: testing.test.folder.path + "/search")
            for number in 0..<20 { try await testing.publish("brie-\(number)", summary: "cheese") }
            try await testing.test.index.runDueJobs()
            try await testing.hide("brie-7")
            try await search.refresh()
            let actions: [(String, () async throws -> Void)] = [
                (
                    "searching",
                    { _ = try await search.search(SearchQuery("cheese"), for: nil, from: .local) }
                ),
                (
                    "searching with private projects",
                    {
                        _ = try await search.search(
                            SearchQuery("cheese"), for: testing.test.principal,
                            from: .local)
                    }
                ),
                ("nothing to follow", { try await search.refresh() }),
                (
                    "following",
                    {
                        try await testing.publish("brie-3", "2.0")
                        try await search.refresh()
                    }
                ),
            ]
            for (name, action) in actions {
                for (sql, plan) in try await recorded.plans(of: action) {
                    let scans = plan.split(separator: "\n").filter { line in
                        let isScan = line.contains("Seq Scan on") || line.contains("SCAN ")
                        return isScan && !line.contains("SCAN CONSTANT ROW")
                            && !line.contains("journal_counter") && !line.contains("catalogues")
                    }
                    #expect(scans == [], "\(name): \(sql)\n\(plan)")
                }
            }
            await search.close()
        }
    }

    @Test func `in the search file read no table whole`() async throws {
        try await SearchTesting.with { testing in
            try await testing.load((0..<500).map { SearchTesting.line("cheese-\($0)", "soft") })
            try await testing.search.refresh()
            await testing.search.close()
            let name = try #require(
                try testing.test.folder.files(in: "search").first { $0.hasSuffix(".sqlite") })
            let file = try SQLiteDriver(
                path: testing.test.folder.path + "/search/" + name, isDerived: true)
            let statements: [(String, [SQLValue])] = [
                ("SELECT id FROM documents WHERE squashed = $1 AND state <> 1", [.text("a")]),
                (
                    """
                    SELECT id FROM documents
                    WHERE squashed >= $1 AND squashed < $2 AND state = 0 ORDER BY id LIMIT $3
                    """, [.text("a"), .text("b"), .integer(100)]
                ),
                (
                    """
                    SELECT id FROM documents WHERE state = 0 AND id IN (
                        SELECT entry & 4294967295 FROM json_each($1) AS hashes CROSS JOIN variants
                        WHERE entry >= hashes.value AND entry < hashes.value + 4294967296)
                    """, [.text("[1,2]")]
                ),
                (
                    """
                    SELECT id FROM documents WHERE id IN (
                        SELECT rowid FROM words WHERE words MATCH $1 LIMIT $2)
                    """, [.text("soft"), .integer(20)]
                ),
            ]
            try await file.read { connection in
                for (sql, arguments) in statements {
                    let plan = try connection.queryPlan(sql, arguments: arguments)
                    let scans = plan.split(separator: "\n").filter {
                        $0.contains("SCAN ") && !$0.contains("VIRTUAL TABLE")
                    }
                    #expect(scans == [], "\(sql)\n\(plan)")
                }
            }
            await file.close()
        }
    }
}
