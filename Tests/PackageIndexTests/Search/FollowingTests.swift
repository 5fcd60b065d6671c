import CheeseboardTesting
import Database
import Foundation
import PackageIndex
import PythonPackaging
import Testing

@Suite struct `The file that search looks into` {
    @Test(arguments: TestDriver.available)
    func `follows the changes of every process, also after a restart`(
        _ driver: TestDriver
    ) async throws {
        try await SearchTesting.with(driver) { testing in
            try await testing.publish("brie", summary: "one")
            #expect(try await testing.names("brie") == ["brie"])
            await testing.search.close()
            // Another process publishes and deletes while no server runs.
            let second = Index(
                database: try await testing.test.database.another(),
                blobs: testing.test.index.blobs, clock: testing.test.clock)
            try await testing.publish("edam", summary: "two")
            try await second.deleteProject(try ProjectName("brie"), by: .machineOwner)
            await second.database.close()
            let marks = try testing.files()
            #expect(try await testing.names("edam") == ["edam"])
            #expect(try await testing.names("brie") == [])
            #expect(try testing.files() == marks)
            try await testing.publish("feta", summary: "three")
            #expect(try await testing.names("three") == ["feta"])
        }
    }

    @Test(arguments: TestDriver.available)
    func `has of equals what changed last in front, also when it is made anew`(
        _ driver: TestDriver
    ) async throws {
        try await SearchTesting.with(driver) { testing in
            for name in ["brie", "edam", "feta"] { try await testing.publish(name, summary: "one") }
            #expect(try await testing.names("one") == ["feta", "edam", "brie"])
            try await testing.publish("brie", "2.0", summary: "one")
            #expect(try await testing.names("one") == ["brie", "feta", "edam"])
            try await testing.search.refresh()
            await testing.search.close()
            try FileManager.default.removeItem(atPath: try testing.path())
            #expect(try await testing.names("one") == ["brie", "feta", "edam"])
        }
    }

    @Test(arguments: TestDriver.available)
    func `leaves a project where it stood when inspection finds more out about it`(
        _ driver: TestDriver
    ) async throws {
        try await SearchTesting.with(driver) { testing in
            for name in ["brie", "edam"] { try await testing.publish(name, summary: "one") }
            try await testing.test.index.runDueJobs()
            #expect(try await testing.names("one") == ["edam", "brie"])
            testing.test.clock.advance(by: .seconds(5))
            try await testing.test.database.write { connection in
                try connection.run(
                    "UPDATE inspections SET rubric = 1 WHERE file_id = (SELECT MIN(id) FROM files)")
            }
            #expect(try await testing.test.index.inspectOutdatedFiles() == 1)
            #expect(try await testing.test.index.runDueJobs() == 1)
            #expect(try await testing.names("one") == ["edam", "brie"])
        }
    }

    @Test func `goes on by itself until it is cancelled`() async throws {
        try await SearchTesting.with { testing in
            let running = Task { await testing.search.run() }
            try await testing.publish("brie")
            var names: [String] = []
            while names.isEmpty {
                try await Task.sleep(for: .milliseconds(20))
                names = try await testing.search.search(
                    SearchQuery("brie"), for: nil, from: .local
                ).hits.map(\.name)
            }
            #expect(names == ["brie"])
            running.cancel()
            await running.value
        }
    }

    @Test(arguments: ["missing", "garbage", "empty", "older", "cut", "unfinished"])
    func `is made again when it is of no use`(_ damage: String) async throws {
        try await SearchTesting.with { testing in
            try await testing.publish("brie", summary: "soft")
            try await testing.load([SearchTesting.line("zola", "blue")])
            try await testing.search.refresh()
            await testing.search.close()
            let path = try testing.path()
            let url = URL(fileURLWithPath: path)
            switch damage {
            case "missing":
                try FileManager.default.removeItem(at: url)
            case "garbage":
                try Data(repeating: 0x41, count: 100_000).write(to: url)
            case "empty":
                try Data().write(to: url)
            case "cut":
                try Data(try Data(contentsOf: url).prefix(8_192)).write(to: url)
            case "older", "unfinished":
                let driver = try SQLiteDriver(path: path)
                try await driver.write { connection in
                    try connection.run(
                        damage == "older"
                            ? "UPDATE state SET value = '0' WHERE name = 'format'"
                            : "UPDATE state SET value = 'false' WHERE name = 'isComplete'")
                }
                await driver.close()
            default: Issue.record("no such damage")
            }
            #expect(try await testing.names("soft") == ["brie"])
            #expect(try await testing.names("zola") == ["zola"])
        }
    }

    @Test func `is made again when it is found damaged while it is searched`() async throws {
        try await SearchTesting.with { testing in
            for number in 0..<300 {
                try await testing.test.database.write { _ in }
                _ = number
            }
            try await testing.publish("brie", summary: "soft")
            try await testing.load(
                (0..<3_000).map { SearchTesting.line("cheese-\($0)", "number \($0)") })
            try await testing.search.refresh()
            await testing.search.close()
            // The head stays, so that it opens; everything behind is noise.
            let url = URL(fileURLWithPath: try testing.path())
            var bytes = try Data(contentsOf: url)
            for place in stride(from: bytes.count / 3, to: bytes.count, by: 3) {
                bytes[place] = 0x5A
            }
            try bytes.write(to: url)
            for _ in 0..<20 {
                _ = try? await testing.answer("cheese number 77")
            }
            #expect(try await testing.names("cheese-1234").first == "cheese-1234")
            #expect(try await testing.names("brie") == ["brie"])
        }
    }

    @Test func `of another database is not taken for this one's`() async throws {
        try await SearchTesting.with { first in
            try await first.publish("brie")
            try await first.search.refresh()
            await first.search.close()
            try await SearchTesting.with { second in
                second.test.clock.advance(by: .seconds(5))
                try await second.publish("edam")
                let search = ProjectSearch(
                    second.test.index, folder: first.test.folder.path + "/search")
                try await search.refresh()
                #expect(
                    try await search.search(SearchQuery(""), for: nil, from: .local).hits.map(
                        \.name) == ["edam"])
                await search.close()
            }
        }
    }

    @Test func `of a second server in the same folder is another one`() async throws {
        try await SearchTesting.with { testing in
            try await testing.publish("brie")
            try await testing.search.refresh()
            let second = ProjectSearch(
                testing.test.index, folder: testing.test.folder.path + "/search")
            try await second.refresh()
            #expect(
                try await second.search(SearchQuery("brie"), for: nil, from: .local).hits.map(
                    \.name) == ["brie"])
            #expect(try testing.test.folder.files(in: "search-2").contains("index-1.sqlite"))
            await second.close()
        }
    }

    @Test func `answers with what is there while it is not there yet`() async throws {
        try await SearchTesting.with { testing in
            let answer = try await testing.search.search(
                SearchQuery("brie"), for: nil, from: .local)
            #expect(!answer.isComplete && answer.hits == [])
            try await testing.search.refresh()
            #expect(
                try await testing.search.search(SearchQuery("brie"), for: nil, from: .local)
                    .isComplete)
        }
    }
}

extension SearchTesting {
    /// The files of search, without SQLite's own beside them.
    fileprivate func files() throws -> [String] {
        try test.folder.files(in: "search").filter { $0.hasSuffix(".sqlite") }
    }

    fileprivate func path() throws -> String {
        test.folder.path + "/search/" + (try #require(try files().last))
    }
}
