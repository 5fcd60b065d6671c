import CheeseboardTesting
import Database
import PackageIndex
import PythonPackaging
import Testing

@Suite struct `Mails about projects` {
    @Test(arguments: TestDriver.available)
    func `an owner who is to be put out is told at every address, and the others, too`(
        _ driver: TestDriver
    ) async throws {
        try await Team.with(driver, having: ["bob": .owner, "mallory": .owner]) { team in
            try await addRemovedAddress(of: "bob", team)
            let (mallory, bob) = (
                try await team.requester("mallory"), try await team.requester("bob")
            )
            try await team.index.removeCollaborator("bob", from: team.brie, by: mallory)
            #expect(
                try await mails(team) == [
                    "role-change-asked to alice@index.example",
                    "role-change-asked to bob@index.example",
                    "role-change-asked to mallory@index.example",
                    "role-change-asked to old@index.example",
                ])
            let uid = try #require(try await team.index.roleChanges(of: bob).first?.uid)
            try await team.index.confirmRoleChange(uid, by: bob)
            #expect(
                try await mails(team) == [
                    "collaborator-removed to alice@index.example",
                    "collaborator-removed to mallory@index.example",
                    "you-were-removed to bob@index.example",
                    "you-were-removed to old@index.example",
                ])
        }
    }

    @Test func `of roles and tokens a user hears at addresses that were removed, too`()
        async throws
    {
        try await Team.with(having: ["bob": nil]) { team in
            try await addRemovedAddress(of: "bob", team)
            let (index, alice) = (team.index, team.test.requester)
            let bob = try await team.requester("bob")
            let uid = try await index.inviteCollaborator(
                "bob", to: team.brie, as: .reader, by: alice)
            try await index.acceptInvitation(uid, by: bob)
            try await index.changeRole(of: "bob", in: team.brie, to: .maintainer, by: alice)
            let token = try await index.issueToken(TokenRequest(label: "ci"), by: bob)
            try await index.revokeToken(token.uid, by: bob)
            try await index.removeCollaborator("bob", from: team.brie, by: alice)
            let told = try await mails(team).filter { $0.hasSuffix(" to old@index.example") }
            #expect(
                told == [
                    "token-made to old@index.example", "token-revoked to old@index.example",
                    "you-were-added to old@index.example",
                    "you-were-removed to old@index.example",
                    "your-role-changed to old@index.example",
                ])
        }
    }

    @Test func `people hear of what becomes of their project, readers apart`() async throws {
        try await Team.with(having: ["maria": .maintainer, "rita": .reader]) { team in
            let (index, brie, alice) = (team.index, team.brie, team.test.requester)
            let wheel = Sample.wheel().filename
            let changes: [@Sendable () async throws -> Void] = [
                {
                    try await index.yankRelease(
                        try Version("1.0"), of: brie, reason: "bad", by: alice)
                },
                { try await index.unyankRelease(try Version("1.0"), of: brie, by: alice) },
                { try await index.deleteFile(wheel, of: brie, by: alice) },
                { try await index.restoreFile(wheel, of: brie, by: alice) },
                { try await index.changeVisibility(of: brie, to: .private, by: alice) },
                { try await index.archiveProject(brie, by: alice) },
                { try await index.unarchiveProject(brie, by: alice) },
                {
                    try await index.deprecateProject(
                        brie, successor: nil, reason: nil, by: alice)
                },
                { try await index.deleteProject(brie, by: alice) },
                { try await index.restoreProject(brie, by: alice) },
                {
                    try await index.quarantineProject(brie, reason: "spam", by: .machineOwner)
                },
                { try await index.endQuarantine(of: brie, by: .machineOwner) },
            ]
            let kinds = [
                "release-yanked", "release-unyanked", "file-deleted", "file-restored",
                "project-private", "project-archived", "project-unarchived",
                "project-deprecated", "project-deleted", "project-restored",
                "project-quarantined", "project-unquarantined",
            ]
            for (kind, change) in zip(kinds, changes) {
                try await change()
                #expect(
                    try await mails(team) == [
                        "\(kind) to alice@index.example", "\(kind) to maria@index.example",
                    ], "\(kind)")
            }
        }
    }

    @Test func `who is invited hears of it, and so do the owners; and of tokens their user`()
        async throws
    {
        try await Team.with(having: ["bob": nil]) { team in
            let (alice, bob) = (team.test.requester, try await team.requester("bob"))
            let uid = try await team.index.transferProject(team.brie, to: "bob", by: alice)
            #expect(
                try await mails(team) == [
                    "invitation to bob@index.example", "invitation-sent to alice@index.example",
                ])
            try await team.index.acceptInvitation(uid, by: bob)
            #expect(
                try await mails(team).contains("ownership-transferred to alice@index.example"))
            let token = try await team.index.issueToken(TokenRequest(label: "ci"), by: bob)
            try await team.index.revokeToken(token.uid, by: bob)
            #expect(
                try await mails(team) == [
                    "token-made to bob@index.example", "token-revoked to bob@index.example",
                ])
        }
    }

    @Test func `an owner in whose name a project is handed over is told at every address`()
        async throws
    {
        try await Team.with(having: ["bob": nil, "maria": .maintainer]) { team in
            try await addRemovedAddress(of: "alice", team)
            let uid = try await team.index.transferProject(
                team.brie, to: "bob", by: team.test.requester)
            _ = try await mails(team)
            try await team.index.acceptInvitation(uid, by: try await team.requester("bob"))
            #expect(
                try await mails(team).filter { $0.hasPrefix("ownership-transferred") }
                    == [
                        "alice@index.example", "bob@index.example", "maria@index.example",
                        "old@index.example",
                    ].map { "ownership-transferred to \($0)" })
        }
    }

    @Test func `the other owners hear of a token that is for their project and can write to it`()
        async throws
    {
        try await Team.with(having: ["maria": .maintainer, "rita": .reader]) { team in
            func make(_ name: String, _ label: String, _ scopes: Set<TokenScope>, _ project: String)
                async throws
            {
                _ = try await team.index.issueToken(
                    TokenRequest(
                        label: label, projects: [try ProjectName(project)], scopes: scopes),
                    by: try await team.requester(name))
            }
            try await make("maria", "ci", [.upload], "brie")
            #expect(
                try await mails(team) == [
                    "token-can-write to alice@index.example", "token-made to maria@index.example",
                ])
            // A maintainer manages nothing, a reader uploads nothing, and alice knows of her own.
            try await make("maria", "manage", [.manage, .read], "brie")
            try await make("maria", "elsewhere", [.upload], "feta")
            try await make("rita", "upload", [.upload], "brie")
            try await make("alice", "own", [.upload, .manage], "brie")
            let told = try await mails(team)
            #expect(told.count == 4 && told.allSatisfy { $0.hasPrefix("token-made") })
        }
    }

    @Test func `a user hears of tokens that commands make and revoke, and the owners, too`()
        async throws
    {
        try await Team.with(having: ["maria": .maintainer]) { team in
            let token = try await team.index.issueToken(
                to: "maria", TokenRequest(projects: [team.brie]))
            #expect(
                try await mails(team) == [
                    "token-can-write to alice@index.example", "token-made to maria@index.example",
                ])
            let maria = try await team.requester("maria")
            let uid = try #require(try await team.index.ownTokens(of: maria).first?.uid)
            try await team.index.revokeToken(uid)
            let bodies = try await team.test.database.read { connection in
                try connection.rows(
                    "SELECT text_body FROM mails WHERE kind LIKE 'token-%' ORDER BY id"
                ).map { try $0.get("text_body") as String }
            }
            #expect(bodies.count == 3)
            for body in bodies {
                #expect(body.contains("'made by a command'") && !body.contains(token))
            }
            #expect(bodies.filter { $0.contains("\nBy: those who run the site\n") }.count == 2)
            #expect(try await mails(team) == ["token-revoked to maria@index.example"])
        }
    }

    /// Gives a user an address that was verified, and removed just now.
    private func addRemovedAddress(of name: String, _ team: Team) async throws {
        try await team.test.database.write { connection in
            try connection.run(
                """
                INSERT INTO emails (user_id, address, normalized_address, is_verified,
                    created_at, verified_at, removed_at)
                SELECT id, 'old@index.example', 'old@index.example', 1, 0, 0, $1 FROM users
                WHERE name = $2
                """, team.test.clock.now().microseconds, name)
        }
    }

    /// What was queued since this was last asked, in order.
    private func mails(_ team: Team) async throws -> [String] {
        try await team.test.database.write { connection in
            let rows = try connection.rows(
                "SELECT kind, recipient FROM mails WHERE sent_at IS NULL ORDER BY kind, recipient")
            try connection.run("UPDATE mails SET sent_at = 0")
            return try rows.map { row in
                let kind: String = try row.get("kind")
                return "\(kind) to \(try row.get("recipient") as String)"
            }
        }
    }
}
