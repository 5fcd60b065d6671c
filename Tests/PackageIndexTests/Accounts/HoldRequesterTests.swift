import CheeseboardTesting
import Database
import Foundation
import PackageIndex
import PythonPackaging
import Testing

@Suite struct `What is under way by somebody who may ask for nothing any more` {
    @Test(
        arguments: ["password_hash = 'another'", "is_frozen = 1", "deleted_at = 1"])
    func `no change of people, names or limits comes about after`(_ change: String) async throws {
        try await Team.with(having: ["bob": .owner, "eve": nil, "mallory": .owner]) { team in
            let (index, brie, alice) = (team.index, team.brie, team.test.requester)
            try await team.test.database.write { connection in
                try connection.run("UPDATE users SET is_admin = 1 WHERE name = 'bob'")
            }
            try await team.test.publish(WheelBuilder(name: "feta", version: "1.0").make())
            try await index.prohibitName(ProjectName("gouda"), reason: nil, by: .machineOwner)
            let own = try await index.transferProject(
                ProjectName("feta"), to: "bob", by: alice)
            let others = try await index.inviteCollaborator(
                "eve", to: brie, as: .maintainer, by: alice)
            try await index.removeCollaborator(
                "bob", from: brie, by: try await team.requester("mallory"))
            let bob = try await team.requester("bob")
            let asked = try #require(try await index.roleChanges(of: bob).first?.uid)
            try await team.test.database.write { connection in
                try connection.run("UPDATE users SET \(change) WHERE name = 'bob'")
            }
            let actions: [(String, @Sendable () async throws -> Void)] = [
                ("accept", { try await index.acceptInvitation(own, by: bob) }),
                ("decline", { try await index.declineInvitation(own, by: bob) }),
                ("revoke", { try await index.revokeInvitation(others, to: brie, by: bob) }),
                ("confirm", { try await index.confirmRoleChange(asked, by: bob) }),
                ("refuse", { try await index.refuseRoleChange(asked, by: bob) }),
                ("cancel", { try await index.cancelRoleChange(asked, in: brie, by: bob) }),
                ("leave", { try await index.leaveProject(brie, by: bob) }),
                // What begins with `managedAndLocked`.
                ("delete", { try await index.deleteProject(brie, by: bob) }),
                ("archive", { try await index.archiveProject(brie, by: bob) }),
                (
                    "limits",
                    {
                        try await index.setLimits(
                            of: brie, fileBytes: 1, totalBytes: 1, by: bob)
                    }
                ),
                (
                    "prohibit",
                    { try await index.prohibitName(brie, reason: nil, by: bob) }
                ),
                ("allow", { try await index.allowName(ProjectName("gouda"), by: bob) }),
                ("name", { try await index.changeFullName("Bob", by: bob) }),
                (
                    "show",
                    { try await index.setEmail("bob@index.example", isPublic: true, by: bob) }
                ),
            ]
            for (name, action) in actions {
                let refused = try await code { try await action() }
                #expect(refused == .credentialsInvalid, "\(name)")
            }
            let owners: Int64? = try await team.test.database.read {
                try $0.row("SELECT COUNT(*) AS n FROM roles WHERE role = 'owner'")?.get("n")
            }
            #expect(owners == 4)
        }
    }

    @Test(arguments: TestDriver.available)
    func `whoever deletes their account while they take a project over does not get it`(
        _ driver: TestDriver
    ) async throws {
        try await Team.with(driver, having: ["bob": nil]) { team in
            let (index, database) = (team.index, team.test.database)
            let bob = try await team.requester("bob")
            let uid = try await index.transferProject(
                team.brie, to: "bob", by: team.test.requester)
            let (begun, begin) = AsyncStream<Void>.makeStream()
            async let deletion: Void = database.write { connection in
                defer { begin.finish() }
                try connection.run("UPDATE users SET deleted_at = 1 WHERE name = 'bob'")
                begin.yield()
                // Long enough for who does not wait for the commit.
                Thread.sleep(forTimeInterval: 0.3)
            }
            for await _ in begun { break }
            let refused = try await code { try await index.acceptInvitation(uid, by: bob) }
            try await deletion
            #expect(refused == .credentialsInvalid)
            #expect(try await team.role("alice") == .owner)
        }
    }
}
