import Database
import Testing

@Suite struct `Pools of workers` {
    @Test func `everyone who asks gets a turn, also among those who give up`() async throws {
        let pool = WorkerPool([1, 2])
        let turns = await withTaskGroup(of: Int.self) { group in
            for asker in 0..<64 {
                group.addTask {
                    var turns = 0
                    for round in 0..<500 {
                        let task = Task { try await pool.withWorker { _ in await Task.yield() } }
                        if (asker + round).isMultiple(of: 7) { task.cancel() }
                        _ = await task.result
                        turns += 1
                    }
                    return turns
                }
            }
            return await group.reduce(0, +)
        }
        #expect(turns == 64 * 500)
        // Nobody waits any more, and both workers are back.
        try await pool.withWorker { first in
            try await pool.withWorker { second in #expect(Set([first, second]) == [1, 2]) }
        }
    }

    @Test func `closing refuses those who wait and ends each worker once`() async throws {
        let pool = WorkerPool(["only"])
        let (begun, beginning) = AsyncStream.makeStream(of: Void.self)
        let (ended, ending) = AsyncStream.makeStream(of: Void.self)
        let busy = Task {
            try await pool.withWorker { _ in
                beginning.finish()
                for await _ in ended {}
            }
        }
        for await _ in begun {}
        let waiting = Task { try await pool.withWorker { _ in } }
        let closing = Task {
            var names: [String] = []
            await pool.close { names.append($0) }
            return names
        }
        await #expect(throws: DatabaseError.self) { try await waiting.value }
        ending.finish()
        try await busy.value
        #expect(await closing.value == ["only"])
        await #expect(throws: DatabaseError.self) { try await pool.withWorker { _ in } }
    }
}
