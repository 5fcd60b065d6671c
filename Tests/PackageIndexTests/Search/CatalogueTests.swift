import CheeseboardTesting
import Database
import Foundation
import PackageIndex
import PythonPackaging
import Testing

@Suite struct `The catalogue of another index` {
    @Test(arguments: TestDriver.available)
    func `is searched like what is held here, and marked`(_ driver: TestDriver) async throws {
        try await SearchTesting.with(driver) { testing in
            try await testing.publish("brie", summary: "cheese of our own")
            let report = try await testing.load([
                SearchTesting.line("Zola_Blue", "a cheese of others", rank: 1),
                SearchTesting.line("edam", "a cheese of others", rank: 2),
                #"{"name":"bare","other":[1,{}]}"#,
            ])
            #expect(report.entries == 3)
            let hits = try await testing.answer("cheese").hits
            #expect(Set(hits.filter(\.isHeld).map(\.name)) == ["brie"])
            #expect(hits.filter { !$0.isHeld }.map(\.name) == ["Zola_Blue", "edam"])
            #expect(try await testing.names("zola-blue") == ["Zola_Blue"])
            #expect(try await testing.names("zolablu") == ["Zola_Blue"])
            #expect(try await testing.names("zloablue") == ["Zola_Blue"])
            #expect(try await testing.names("bare") == ["bare"])
            #expect(try await testing.test.index.catalogue()?.entries == 3)
        }
    }

    @Test func `what comes first among equals is used most`() async throws {
        try await SearchTesting.with { testing in
            try await testing.load([
                SearchTesting.line("cheese-a", rank: 900), SearchTesting.line("cheese-b"),
                SearchTesting.line("cheese-c", rank: 3), SearchTesting.line("cheese-d", rank: 40),
            ])
            #expect(
                try await testing.names("cheese")
                    == ["cheese-c", "cheese-d", "cheese-a", "cheese-b"])
        }
    }

    @Test func `bad lines are told by their number and passed over`() async throws {
        try await SearchTesting.with { testing in
            let report = try await testing.load([
                SearchTesting.line("brie"), "", "no json", "[]", "{}", #"{"name":7}"#,
                #"{"name":"-bad-"}"#, #"{"name":"a","rank":0}"#, #"{"name":"a","rank":"1"}"#,
                #"{"name":"BRIE"}"#, #"{"name":"\#(String(repeating: "x", count: 70_000))"}"#,
                SearchTesting.line("edam") + "\r",
                #"{"name":"nul","summary":"a\u0000b\nc","version":null}"#,
            ])
            #expect(report.entries == 3)
            #expect(report.badLines.map(\.number).sorted() == [3, 4, 5, 6, 7, 8, 9, 10, 11])
            #expect(report.badLineCount == 9)
            #expect(try await testing.answer("nul").hits.map(\.summary) == ["a b c"])
        }
    }

    @Test func `without a good line, or where the input breaks off, the old one stays`()
        async throws
    {
        try await SearchTesting.with { testing in
            try await testing.load([SearchTesting.line("brie")])
            let old = try await testing.test.index.catalogue()
            await #expect(throws: (any Error).self) { try await testing.load(["{}"]) }
            var parts = [Array((SearchTesting.line("edam") + "\n").utf8)]
            await #expect(throws: BrokenOff.self) {
                try await testing.test.index.loadCatalogue {
                    guard let part = parts.popLast() else { throw BrokenOff() }
                    return part
                }
            }
            #expect(try await testing.test.index.catalogue() == old)
            #expect(try await testing.names("brie") == ["brie"])
        }
    }

    @Test func `a new one takes the place of the old one whole, and clearing leaves none`()
        async throws
    {
        try await SearchTesting.with { testing in
            try await testing.publish("gouda")
            try await testing.load([SearchTesting.line("brie"), SearchTesting.line("gouda")])
            #expect(try await testing.names("brie") == ["brie"])
            try await testing.load([SearchTesting.line("edam"), SearchTesting.line("feta")])
            #expect(try await testing.names("brie") == [])
            #expect(Set(try await testing.names("")) == ["edam", "feta", "gouda"])
            #expect(try await testing.test.index.clearCatalogue())
            #expect(try await testing.names("edam") == [])
            #expect(try await testing.names("") == ["gouda"])
            #expect(try await !testing.test.index.clearCatalogue())
        }
    }

    @Test
    func `a project of this index stands in front of its line, with its rank, and gives it back`()
        async throws
    {
        try await SearchTesting.with { testing in
            try await testing.load([SearchTesting.line("brie", "theirs", rank: 5)])
            #expect(try await testing.answer("brie").hits.map(\.summary) == ["theirs"])
            try await testing.publish("brie", summary: "ours")
            let hit = try #require(try await testing.answer("brie").hits.first)
            #expect(hit.summary == "ours" && hit.rank == 5)
            #expect(try await testing.answer("brie").total == 1)
            #expect(try await testing.names("theirs") == [])
            let index = testing.test.index
            let name = try ProjectName("brie")
            try await index.changeStatus(of: name, to: .quarantined, reason: nil, by: .machineOwner)
            #expect(try await testing.names("brie") == [])
            #expect(try await testing.names("theirs") == [])
            try await index.changeStatus(of: name, to: .active, reason: nil, by: .machineOwner)
            #expect(try await testing.answer("brie").hits.map(\.summary) == ["ours"])
            try await index.deleteProject(name, by: .machineOwner)
            #expect(try await testing.answer("brie").hits.map(\.summary) == ["theirs"])
            #expect(try await testing.names("theirs") == ["brie"])
        }
    }

    @Test(arguments: TestDriver.available)
    func `it is kept by garbage collection and told missing by verify, and is in backups`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver, clock: .atSystemTime()) { test in
            var rest: [UInt8]? = Array((SearchTesting.line("brie") + "\n").utf8)
            _ = try await test.index.loadCatalogue {
                defer { rest = nil }
                return rest
            }
            test.clock.advance(by: .seconds(3 * 24 * 3600))
            try await test.index.collectGarbage()
            #expect(try await test.index.verifyStorage().faults == [])
            #expect(try await test.index.verifyStorage().blobs == 1)
            let copy = test.folder.path + "/copy"
            #expect(try await test.index.backUp(to: copy).blobs == 1)
            try await test.index.clearCatalogue()
            try await test.index.collectGarbage()
            #expect(try await test.index.verifyStorage().blobs == 0)
            let restored = try await TestDriver.sqlite.fresh()
            _ = try await Index.restore(
                from: copy, database: restored, blobs: test.index.blobs)
            let index = Index(
                database: restored, blobs: test.index.blobs, clock: test.clock)
            let search = ProjectSearch(index, folder: test.folder.path + "/search")
            try await search.refresh()
            #expect(
                try await search.search(SearchQuery("brie"), for: nil, from: .local).hits.map(
                    \.name) == ["brie"])
            await search.close()
            await restored.close()
        }
    }
}

private struct BrokenOff: Error {}
