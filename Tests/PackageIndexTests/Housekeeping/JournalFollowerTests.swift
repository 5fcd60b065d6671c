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
            let (changes, told) = AsyncStream<FollowedChanges>.makeStream()
            let follower = JournalFollower(test.index, pause: .milliseconds(5))
            let start = ChangePosition(serial: 0, outcome: 0)
            let task = Task { await follower.run(from: start) { told.yield($0) } }
            var iterator = changes.makeAsyncIterator()
            try await test.publish(.wheel())
            let first = await iterator.next()
            #expect(first?.projects == ["brie"] && first?.position.serial == 4)
            let other = try await test.database.another()
            let index = Index(database: other, blobs: test.index.blobs)
            let elsewhere = TestIndex(
                index: index, database: test.database, clock: test.clock, folder: test.folder,
                user: test.user)
            try await elsewhere.publish(WheelBuilder(name: "feta", version: "1.0").make())
            let second = await iterator.next()
            #expect(second?.projects == ["feta"] && second?.position.serial == 8)
            await other.close()
            task.cancel()
            await task.value
        }
    }

    @Test(arguments: TestDriver.available)
    func `tells of what jobs found out, which the journal does not, nor do lists`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver) { test in
            try await test.publish(.wheel())
            let start = try await test.index.changePosition()
            #expect(start == ChangePosition(serial: 4, outcome: 0))
            let (changes, told) = AsyncStream<FollowedChanges>.makeStream()
            let follower = JournalFollower(test.index, pause: .milliseconds(5))
            let task = Task { await follower.run(from: start) { told.yield($0) } }
            let other = try await test.database.another()
            let elsewhere = Index(
                database: other, blobs: test.index.blobs, clock: test.clock)
            try await elsewhere.runDueJobs()
            var iterator = changes.makeAsyncIterator()
            let first = await iterator.next()
            #expect(first?.projects == ["brie"] && first?.touchesLists == false)
            #expect(first?.position == ChangePosition(serial: 4, outcome: 1))
            await other.close()
            task.cancel()
            await task.value
        }
    }

    @Test func `stands for everything where marks of jobs were removed meanwhile`() async throws {
        try await TestIndex.with { test in
            try await test.publish(.wheel())
            try await test.publish(.wheel("1.1"))
            let start = try await test.index.changePosition()
            try await test.index.runDueJobs()
            try await test.database.write { connection in
                try connection.run("UPDATE page_changes SET at = 0 WHERE serial = 1")
            }
            try await test.index.collectGarbage()
            let (changes, told) = AsyncStream<FollowedChanges>.makeStream()
            let task = Task {
                await JournalFollower(test.index).run(from: start) { told.yield($0) }
            }
            var iterator = changes.makeAsyncIterator()
            let change = await iterator.next()
            #expect(change?.projects == nil && change?.position.outcome == 2)
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
            let (changes, told) = AsyncStream<FollowedChanges>.makeStream()
            let task = Task {
                await JournalFollower(test.index).run(
                    from: ChangePosition(serial: 0, outcome: 0)
                ) { told.yield($0) }
            }
            var iterator = changes.makeAsyncIterator()
            let change = await iterator.next()
            #expect(change?.projects == nil && change?.position.serial == 1000)
            #expect(change?.touchesLists == true)
            task.cancel()
            await task.value
        }
    }
}
