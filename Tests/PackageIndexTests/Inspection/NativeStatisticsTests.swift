import CheeseboardTesting
import Database
import PackageIndex
import PythonPackaging
import Testing

@Suite struct `Figures of native code` {
    private static let month = Duration.seconds(31 * 24 * 3600)

    /// brie, in C and two months later in Rust; gouda, in Rust; feta without native code.
    private func fill(_ test: TestIndex) async throws {
        try await test.publish(WheelBuilder.native("brie", "1.0", SmallLibrary.elf()).make())
        try await test.publish(WheelBuilder(name: "feta", version: "1.0").make())
        test.clock.advance(by: Self.month)
        try await test.publish(WheelBuilder.native("gouda", "1.0", SmallLibrary.rust()).make())
        test.clock.advance(by: Self.month)
        try await test.publish(WheelBuilder.native("brie", "2.0", SmallLibrary.rust()).make())
        try await test.index.runDueJobs()
    }

    @Test(arguments: TestDriver.available)
    func `count projects by language and the month of their first file`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver) { test in
            try await fill(test)
            let figures = try await test.index.nativeStatistics()
            #expect(figures.projects == 2)
            let wheels = figures.wheels
            #expect([wheels.published, wheels.inspected, wheels.native] == [4, 4, 3])
            let curves = figures.languages.map { language in
                "\(language.language) \(language.projects): "
                    + language.months.map { "\($0.month) +\($0.new) =\($0.total)" }
                    .joined(separator: ", ")
            }
            #expect(curves == ["rust 2: 2026-07 +1 =1, 2026-08 +1 =2", "c 1: 2026-06 +1 =1"])
        }
    }

    @Test(arguments: TestDriver.available)
    func `count a project once, however many files it has`(_ driver: TestDriver) async throws {
        try await TestIndex.with(driver) { test in
            for version in ["1.0", "1.1"] {
                var wheel = WheelBuilder.native("brie", version, SmallLibrary.rust())
                wheel.files.append(("brie/rind.so", SmallLibrary.rust()))
                try await test.publish(wheel.make())
                wheel.tag = "cp313-cp313-manylinux_2_28_x86_64"
                try await test.publish(wheel.make())
                test.clock.advance(by: Self.month)
            }
            try await test.index.runDueJobs()
            let figures = try await test.index.nativeStatistics()
            #expect(figures.projects == 1 && figures.wheels.native == 4)
            #expect(figures.platforms.first?.files == 8)
            #expect(figures.languages.map(\.projects) == [1])
            #expect(figures.languages.first?.months.map(\.total) == [1])
        }
    }

    @Test(arguments: TestDriver.available)
    func `name the projects whose language changed`(_ driver: TestDriver) async throws {
        try await TestIndex.with(driver) { test in
            try await fill(test)
            let figures = try await test.index.nativeStatistics()
            #expect(figures.changed == 1)
            let change = try #require(figures.changes.first)
            #expect(change.project == "brie" && change.month == "2026-08")
            #expect(change.from == ["c"] && change.fromVersion == "1.0")
            #expect(change.to == ["rust"] && change.toVersion == "2.0")
        }
    }

    @Test(arguments: TestDriver.available)
    func `share protections by format, machine and compiler`(_ driver: TestDriver) async throws {
        try await TestIndex.with(driver) { test in
            try await fill(test)
            let bad = WheelBuilder.native("gouda", "1.1", SmallLibrary.elf(stackFlags: 7))
            try await test.publish(bad.make())
            try await test.index.runDueJobs()
            let figures = try await test.index.nativeStatistics()
            let platform = try #require(figures.platforms.first)
            #expect(figures.platforms.count == 1)
            #expect(platform.format == "elf" && platform.machine == "x86_64")
            #expect(platform.files == 4)
            let stack = try #require(platform.protections["nx_stack"])
            #expect(stack.protected == 3 && stack.missing == 1 && stack.share == 0.75)
            #expect(platform.protections["aslr"] == nil)
            #expect(figures.toolchains.map(\.toolchain) == ["rustc 1.83"])
            #expect(figures.toolchains.first?.files == 2)
            #expect(figures.toolchains.first?.protections["nx_stack"]?.share == 1)
        }
    }

    @Test(arguments: TestDriver.available)
    func `leave out what is private, quarantined or deleted`(_ driver: TestDriver) async throws {
        try await TestIndex.with(driver) { test in
            try await fill(test)
            let before = try await test.index.nativeStatistics()
            try await test.publish(
                WheelBuilder.native("camembert", "1.0", SmallLibrary.elf()).make())
            try await test.publish(WheelBuilder.native("edam", "1.0", SmallLibrary.elf()).make())
            try await test.publish(WheelBuilder.native("comte", "1.0", SmallLibrary.elf()).make())
            let extra = WheelBuilder.native("gouda", "1.1", SmallLibrary.elf())
            try await test.publish(extra.make())
            try await test.index.runDueJobs()
            #expect(try await test.index.nativeStatistics().projects == 5)
            try await test.database.write { connection in
                try connection.run(
                    """
                    UPDATE projects SET visibility = 'private'
                    WHERE normalized_name = 'camembert'
                    """)
            }
            try await test.index.changeStatus(
                of: try ProjectName("edam"), to: .quarantined, reason: nil, by: .machineOwner)
            try await test.index.deleteProject(try ProjectName("comte"), by: .machineOwner)
            try await test.index.deleteFile(
                extra.filename, of: try ProjectName("gouda"), by: .machineOwner)
            var after = try await test.index.nativeStatistics()
            after.computedAt = before.computedAt
            #expect(after == before)
        }
    }

    @Test func `are kept until a file or a report changes`() async throws {
        try await TestIndex.with { test in
            try await fill(test)
            let recorded = RecordedStatements(test.database)
            let index = Index(database: recorded, blobs: test.index.blobs, clock: test.clock)
            _ = try await index.nativeStatistics()
            let again = try await recorded.plans { _ = try await index.nativeStatistics() }
            #expect(again.count == 1)
            try await test.publish(WheelBuilder.native("edam", "1.0", SmallLibrary.elf()).make())
            #expect(try await index.nativeStatistics().wheels.published == 5)
            #expect(try await index.nativeStatistics().wheels.inspected == 4)
            try await test.index.runDueJobs()
            #expect(try await index.nativeStatistics().wheels.inspected == 5)
        }
    }

    @Test(arguments: TestDriver.available)
    func `are the same when a file is inspected again`(_ driver: TestDriver) async throws {
        try await TestIndex.with(driver) { test in
            try await fill(test)
            var before = try await test.index.nativeStatistics()
            try await test.database.write { try $0.run("UPDATE inspections SET rubric = 2") }
            #expect(try await test.index.inspectOutdatedFiles() == 4)
            try await test.index.runDueJobs()
            let after = try await test.index.nativeStatistics()
            before.computedAt = after.computedAt
            #expect(after == before)
        }
    }

    @Test(arguments: TestDriver.available)
    func `forget a file that takes too long to be inspected again`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver) { test in
            try await fill(test)
            #expect(try await test.index.nativeStatistics().wheels.native == 3)
            var settings = IndexSettings()
            settings.inspectionTime = .seconds(-1)
            let slow = Index(
                database: test.database, blobs: test.index.blobs, settings: settings,
                clock: test.clock)
            try await test.database.write { try $0.run("UPDATE inspections SET rubric = 2") }
            #expect(try await slow.inspectOutdatedFiles() == 4)
            try await slow.runDueJobs()
            let figures = try await slow.nativeStatistics()
            #expect(figures.wheels.published == 4)
            #expect(figures.wheels.inspected == 0 && figures.wheels.native == 0)
            #expect(figures.platforms.isEmpty && figures.projects == 0)
        }
    }

    @Test(arguments: TestDriver.available)
    func `read the tables of traits once and everything else by number`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver) { test in
            try await fill(test)
            try await test.database.write { try $0.runScript("ANALYZE") }
            let recorded = RecordedStatements(test.database)
            let index = Index(database: recorded, blobs: test.index.blobs, clock: test.clock)
            let first = try await recorded.plans { _ = try await index.nativeStatistics() }
            #expect(first.count > 4)
            for (sql, plan) in first {
                let scans = plan.split(separator: "\n").filter {
                    $0.contains("SCAN ") || $0.contains("Seq Scan on")
                }
                // The counters have one row each.
                let tables = scans.filter { !$0.contains("_counter") && !$0.contains("_revision") }
                #expect(tables.count <= 1, "\(sql)\n\(plan)")
                #expect(!plan.contains("inspections"), "\(plan)")
            }
            // What every request asks.
            let hot = try await recorded.plans { _ = try await index.nativeStatistics() }
            #expect(hot.count == 1 && hot.allSatisfy { !$0.plan.contains("files") })
        }
    }

    @Test(arguments: TestDriver.available)
    func `go with a file whose time is over`(_ driver: TestDriver) async throws {
        try await TestIndex.with(driver, clock: .atSystemTime()) { test in
            let wheel = WheelBuilder.native("brie", "1.0", SmallLibrary.elf())
            try await test.publish(wheel.make())
            try await test.index.runDueJobs()
            try await test.index.deleteFile(
                wheel.filename, of: try ProjectName("brie"), by: .machineOwner)
            test.clock.advance(by: Self.month)
            try await test.index.collectGarbage()
            let rows = try await test.database.read { connection in
                try ["native_traits", "native_languages", "native_slices", "inspections"].map {
                    try connection.rows("SELECT file_id FROM \($0)").count
                }
            }
            #expect(rows == [0, 0, 0, 0])
        }
    }
}
