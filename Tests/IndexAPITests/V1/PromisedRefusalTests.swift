import CheeseboardTesting
import Database
import HTTPTypes
import HummingbirdTesting
import PackageIndex
import PythonPackaging
import Testing
import WebServer

/// Programs that are made from the document know no refusal that it does not name.
@Suite struct `The document of the API names the refusal` {
    @Test func `of an invitation to a project that is quarantined`() async throws {
        try await withServer { server, client in
            let test = server.test
            try await test.publish(storedWheel("brie", "1.0"))
            try await test.addUser("oscar")
            let uid = try await test.index.inviteCollaborator(
                "oscar", to: ProjectName("brie"), as: .reader, by: test.requester)
            try await test.database.write {
                try $0.run("UPDATE projects SET status = 'quarantined'")
            }
            let token = try await test.token(of: "oscar")
            for (route, step) in [
                (Route.apiAcceptInvitation, "accept"), (.apiDeclineInvitation, "decline"),
            ] {
                let answer = try await client.ask(
                    .post, "/api/v1/account/invitations/\(uid)/\(step)",
                    ["Authorization": "Bearer \(token)"])
                try expectRefusal(.projectClosed, route, in: answer)
            }
        }
    }

    @Test func `of a change of one's role in a project that is quarantined`() async throws {
        try await withServer { server, client in
            let test = server.test
            try await test.publish(storedWheel("brie", "1.0"))
            let oscar = Requester(Principal(user: try await test.addUser("oscar")))
            try await test.database.write {
                try $0.run(
                    """
                    INSERT INTO roles (project_id, user_id, role, created_at)
                    SELECT 1, id, 'owner', 0 FROM users WHERE name = 'oscar'
                    """)
            }
            try await test.index.removeCollaborator(
                "oscar", from: ProjectName("brie"), by: test.requester)
            let uid = try #require(try await test.index.roleChanges(of: oscar).first?.uid)
            try await test.database.write {
                try $0.run("UPDATE projects SET status = 'quarantined'")
            }
            let answer = try await client.ask(
                .post, "/api/v1/account/role-changes/\(uid)/confirm",
                ["Authorization": "Bearer \(try await test.token(of: "oscar"))"])
            try expectRefusal(.projectClosed, .apiConfirmRoleChange, in: answer)
        }
    }

    @Test func `of what was done too often`() async throws {
        try await withServer { server, client in
            try await server.test.publish(storedWheel("brie", "1.0"))
            for number in 0..<51 { try await server.test.addUser("user\(number)") }
            let fields = [
                "Authorization": "Bearer \(try await server.test.token())",
                "Content-Type": "application/json",
            ]
            for (route, path, body) in [
                (
                    Route.apiInvite, "/api/v1/projects/brie/invitations",
                    #"{"user":"userN","role":"reader"}"#
                ),
                (.apiMakeToken, "/api/v1/account/tokens", #"{"label":"N","scopes":["read"]}"#),
            ] {
                for number in 0..<50 {
                    let answer = try await client.ask(
                        .post, path, fields,
                        body: Array(body.replacing("N", with: "\(number)").utf8))
                    #expect(answer.status == .created)
                }
                let answer = try await client.ask(
                    .post, path, fields, body: Array(body.replacing("N", with: "50").utf8))
                try expectRefusal(.tooManyTries, route, in: answer)
                #expect(answer["Retry-After"] != nil)
            }
        }
    }

    @Test func `of whoever searches too often`() async throws {
        var settings = IndexSettings()
        settings.profile = .pypi
        try await withServer(settings: settings) { _, client in
            for (route, path) in [
                (Route.searchProjects, "/api/v1/search?q=brie"),
                (.suggestProjects, "/api/v1/search/suggestions?q=brie"),
            ] {
                var answer = try await client.get(path)
                for _ in 0..<20 where answer.status == .ok { answer = try await client.get(path) }
                try expectRefusal(.tooManyTries, route, in: answer)
                #expect(answer["Retry-After"] == "1")
            }
        }
    }

    @Test func `of whoever lacks what the index asks of a project's people`() async throws {
        var settings = IndexSettings()
        settings.profile = .pypi
        try await withServer(settings: settings) { server, client in
            let token = try await server.test.token()
            for (isVerified, code) in [
                (false, RefusalCode.emailUnverified), (true, .secondFactorMissing),
            ] {
                try await server.test.database.write {
                    _ = try $0.run("UPDATE emails SET is_verified = $1", isVerified)
                }
                for (route, method, path, body) in [
                    (Route.apiRoles, HTTPRequest.Method.get, "roles", ""),
                    (.apiInvite, .post, "invitations", #"{"user":"oscar","role":"reader"}"#),
                ] {
                    let answer = try await client.ask(
                        method, "/api/v1/projects/brie/\(path)",
                        [
                            "Authorization": "Bearer \(token)",
                            "Content-Type": "application/json",
                        ], body: Array(body.utf8))
                    try expectRefusal(code, route, in: answer)
                }
            }
        }
    }

    private func expectRefusal(
        _ code: RefusalCode, _ route: Route, in answer: TestResponse,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        #expect(
            try answer.json()["code"] as? String == code.rawValue, sourceLocation: sourceLocation)
        let contract = try #require(Contract.all.first { $0.route == route })
        #expect(
            contract.everyRefusal.contains(code), "\(route) promises no \(code)",
            sourceLocation: sourceLocation)
    }
}
