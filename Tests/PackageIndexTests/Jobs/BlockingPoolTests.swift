import PackageIndex
import Testing

@Suite(.timeLimit(.minutes(1))) struct `Threads that may block` {
    @Test func `turn away whom they have no place for, and serve the others in order`()
        async throws
    {
        let gate = Gate()
        let threads = BlockingPool(width: 1, places: 2)
        try await withThrowingTaskGroup(of: Int.self) { group in
            group.addTask {
                try await threads.run { gate.pass() }
                return 0
            }
            while gate.most == 0 { await Task.yield() }
            for number in 1...5 {
                group.addTask {
                    do {
                        return try await threads.run { number }
                    } catch is QueueFull {
                        return -1
                    }
                }
            }
            for _ in 0..<3 { #expect(try await group.next() == -1) }
            gate.open()
            var served: Set<Int> = []
            while let number = try await group.next() { served.insert(number) }
            #expect(served.count == 3 && served.contains(0) && !served.contains(-1))
        }
    }

    @Test func `forget who does not wait any more`() async throws {
        let gate = Gate()
        let threads = BlockingPool(width: 1, places: 1)
        let busy = Task { try await threads.run { gate.pass() } }
        while gate.most == 0 { await Task.yield() }
        await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<2 {
                group.addTask {
                    try await threads.run { _ = Issue.record("ran although cancelled") }
                }
            }
            // One is turned away, so the other waits in the only place.
            let first = await group.nextResult()
            #expect(throws: QueueFull.self) { try first?.get() }
            group.cancelAll()
            let second = await group.nextResult()
            #expect(throws: CancellationError.self) { try second?.get() }
        }
        let patient = Task { try await threads.run { 7 } }
        gate.open()
        try await busy.value
        #expect(try await patient.value == 7)
    }
}
