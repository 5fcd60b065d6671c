import CheeseboardTesting
import Database
import PackageIndex
import Synchronization
import Testing

@Suite struct `Following the journal` {
    @Test(arguments: TestDriver.available)
    func `tells of changes, also of another process's, until it is cancelled`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver) { test in
            let (changes, told) = AsyncStream<(Set<String>?, Int64)>.makeStream()
            let follower = JournalFollower(test.index, pause: .milliseconds(5))
            let task = Task { await follower.run(from: 0) { told.yield(($0, $1)) } }
            var iterator = changes.makeAsyncIterator()
            try await test.publish(.wheel())
            let first = await iterator.next()
            #expect(first?.0 == ["brie"] && first?.1 == 4)
            let other = try await test.database.another()
            let index = Index(database: other, blobs: test.index.blobs)
            let elsewhere = TestIndex(
                index: index, database: test.database, clock: test.clock, folder: test.folder,
                user: test.user)
            try await elsewhere.publish(WheelBuilder(name: "feta", version: "1.0").make())
            let second = await iterator.next()
            #expect(second?.0 == ["feta"] && second?.1 == 8)
            await other.close()
            task.cancel()
            await task.value
        }
    }

    @Test func `stands for everything where too much changed at once`() async throws {
        try await TestIndex.with { test in
            try await test.database.write { connection in
                for serial in 1...1000 {
                    try connection.run(
                        """
                        INSERT INTO journal (serial, project, action, at)
                        VALUES ($1, 'brie', 'change status', 0)
                        """, serial)
                }
            }
            let (changes, told) = AsyncStream<(Set<String>?, Int64)>.makeStream()
            let task = Task {
                await JournalFollower(test.index).run(from: 0) { told.yield(($0, $1)) }
            }
            var iterator = changes.makeAsyncIterator()
            let change = await iterator.next()
            #expect(change?.0 == nil && change?.1 == 1000)
            task.cancel()
            await task.value
        }
    }
}
