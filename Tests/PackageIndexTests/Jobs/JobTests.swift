import CheeseboardTesting
import Database
import PackageIndex
import Testing

@Suite struct `Jobs` {
    @Test(arguments: TestDriver.available)
    func `a published file is inspected once it is due`(_ driver: TestDriver) async throws {
        try await TestIndex.with(driver) { test in
            try await test.publish(.wheel { $0.files.append(("brie/py.typed", [])) })
            #expect(try await test.index.jobs().map(\.kind) == [.inspectFile])
            #expect(try await test.index.runDueJobs() == 1)
            #expect(try await test.index.runDueJobs() == 0)
            #expect(try await test.index.jobs().isEmpty)
            #expect(try await test.index.jobs(in: .done).map(\.attempts) == [1])
            let report = try await report(test)
            #expect(report.contains(#""isTyped":true"#) && report.contains(#""members":5"#))
        }
    }

    @Test(arguments: TestDriver.available)
    func `inspecting a file may run twice`(_ driver: TestDriver) async throws {
        try await TestIndex.with(driver) { test in
            try await test.publish(.sdist())
            try await test.index.runDueJobs()
            let first = try await report(test)
            let job = try #require(try await test.index.jobs(in: .done).first)
            try await test.index.retryJob(job.id)
            #expect(try await test.index.runDueJobs() == 1)
            #expect(try await report(test) == first)
            #expect(try await test.index.jobs(in: .done).count == 1)
        }
    }

    @Test(arguments: TestDriver.available)
    func `collecting garbage may run twice`(_ driver: TestDriver) async throws {
        try await TestIndex.with(driver) { test in
            try await test.publish(.wheel())
            try await addJob("collect-garbage", "", to: test)
            #expect(try await test.index.runDueJobs() == 2)
            let job = try #require(
                try await test.index.jobs(in: .done).first { $0.kind == .collectGarbage })
            try await test.index.retryJob(job.id)
            #expect(try await test.index.runDueJobs() == 1)
            #expect(try await test.index.projectListing("brie", for: nil)?.files.count == 1)
        }
    }

    @Test(arguments: TestDriver.available)
    func `writing to who forgot a password may run twice`(_ driver: TestDriver) async throws {
        try await TestIndex.with(driver) { test in
            try await test.index.requestPasswordReset("alice", from: .local)
            try await test.index.runDueJobs()
            let job = try #require(
                try await test.index.jobs(in: .done).first { $0.kind == .sendPasswordReset })
            try await test.index.retryJob(job.id)
            try await test.index.runDueJobs()
            let count = try await test.database.read { try $0.rows("SELECT id FROM mails").count }
            // Each has a link of its own, and a newer link ends the older one.
            #expect(count == 2)
        }
    }

    @Test func `every kind of job has a test that runs it twice`() {
        #expect(
            Set(Job.Kind.allCases) == [
                .inspectFile, .collectGarbage, .judgeName, .fillDerivedColumns, .changeRole,
                .sendMail, .sendPasswordReset, .renderDescription, .verifyURLs,
            ])
    }

    @Test(arguments: TestDriver.available)
    func `a job that fails comes again later each time and is then given up`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver) { test in
            let id = try await addJob("inspect-file", "no number", to: test)
            for (attempt, wait) in [40, 160, 640, 2560].enumerated() {
                #expect(try await test.index.runDueJobs() == 1)
                let job = try #require(try await test.index.jobs(in: .ready).first)
                #expect(job.attempts == attempt + 1)
                #expect(job.lastError?.contains("no number") == true)
                #expect(job.runAfter == test.clock.now() + .seconds(wait))
                test.clock.advance(by: .seconds(wait - 1))
                #expect(try await test.index.runDueJobs() == 0)
                test.clock.advance(by: .seconds(1))
            }
            #expect(try await test.index.runDueJobs() == 1)
            test.clock.advance(by: .seconds(1_000_000))
            #expect(try await test.index.runDueJobs() == 0)
            #expect(try await test.index.jobs(in: .failed).map(\.id) == [id])
            #expect(try await test.index.jobs().map(\.state) == [.failed])
            try await test.index.retryJob(id)
            #expect(try await test.index.runDueJobs() == 1)
            #expect(try await test.index.jobs(in: .ready).map(\.attempts) == [1])
            #expect(try await code { try await test.index.retryJob(99) } == .jobUnknown)
        }
    }

    @Test(arguments: TestDriver.available)
    func `a kind that only a newer version knows is left to it`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver) { test in
            let id = try await addJob("mature-cheese", "", to: test)
            try await addJob("collect-garbage", "", to: test)
            #expect(try await test.index.runDueJobs() == 1)
            var job = try #require(try await test.index.jobs().first)
            #expect(job.id == id && job.kind == nil && job.state == .ready && job.attempts == 0)
            // Nor is it taken over or given up, however often its worker died.
            try await lease(test, attempts: 5)
            try await test.database.write { connection in
                try connection.run("DELETE FROM jobs WHERE id <> $1", id)
            }
            test.clock.advance(by: .seconds(301))
            #expect(try await test.index.runDueJobs() == 0)
            job = try #require(try await test.index.jobs().first)
            #expect(job.state == .running && job.attempts == 5)
        }
    }

    @Test(arguments: TestDriver.available)
    func `a job costs two transactions: its lease, and its result with its end`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver) { test in
            let recorded = RecordedStatements(test.database)
            let index = Index(database: recorded, blobs: test.index.blobs, clock: test.clock)
            try await test.publish(.wheel())
            #expect(try await recorded.writes { _ = try await index.runDueJobs() } == 2)
            #expect(try await report(test).contains("members"))
        }
    }

    @Test(arguments: TestDriver.available)
    func `a worker whose job was taken over keeps no result`(_ driver: TestDriver) async throws {
        let hook = Hook()
        try await TestIndex.with(driver, blobs: { InterruptedBlobStore($0, beforeOpen: hook) }) {
            test in
            try await test.publish(.wheel())
            hook.set {
                test.clock.advance(by: .seconds(301))
                let done = try await test.index.runDueJobs()
                #expect(done == 1)
                try await test.database.write { try $0.run("DELETE FROM inspections") }
            }
            try await test.index.runDueJobs()
            #expect(try await test.index.jobs(in: .done).map(\.attempts) == [2])
            let kept = try await test.database.read { try $0.rows("SELECT * FROM inspections") }
            #expect(kept.isEmpty)
        }
    }

    @Test func `a file that is gone needs no inspection`() async throws {
        try await TestIndex.with { test in
            try await addJob("inspect-file", "4711", to: test)
            #expect(try await test.index.runDueJobs() == 1)
            #expect(try await test.index.jobs(in: .done).count == 1)
        }
    }

    @Test(arguments: TestDriver.available)
    func `a dead worker's job is taken over when its lease ends`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver) { test in
            try await test.publish(.wheel())
            try await lease(test, attempts: 1)
            #expect(try await test.index.runDueJobs() == 0)
            test.clock.advance(by: .seconds(301))
            #expect(try await test.index.runDueJobs() == 1)
            #expect(try await test.index.jobs(in: .done).map(\.attempts) == [2])
        }
    }

    @Test(arguments: TestDriver.available)
    func `a job whose workers die each time is given up`(_ driver: TestDriver) async throws {
        try await TestIndex.with(driver) { test in
            try await test.publish(.wheel())
            try await lease(test, attempts: 5)
            test.clock.advance(by: .seconds(301))
            #expect(try await test.index.runDueJobs() == 0)
            #expect(try await test.index.jobs(in: .failed).count == 1)
        }
    }

    @Test(arguments: TestDriver.available)
    func `a worker that was too slow does not undo what its successor did`(
        _ driver: TestDriver
    ) async throws {
        let hook = Hook()
        try await TestIndex.with(driver, blobs: { InterruptedBlobStore($0, beforeOpen: hook) }) {
            test in
            try await test.publish(.wheel())
            hook.set {
                test.clock.advance(by: .seconds(301))
                let done = try await test.index.runDueJobs()
                #expect(done == 1)
                throw TooSlow()
            }
            try await test.index.runDueJobs()
            let jobs = try await test.index.jobs(in: .done)
            #expect(jobs.map(\.attempts) == [2] && jobs.map(\.lastError) == [nil])
        }
    }

    @Test(arguments: TestDriver.available)
    func `many workers do each job once`(_ driver: TestDriver) async throws {
        try await TestIndex.with(driver, connections: 6) { test in
            for number in 0..<20 { try await test.publish(.wheel("1.\(number)")) }
            let counts = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<5 { group.addTask { try await test.index.runDueJobs() } }
                return try await group.reduce(0, +)
            }
            let rest = try await test.index.runDueJobs()
            #expect(counts + rest == 20)
            #expect(try await test.index.jobs(in: .done).allSatisfy { $0.attempts == 1 })
        }
    }

    @Test(arguments: TestDriver.available)
    func `a worker collects garbage once a day and stops when told to`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver) { test in
            let worker = JobWorker(test.index, pause: .milliseconds(1))
            for _ in 0..<2 {
                for _ in 0..<2 {
                    let rounds = Countdown(3)
                    await worker.run { rounds.isOver() }
                }
                test.clock.advance(by: .seconds(24 * 3600))
            }
            let jobs = try await test.index.jobs(in: .done)
            // What newer columns need is done once.
            #expect(jobs.map(\.kind) == [.collectGarbage, .fillDerivedColumns, .collectGarbage])
            #expect(jobs.map(\.payload) == ["2026-06-01", "0", "2026-06-02"])
        }
    }

    @Test func `a worker outlives a database that is away`() async throws {
        try await TestIndex.with { test in
            await test.database.base.close()
            let rounds = Countdown(3)
            await JobWorker(test.index, pause: .milliseconds(1)).run { rounds.isOver() }
            await #expect(throws: DatabaseError.self) { try await test.index.checkHealth() }
        }
    }

    @discardableResult
    private func addJob(
        _ kind: String, _ payload: String, to test: TestIndex
    ) async throws -> Int64 {
        let now = test.clock.now().microseconds
        let id: Int64? = try await test.database.write { connection in
            try connection.row(
                """
                INSERT INTO jobs (kind, idempotency_key, payload, run_after, created_at)
                VALUES ($1, $2, $3, $4, $4) RETURNING id
                """, kind, kind + payload, payload, now)?.get("id")
        }
        return try #require(id)
    }

    /// Leaves every job as a worker leaves it that dies while it works.
    private func lease(_ test: TestIndex, attempts: Int) async throws {
        let end = (test.clock.now() + .seconds(300)).microseconds
        try await test.database.write { connection in
            try connection.run(
                """
                UPDATE jobs SET state = 'running', lease = 'dead', leased_until = $1,
                    attempts = $2
                """, end, attempts)
        }
    }

    private func report(_ test: TestIndex) async throws -> String {
        let report: String? = try await test.database.read { connection in
            try connection.row("SELECT report FROM inspections WHERE file_id = 1")?.get("report")
        }
        return try #require(report)
    }
}

private struct TooSlow: Error {}
