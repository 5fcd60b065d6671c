import CheeseboardTesting
import Database
import PackageIndex
import PythonPackaging
import Testing

@Suite struct `What has changed in the list of projects` {
    private static let cuts = NameCuts(before: ["cheddar", "feta", "gouda"])

    private static func wheel(_ name: String) -> (filename: String, bytes: [UInt8]) {
        WheelBuilder(name: name, version: "1.0").make()
    }

    private static func fill(_ test: TestIndex) async throws {
        for name in ["asiago", "brie", "cheddar", "edam", "feta", "gouda", "halloumi"] {
            try await test.publish(wheel(name))
        }
    }

    @Test(arguments: [
        ("", 0), ("brie", 0), ("cheddaq", 0), ("cheddar", 1), ("cheddar-2", 1), ("edam", 1),
        ("feta", 2), ("goud", 2), ("gouda", 3), ("zola", 3),
    ])
    func `is found by the stretch that a name falls into`(_ name: String, _ stretch: Int) {
        #expect(Self.cuts.stretch(of: name) == stretch)
        #expect(Self.cuts.stretchCount == 4)
        #expect(NameCuts().stretch(of: name) == 0 && NameCuts().stretchCount == 1)
    }

    @Test(arguments: TestDriver.available)
    func `is read again, and nothing else`(_ driver: TestDriver) async throws {
        try await TestIndex.with(driver) { test in
            try await Self.fill(test)
            var serial = try await test.index.lastSerial()
            func changes() async throws -> [Int: [String]] {
                let update = try await test.index.projectListUpdate(
                    since: serial, cuts: Self.cuts, for: .everyone)
                serial = update.serial
                #expect(update.cuts == Self.cuts && update.own.isEmpty)
                return update.changed.mapValues { $0.map(\.normalizedName) }
            }
            #expect(try await changes() == [:])
            try await test.publish(Self.wheel("danbo"))
            #expect(try await changes() == [1: ["cheddar", "danbo", "edam"]])
            try await test.publish(Self.wheel("zola"))
            try await test.index.yankRelease(
                try Version("1.0"), of: try ProjectName("asiago"), reason: nil, by: .machineOwner)
            let two = try await changes()
            #expect(two == [0: ["asiago", "brie"], 3: ["gouda", "halloumi", "zola"]])
            try await test.index.changeStatus(
                of: try ProjectName("feta"), to: .quarantined, reason: nil, by: .machineOwner)
            #expect(try await changes() == [2: []])
        }
    }

    @Test(arguments: TestDriver.available)
    func `is the whole list to who knows nothing of it, or of another journal`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver) { test in
            try await Self.fill(test)
            let list = try await test.index.projectList(for: nil)
            for known in [nil, list.serial + 1, list.serial - 10_001] {
                let update = try await test.index.projectListUpdate(
                    since: known, cuts: Self.cuts, for: .everyone)
                #expect(update.cuts == NameCuts())
                #expect(update.changed == [0: list.projects])
                #expect(update.serial == list.serial)
            }
        }
    }

    @Test(arguments: TestDriver.available)
    func `has the private projects of its audience beside it`(_ driver: TestDriver) async throws {
        try await TestIndex.with(driver) { test in
            try await Self.fill(test)
            let bob = try await test.addUser("bob")
            try await test.database.write {
                try $0.run(
                    "UPDATE projects SET visibility = 'private' WHERE name IN ('edam', 'gouda')")
            }
            let serial = try await test.index.lastSerial()
            for (audience, own) in [
                (Audience.everyone, [:]), (.user(bob.id), [:]),
                (.user(test.user.id), [1: ["cheddar", "edam"], 3: ["gouda", "halloumi"]]),
            ] {
                let update = try await test.index.projectListUpdate(
                    since: serial - 1, cuts: Self.cuts, for: audience)
                #expect(update.own.mapValues { $0.map(\.name) } == own)
                #expect(update.changed.mapValues { $0.map(\.name) } == [3: ["halloumi"]])
            }
        }
    }
}
