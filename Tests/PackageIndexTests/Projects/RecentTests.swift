import CheeseboardTesting
import Database
import PackageIndex
import PythonPackaging
import Testing

@Suite struct `What is new` {
    @Test(arguments: TestDriver.available)
    func `leaves out releases whose files were all deleted, until one is back`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver) { test in
            let (index, brie) = (test.index, try ProjectName("brie"))
            try await test.publish(.wheel("1.0"))
            test.clock.advance(by: .seconds(60))
            try await test.publish(.wheel("1.1"))
            func expectVersions(_ versions: [String]) async throws {
                #expect(try await index.newestReleases(10).map(\.version) == versions)
                let own = try await index.newestReleases(of: "brie", 10, for: nil)
                #expect(own?.map(\.version) == versions)
                let projects = try await index.newestProjects(10).map(\.version)
                #expect(projects == Array(versions.prefix(1)))
            }
            try await expectVersions(["1.1", "1.0"])
            let file = Sample.wheel("1.1").filename
            try await index.deleteFile(file, of: brie, by: test.requester)
            try await expectVersions(["1.0"])
            try await index.deleteFile(
                Sample.wheel("1.0").filename, of: brie, by: test.requester)
            try await expectVersions([])
            try await index.restoreFile(file, of: brie, by: test.requester)
            try await expectVersions(["1.1"])
        }
    }

    @Test(arguments: TestDriver.available)
    func `counts a small index at once, and a large one once a minute`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver) { test in
            let index = test.index
            try await test.publish(.wheel("1.0"))
            #expect(try await index.figures().releases == 1)
            try await test.publish(.wheel("1.1"))
            #expect(try await index.figures().releases == 2)
            try await test.database.write { connection in
                try connection.run(
                    """
                    WITH RECURSIVE numbers (n) AS (
                        SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 1000)
                    INSERT INTO projects (uid, name, normalized_name, created_at)
                    SELECT 'uid-' || n, 'p' || n, 'p' || n, 0 FROM numbers
                    """)
            }
            #expect(try await index.figures().projects == 1001)
            try await test.publish(.wheel("1.2"))
            test.clock.advance(by: .seconds(59))
            #expect(try await index.figures().releases == 2)
            test.clock.advance(by: .seconds(1))
            #expect(try await index.figures().releases == 3)
        }
    }
}
