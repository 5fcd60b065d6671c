import CheeseboardTesting
import Database
import PackageIndex
import PythonPackaging
import Testing

@Suite struct `Roles in a project` {
    private static let week = Duration.seconds(7 * 24 * 3600)

    @Test(arguments: TestDriver.available)
    func `a project is never left without an owner`(_ driver: TestDriver) async throws {
        try await Team.with(driver, having: ["bob": .maintainer, "fritz": .owner]) { team in
            let alice = team.test.requester
            // A frozen owner cannot look after it.
            try await team.index.freezeUser("fritz")
            for action in [
                { try await team.index.leaveProject(team.brie, by: alice) },
                {
                    _ = try await team.index.changeRole(
                        of: "alice", in: team.brie, to: .maintainer, by: alice)
                },
                {
                    _ = try await team.index.removeCollaborator(
                        "alice", from: team.brie, by: .machineOwner)
                },
            ] as [@Sendable () async throws -> Void] {
                #expect(try await code { try await action() } == .lastOwner)
            }
            try await team.index.changeRole(of: "bob", in: team.brie, to: .owner, by: alice)
            try await team.index.leaveProject(team.brie, by: alice)
            #expect(try await team.role("alice") == nil)
            let bob = try await team.requester("bob")
            #expect(
                try await code { try await team.index.leaveProject(team.brie, by: bob) }
                    == .lastOwner)
            #expect(
                try await team.journal().suffix(2) == [
                    "change Maintainer bob to Owner", "remove Owner alice",
                ])
            #expect(try await team.events() == [.roleAdded, .roleChanged, .roleLeft])
        }
    }

    @Test(arguments: TestDriver.available)
    func `of two owners that leave at once one stays`(_ driver: TestDriver) async throws {
        try await Team.with(driver, having: ["bob": .owner]) { team in
            let (alice, bob) = (team.test.requester, try await team.requester("bob"))
            async let one = code { try await team.index.leaveProject(team.brie, by: alice) }
            async let other = code { try await team.index.leaveProject(team.brie, by: bob) }
            let outcomes = try await [one, other]
            #expect(outcomes.filter { $0 == nil }.count == 1)
            #expect(outcomes.filter { $0 == .lastOwner }.count == 1)
            let people = try await team.index.collaborators(of: team.brie, by: .machineOwner)
            #expect(people.count == 1)
        }
    }

    @Test(arguments: TestDriver.available)
    func `a long-standing owner is put out by another only after a week in which anyone may object`(
        _ driver: TestDriver
    ) async throws {
        try await Team.with(driver, having: ["bob": .owner, "mallory": .owner]) { team in
            let mallory = try await team.requester("mallory")
            let bob = try await team.requester("bob")
            let start = team.test.clock.now()
            let outcome = try await team.index.removeCollaborator(
                "bob", from: team.brie, by: mallory)
            #expect(outcome == .waiting(until: start + Self.week))
            #expect(try await team.role("bob") == .owner)
            #expect(
                try await code {
                    try await team.index.changeRole(
                        of: "bob", in: team.brie, to: .reader, by: mallory)
                } == .roleChangeOpen)
            let change = try #require(try await team.index.roleChanges(of: bob).first)
            #expect(change.role == nil && change.askedBy == "mallory" && change.user == "bob")
            #expect(
                try await team.index.roleChanges(in: team.brie, by: team.test.requester)
                    == [change])
            team.test.clock.advance(by: Self.week - .seconds(1))
            try await team.index.runDueJobs()
            #expect(try await team.role("bob") == .owner)
            // Another project's change is none of this one's.
            try await team.test.publish(WheelBuilder(name: "feta", version: "1.0").make())
            for uid in [change.uid, "none", "\0"] {
                #expect(
                    try await code {
                        try await team.index.cancelRoleChange(
                            uid, in: try ProjectName("feta"), by: team.test.requester)
                    } == .roleChangeUnknown)
            }
            #expect(
                try await code {
                    try await team.index.refuseRoleChange(change.uid, by: mallory)
                } == .roleChangeUnknown)
            try await team.index.refuseRoleChange(change.uid, by: bob)
            team.test.clock.advance(by: .seconds(2))
            try await team.index.runDueJobs()
            #expect(try await team.role("bob") == .owner)
            #expect(
                try await code {
                    try await team.index.cancelRoleChange(change.uid, in: team.brie, by: bob)
                } == .roleChangeUnknown)
            // Where nobody objects it comes about.
            try await team.index.changeRole(
                of: "bob", in: team.brie, to: .maintainer, by: mallory)
            team.test.clock.advance(by: Self.week)
            try await team.index.runDueJobs()
            #expect(try await team.role("bob") == .maintainer)
            #expect(
                try await team.events() == [
                    .roleAdded, .roleChangeAsked, .roleChangeCancelled, .roleChangeAsked,
                    .roleChanged,
                ])
        }
    }

    @Test(arguments: TestDriver.available)
    func `a change that fell due while its project was deleted comes about once it is back`(
        _ driver: TestDriver
    ) async throws {
        try await Team.with(driver, having: ["bob": .owner, "mallory": .owner]) { team in
            let (index, alice) = (team.index, team.test.requester)
            let mallory = try await team.requester("mallory")
            try await index.removeCollaborator("bob", from: team.brie, by: mallory)
            try await index.deleteProject(team.brie, by: alice)
            team.test.clock.advance(by: Self.week)
            try await index.runDueJobs()
            try await index.restoreProject(team.brie, by: alice)
            #expect(try await team.role("bob") == .owner)
            try await index.runDueJobs()
            #expect(try await team.role("bob") == nil)
            #expect(try await index.roleChanges(in: team.brie, by: alice).isEmpty)
            // One that is not due yet waits for its day, however often the project goes and comes.
            try await index.removeCollaborator("mallory", from: team.brie, by: alice)
            for _ in 1...2 {
                try await index.deleteProject(team.brie, by: alice)
                try await index.restoreProject(team.brie, by: alice)
                team.test.clock.advance(by: .seconds(60))
                try await index.runDueJobs()
            }
            #expect(try await team.role("mallory") == .owner)
            team.test.clock.advance(by: Self.week)
            try await index.runDueJobs()
            #expect(try await team.role("mallory") == nil)
        }
    }

    @Test func `an owner who agrees goes at once, and nobody else can agree for them`()
        async throws
    {
        try await Team.with(having: ["bob": .owner, "eve": nil, "mallory": .owner]) { team in
            let mallory = try await team.requester("mallory")
            try await team.index.removeCollaborator("bob", from: team.brie, by: mallory)
            let bob = try await team.requester("bob")
            let uid = try #require(try await team.index.roleChanges(of: bob).first?.uid)
            for name in ["mallory", "eve", "alice"] {
                let requester = try await team.requester(name)
                #expect(
                    try await code {
                        try await team.index.confirmRoleChange(uid, by: requester)
                    } == .roleChangeUnknown)
            }
            let eve = try await team.requester("eve")
            #expect(
                try await code {
                    try await team.index.cancelRoleChange(uid, in: team.brie, by: eve)
                } == .noRole)
            try await team.hide()
            #expect(
                try await code {
                    try await team.index.cancelRoleChange(uid, in: team.brie, by: eve)
                } == .projectUnknown)
            try await team.index.confirmRoleChange(uid, by: bob)
            #expect(try await team.role("bob") == nil)
        }
    }

    @Test func `a change that was asked for ends where who asked is no owner any more`()
        async throws
    {
        try await Team.with(having: ["bob": .owner, "mallory": .owner]) { team in
            let mallory = try await team.requester("mallory")
            try await team.index.removeCollaborator("bob", from: team.brie, by: mallory)
            try await team.index.removeCollaborator(
                "mallory", from: team.brie, by: .machineOwner)
            team.test.clock.advance(by: Self.week)
            try await team.index.runDueJobs()
            try await team.index.runDueJobs()
            #expect(try await team.role("bob") == .owner)
            #expect(try await team.events().last == .roleChangeCancelled)
            #expect(try await team.index.jobs().isEmpty)
        }
    }

    @Test(arguments: TestDriver.available)
    func `a change that waits does not come about in quarantine, and nobody leaves`(
        _ driver: TestDriver
    ) async throws {
        try await Team.with(driver, having: ["bob": .owner, "mallory": .owner]) { team in
            let (bob, mallory) = (
                try await team.requester("bob"), try await team.requester("mallory")
            )
            try await team.index.removeCollaborator("bob", from: team.brie, by: mallory)
            let uid = try #require(try await team.index.roleChanges(of: bob).first?.uid)
            try await team.index.quarantineProject(team.brie, reason: nil, by: .machineOwner)
            #expect(
                try await code { try await team.index.confirmRoleChange(uid, by: bob) }
                    == .projectClosed)
            #expect(
                try await code { try await team.index.leaveProject(team.brie, by: mallory) }
                    == .projectClosed)
            team.test.clock.advance(by: Self.week)
            try await team.index.runDueJobs()
            #expect(try await team.role("bob") == .owner)
            #expect(try await team.events().last == .roleChangeCancelled)
            // It does not come about when the quarantine is over, either.
            try await team.index.endQuarantine(of: team.brie, by: .machineOwner)
            #expect(try await team.index.roleChanges(of: bob).isEmpty)
            try await team.index.runDueJobs()
            #expect(try await team.role("bob") == .owner)
        }
    }

    @Test func `one may refuse or cancel a change that waits in quarantine`() async throws {
        try await Team.with(having: ["bob": .owner, "mallory": .owner]) { team in
            let (bob, mallory) = (
                try await team.requester("bob"), try await team.requester("mallory")
            )
            for isOwn in [true, false] {
                try await team.index.removeCollaborator("bob", from: team.brie, by: mallory)
                let uid = try #require(try await team.index.roleChanges(of: bob).first?.uid)
                try await team.index.quarantineProject(team.brie, reason: nil, by: .machineOwner)
                if isOwn {
                    try await team.index.refuseRoleChange(uid, by: bob)
                } else {
                    try await team.index.cancelRoleChange(
                        uid, in: team.brie, by: team.test.requester)
                }
                #expect(try await team.index.roleChanges(of: bob).isEmpty)
                try await team.index.endQuarantine(of: team.brie, by: .machineOwner)
            }
        }
    }

    @Test func `who joined lately, maintains, or asks it of themself goes at once`() async throws {
        try await Team.with(having: ["bob": .maintainer, "carol": .owner]) { team in
            let alice = team.test.requester
            try await team.index.changeRole(of: "bob", in: team.brie, to: .owner, by: alice)
            #expect(
                try await team.index.changeRole(
                    of: "bob", in: team.brie, to: .maintainer, by: alice) == .done)
            #expect(
                try await team.index.removeCollaborator("bob", from: team.brie, by: alice)
                    == .done)
            let carol = try await team.requester("carol")
            #expect(
                try await team.index.changeRole(
                    of: "carol", in: team.brie, to: .reader, by: carol) == .done)
            #expect(
                try await code {
                    try await team.index.removeCollaborator("bob", from: team.brie, by: alice)
                } == .roleUnknown)
        }
    }

    @Test(arguments: TestDriver.available)
    func `a reader reads what is private and nothing more, and is told to owners only`(
        _ driver: TestDriver
    ) async throws {
        try await Team.with(driver, having: ["rita": .reader, "eve": nil]) { team in
            try await team.hide()
            let (rita, eve) = (try await team.requester("rita"), try await team.requester("eve"))
            #expect(try await team.index.projectListing("brie", for: rita.principal) != nil)
            #expect(try await team.index.projectListing("brie", for: eve.principal) == nil)
            #expect(try await team.index.projectList(for: rita.principal).projects.count == 1)
            let name = Sample.wheel().filename
            #expect(try await team.index.offeredFile(name, for: rita.principal) != nil)
            #expect(
                try await code {
                    try await team.test.publish(.wheel("1.1"), by: rita.principal)
                } == .noRole)
            #expect(
                try await code { try await team.index.deleteProject(team.brie, by: rita) }
                    == .noRole)
            let detail = try #require(
                try await team.index.releaseDetail(of: "brie", version: nil, for: rita.principal))
            #expect(detail.roles == [ProjectMember(user: "alice", role: .owner)])
            try await team.index.leaveProject(team.brie, by: rita)
            #expect(try await team.index.projectListing("brie", for: rita.principal) == nil)
            let words = try await team.index.journal(after: 0, limit: 100)
            #expect(!words.contains { $0.detail?.contains("rita") ?? false })
            #expect(words.last?.action == .changeRole && words.last?.actor == nil)
        }
    }

    @Test func `the projects of a user are listed with what they are to each`() async throws {
        try await Team.with(having: ["bob": .maintainer]) { team in
            let own = try await team.index.ownProjects(of: try await team.requester("bob"))
            #expect(own.map(\.project.name) == ["brie"] && own.map(\.role) == [.maintainer])
            #expect(own.first?.ownerCount == 1)
            #expect(own.first?.lastUploadAt == team.test.clock.now())
            try await team.index.deleteProject(team.brie, by: team.test.requester)
            #expect(try await team.index.ownProjects(of: team.test.requester).isEmpty)
        }
    }
}
