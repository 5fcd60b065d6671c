import CheeseboardTesting
import Database
import PackageIndex
import PythonPackaging
import Testing

@Suite struct `Inviting people` {
    private static let week = Duration.seconds(7 * 24 * 3600)

    @Test(arguments: TestDriver.available)
    func `an accepted invitation gives its role, and everything is written down`(
        _ driver: TestDriver
    ) async throws {
        try await Team.with(driver, having: ["bob": nil]) { team in
            let (alice, bob) = (team.test.requester, try await team.requester("bob"))
            let uid = try await team.index.inviteCollaborator(
                "Bob", to: team.brie, as: .maintainer, by: alice)
            let seen = try #require(try await team.index.invitations(of: bob).first)
            #expect(seen.uid == uid && seen.project == "brie" && seen.invitedBy == "alice")
            #expect(seen.role == .maintainer && !seen.isTransfer)
            #expect(seen.expiresAt == team.test.clock.now() + Self.week)
            #expect(try await team.index.invitations(to: team.brie, by: alice) == [seen])
            #expect(try await team.role("bob") == nil)
            try await team.index.acceptInvitation(uid, by: bob)
            #expect(try await team.role("bob") == .maintainer)
            #expect(try await team.index.invitations(of: bob).isEmpty)
            #expect(
                try await team.journal() == [
                    "add Owner alice", "invite Maintainer bob", "accepted Maintainer bob",
                    "add Maintainer bob",
                ])
            #expect(try await team.events() == [.roleAdded, .roleInvited, .roleAdded])
            #expect(
                try await team.index.accountHistory(of: bob).map(\.tag)
                    == [.roleAdded, .roleInvited])
            try await team.test.publish(.wheel("1.1"), by: bob.principal)
        }
    }

    @Test(arguments: TestDriver.available)
    func `an invitation is answered once, in time, and by the one invited`(
        _ driver: TestDriver
    ) async throws {
        try await Team.with(driver, having: ["bob": nil, "eve": nil]) { team in
            let alice = team.test.requester
            let (bob, eve) = (try await team.requester("bob"), try await team.requester("eve"))
            let first = try await team.index.inviteCollaborator(
                "bob", to: team.brie, as: .owner, by: alice)
            #expect(
                try await code {
                    try await team.index.inviteCollaborator(
                        "bob", to: team.brie, as: .reader, by: alice)
                } == .invitationOpen)
            for (uid, answerer) in [(first, eve), ("none", bob), ("\0", bob), (first, alice)] {
                #expect(
                    try await code { try await team.index.acceptInvitation(uid, by: answerer) }
                        == .invitationUnknown)
            }
            try await team.index.declineInvitation(first, by: bob)
            #expect(
                try await code { try await team.index.acceptInvitation(first, by: bob) }
                    == .invitationUnknown)
            let second = try await team.index.inviteCollaborator(
                "bob", to: team.brie, as: .owner, by: alice)
            team.test.clock.advance(by: Self.week)
            #expect(
                try await code { try await team.index.acceptInvitation(second, by: bob) }
                    == .invitationUnknown)
            let third = try await team.index.inviteCollaborator(
                "bob", to: team.brie, as: .owner, by: alice)
            // Another project's invitation is none of this one's, and a stranger ends none.
            try await team.test.publish(WheelBuilder(name: "feta", version: "1.0").make())
            let feta = try ProjectName("feta")
            for uid in [third, "none", "\0"] {
                #expect(
                    try await code {
                        try await team.index.revokeInvitation(uid, to: feta, by: alice)
                    } == .invitationUnknown)
            }
            #expect(
                try await code {
                    try await team.index.revokeInvitation(third, to: team.brie, by: eve)
                } == .noRole)
            try await team.index.revokeInvitation(third, to: team.brie, by: alice)
            #expect(
                try await code { try await team.index.acceptInvitation(third, by: bob) }
                    == .invitationUnknown)
            #expect(try await team.role("bob") == nil)
            #expect(
                try await team.events() == [
                    .roleAdded, .roleInvited, .invitationDeclined, .roleInvited, .roleInvited,
                    .invitationRevoked,
                ])
        }
    }

    @Test func `only who can be reached and has no role is invited, and only by owners`()
        async throws
    {
        try await Team.with(having: ["bob": .maintainer, "eve": nil, "fritz": nil]) { team in
            let alice = team.test.requester
            try await team.test.database.write {
                try $0.run(
                    """
                    UPDATE emails SET is_verified = 0
                    WHERE user_id = (SELECT id FROM users WHERE name = 'eve')
                    """)
            }
            try await team.index.freezeUser("fritz")
            for (name, refused) in [
                ("bob", RefusalCode.roleExists), ("eve", .inviteeUnfit), ("fritz", .inviteeUnfit),
                ("nobody", .userUnknown), ("\0", .userUnknown),
            ] {
                #expect(
                    try await code {
                        try await team.index.inviteCollaborator(
                            name, to: team.brie, as: .owner, by: alice)
                    } == refused, "\(name)")
            }
            for name in ["bob", "eve"] {
                let requester = try await team.requester(name)
                #expect(
                    try await code {
                        try await team.index.inviteCollaborator(
                            "alice", to: team.brie, as: .owner, by: requester)
                    } == .noRole)
            }
        }
    }

    @Test(arguments: TestDriver.available)
    func `a transfer makes the one who accepts the owner, and leaves a maintainer`(
        _ driver: TestDriver
    ) async throws {
        try await Team.with(driver, having: ["bob": .maintainer]) { team in
            let (alice, bob) = (team.test.requester, try await team.requester("bob"))
            let uid = try await team.index.transferProject(team.brie, to: "bob", by: alice)
            #expect(try await team.role("alice") == .owner)
            try await team.index.acceptInvitation(uid, by: bob)
            #expect(try await team.role("alice") == .maintainer)
            #expect(try await team.role("bob") == .owner)
            #expect(
                try await code {
                    try await team.index.transferProject(team.brie, to: "alice", by: alice)
                } == .noRole)
            #expect(try await team.events().contains(.projectTransferred))
        }
    }

    @Test func `what an owner offered ends with their role`() async throws {
        try await Team.with(having: ["bob": .owner, "eve": nil]) { team in
            let bob = try await team.requester("bob")
            let uid = try await team.index.inviteCollaborator(
                "eve", to: team.brie, as: .owner, by: bob)
            try await team.index.leaveProject(team.brie, by: bob)
            let eve = try await team.requester("eve")
            #expect(
                try await code { try await team.index.acceptInvitation(uid, by: eve) }
                    == .invitationUnknown)
            #expect(try await team.role("eve") == nil)
        }
    }

    @Test func `what an owner offered ends where they are frozen, also once they are not`()
        async throws
    {
        try await Team.with(having: ["bob": .owner, "eve": nil]) { team in
            let (bob, eve) = (try await team.requester("bob"), try await team.requester("eve"))
            let uid = try await team.index.inviteCollaborator(
                "eve", to: team.brie, as: .owner, by: bob)
            // Alice has been an owner since long ago, and has a week to object.
            try await team.test.database.write { _ = try $0.run("UPDATE roles SET created_at = 0") }
            try await team.index.removeCollaborator("alice", from: team.brie, by: bob)
            try await team.index.freezeUser("bob")
            try await team.index.unfreezeUser("bob")
            #expect(
                try await code { try await team.index.acceptInvitation(uid, by: eve) }
                    == .invitationUnknown)
            #expect(try await team.role("eve") == nil)
            let asked: String? = try await team.test.database.read {
                try $0.row("SELECT state FROM role_changes")?.get("state")
            }
            #expect(asked == "ended")
        }
    }

    @Test func `nobody gets a role in a project that is quarantined`() async throws {
        try await Team.with(having: ["bob": nil, "eve": nil]) { team in
            let (alice, bob) = (team.test.requester, try await team.requester("bob"))
            let uid = try await team.index.inviteCollaborator(
                "bob", to: team.brie, as: .owner, by: alice)
            try await team.test.database.write {
                _ = try $0.run("UPDATE projects SET status = 'quarantined'")
            }
            #expect(
                try await code { try await team.index.acceptInvitation(uid, by: bob) }
                    == .projectClosed)
            #expect(
                try await code {
                    try await team.index.revokeInvitation(uid, to: team.brie, by: alice)
                }
                    == .projectClosed)
            // To others there is no such invitation.
            let eve = try await team.requester("eve")
            #expect(
                try await code { try await team.index.acceptInvitation(uid, by: eve) }
                    == .invitationUnknown)
            #expect(try await team.role("bob") == nil)
        }
    }

    @Test func `inviting is no way to send mails without end`() async throws {
        let many = Dictionary(
            uniqueKeysWithValues: (1...49).map { ("user\($0)", ProjectRole?.none) })
        try await Team.with(having: many) { team in
            let alice = team.test.requester
            let invite = { (name: String) in
                try await code {
                    let uid = try await team.index.inviteCollaborator(
                        name, to: team.brie, as: .reader, by: alice)
                    try await team.index.revokeInvitation(
                        uid, to: team.brie, by: alice)
                }
            }
            for number in 1...4 {
                #expect(try await invite("user1") == (number <= 3 ? nil : .tooManyTries))
            }
            // What was refused counts for nothing.
            for number in 2...48 { #expect(try await invite("user\(number)") == nil) }
            #expect(try await invite("user49") == .tooManyTries)
            let letters: Int64? = try await team.test.database.read {
                try $0.row("SELECT COUNT(*) AS n FROM mails WHERE kind = 'invitation'")?.get("n")
            }
            #expect(letters == 50)
            team.test.clock.advance(by: .seconds(24 * 3600))
            #expect(try await invite("user1") == nil)
        }
    }

    @Test(arguments: TestDriver.available)
    func `of accepting and taking back at once one wins`(_ driver: TestDriver) async throws {
        try await Team.with(driver, having: ["bob": nil]) { team in
            let (alice, bob) = (team.test.requester, try await team.requester("bob"))
            for _ in 0..<8 {
                let uid = try await team.index.inviteCollaborator(
                    "bob", to: team.brie, as: .maintainer, by: alice)
                async let accepted = code {
                    try await team.index.acceptInvitation(uid, by: bob)
                }
                async let revoked = code {
                    try await team.index.revokeInvitation(uid, to: team.brie, by: alice)
                }
                let outcomes = try await [accepted, revoked]
                #expect(outcomes.filter { $0 == nil }.count == 1)
                #expect(outcomes.filter { $0 == .invitationUnknown }.count == 1)
                #expect(try await team.role("bob") == (outcomes[0] == nil ? .maintainer : nil))
                if outcomes[0] == nil {
                    try await team.index.leaveProject(team.brie, by: bob)
                }
                team.test.clock.advance(by: .seconds(24 * 3600))
            }
        }
    }
}
