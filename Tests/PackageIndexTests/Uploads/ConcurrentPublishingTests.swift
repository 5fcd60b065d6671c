import CheeseboardTesting
import Database
import PackageIndex
import Testing

@Suite struct `Publishing side by side` {
    @Test(arguments: TestDriver.available)
    func `two clients with the same new name leave exactly one file`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver) { test in
            for round in 0..<20 {
                let samples = ["one", "two"].map { text in
                    Sample.wheel("1.\(round)") { $0.files.append(("who.txt", Array(text.utf8))) }
                }
                let codes = try await withThrowingTaskGroup(of: RefusalCode?.self) { group in
                    for sample in samples {
                        group.addTask { try await code { try await test.publish(sample) } }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                #expect(codes.count { $0 == nil } == 1)
                #expect(codes.count { $0 == .fileExists } == 1)
            }
            let files = try await test.index.projectListing("brie", for: nil)?.files ?? []
            #expect(files.count == 20)
            let names = try await test.index.journal(after: 0, limit: 1000).compactMap(\.filename)
            #expect(names.count == 20 && Set(names).count == 20)
        }
    }

    @Test(arguments: TestDriver.available)
    func `of two new names that look the same one is taken, and the other refused`(
        _ driver: TestDriver
    ) async throws {
        var settings = IndexSettings()
        settings.profile = .pypi
        try await TestIndex.with(driver, settings: settings) { test in
            for round in 2..<12 {
                let codes = try await withThrowingTaskGroup(of: RefusalCode?.self) { group in
                    for name in ["ripe-brie-\(round)", "ripebrie\(round)"] {
                        group.addTask {
                            try await code {
                                try await test.publish(
                                    WheelBuilder(name: name, version: "1.0").make())
                            }
                        }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                #expect(codes.count { $0 == nil } == 1)
                #expect(codes.count { $0 == .nameTooSimilar } == 1)
            }
            let turns = try await test.database.read {
                try $0.rows("SELECT look_alike_key FROM name_turns")
            }
            #expect(turns.isEmpty)
        }
    }

    @Test(arguments: TestDriver.available)
    func `two clients with the same file both succeed, and one changes nothing`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver) { test in
            for round in 0..<5 {
                let outcomes = try await withThrowingTaskGroup(of: Bool.self) { group in
                    for _ in 0..<2 {
                        group.addTask { try await test.publish(.wheel("1.\(round)")).isUnchanged }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                #expect(outcomes.count { $0 } == 1)
            }
        }
    }

    @Test(arguments: TestDriver.available)
    func `a follower misses no change of fifty writers and sees them in order`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver, connections: 8) { test in
            let writers = 50
            let last = Int64(writers * 4 + writers * 2)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<writers {
                    group.addTask {
                        for version in ["1.0", "1.1"] {
                            try await test.publish(
                                WheelBuilder(name: "cheese-\(number)", version: version).make())
                        }
                    }
                }
                group.addTask {
                    var seen: Int64 = 0
                    while seen < last {
                        for entry in try await test.index.journal(after: seen, limit: 7) {
                            #expect(entry.serial == seen + 1)
                            seen = entry.serial
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await test.index.lastSerial() == last)
            let list = try await test.index.projectList(for: nil)
            #expect(list.projects.count == writers)
            let serials = try await test.index.journal(after: 0, limit: 1000)
            for project in list.projects {
                let own = serials.last { $0.project == project.normalizedName }
                #expect(own?.serial == project.lastSerial)
            }
        }
    }
}
