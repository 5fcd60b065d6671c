import CheeseboardTesting
import Database
import Foundation
import HTTPTypes
import HummingbirdTesting
import PackageIndex
import Testing
import WebServer

@Suite struct `Managing by the API` {
    @Test func `a release is yanked, deleted and brought back`() async throws {
        try await withServer { server, client in
            try await server.test.publish(storedWheel("brie", "1.0"))
            let ask = try await asker(server, client)
            let release = "/api/v1/projects/brie/releases/1.0"
            #expect(
                try await ask(.put, "\(release)/yank", #"{"reason":"broken"}"#).status == .noContent
            )
            #expect(try await ask(.put, "\(release)/yank", "{}").status == .noContent)
            #expect(try await client.get(release).json()["is_yanked"] as? Bool == true)
            #expect(try await ask(.delete, "\(release)/yank").status == .noContent)
            #expect(try await client.get(release).json()["is_yanked"] as? Bool == false)
            #expect(try await ask(.delete, release).status == .noContent)
            #expect(try await client.get(release).status == .notFound)
            #expect(try await ask(.delete, release).status == .notFound)
            let deleted = try await ask(.get, "/api/v1/projects/brie/deleted").json()
            #expect((deleted["items"] as? [[String: Any]])?.first?["version"] as? String == "1.0")
            #expect(try await ask(.post, "\(release)/restore").status == .noContent)
            #expect(try await client.get(release).status == .ok)
        }
    }

    @Test func `a project is deprecated, deleted and brought back, and no longer after its time`()
        async throws
    {
        try await withServer { server, client in
            try await server.test.publish(storedWheel("brie", "1.0"))
            let ask = try await asker(server, client)
            let project = "/api/v1/projects/brie"
            let body = #"{"status":"deprecated","reason":"old","successor":"Comte"}"#
            #expect(try await ask(.put, "\(project)/status", body).status == .noContent)
            let shown = try await client.get(project).json()
            #expect(shown["status"] as? String == "deprecated")
            #expect(shown["successor"] as? String == "Comte")
            #expect(try await ask(.delete, project).status == .noContent)
            #expect(try await client.get(project).status == .notFound)
            let mine = try await ask(.get, "/api/v1/account/deleted-projects").json()
            #expect((mine["items"] as? [[String: Any]])?.count == 1)
            #expect(try await ask(.post, "\(project)/restore").status == .noContent)
            #expect(try await ask(.delete, project).status == .noContent)
            server.test.clock.advance(by: .seconds(31 * 24 * 3600))
            let late = try await ask(.post, "\(project)/restore")
            #expect(late.status == .gone)
        }
    }

    @Test func `a token is made once, shown without its text, and revoked`() async throws {
        try await withServer { server, client in
            let ask = try await asker(server, client)
            let body =
                #"{"label":"ci","scopes":["upload"],"projects":["brie"],"lifetime_seconds":60}"#
            let made = try await ask(.post, "/api/v1/account/tokens", body)
            #expect(made.status == .created)
            let text = try #require(try made.json()["token"] as? String)
            let place = try #require(made["Location"])
            let shown = try await ask(.get, place)
            #expect(try shown.json()["projects"] as? [String] == ["brie"])
            #expect(!shown.text.contains(text))
            #expect(try await ask(.post, "/api/v1/account/tokens", body).status == .conflict)
            let upload = try await client.upload(
                UploadBody(storedWheel("brie", "1.0")), token: text)
            #expect(upload.status == .ok)
            let writing = try await ask(.get, "/api/v1/projects/brie/tokens").json()
            let labels = (writing["items"] as? [[String: Any]])?.compactMap {
                $0["label"] as? String
            }
            #expect(labels == ["ci"])
            #expect(try await ask(.delete, place).status == .noContent)
            #expect(try await ask(.get, place).status == .notFound)
            #expect(try await ask(.delete, place).status == .notFound)
        }
    }

    @Test func `people say how they are called and which address is shown`() async throws {
        try await withServer { server, client in
            try await server.test.addUser("oscar")
            let ask = try await asker(server, client)
            let path = "/api/v1/account"
            for (given, name) in [(#"" Alice A. ""#, "Alice A."), ("null", nil)]
                as [(String, String?)]
            {
                let set = try await ask(.put, "\(path)/full-name", #"{"full_name":\#(given)}"#)
                #expect(set.status == .noContent)
                #expect(try await ask(.get, path).json()["full_name"] as? String == name)
            }
            let address = try await ask(
                .put, "\(path)/full-name", #"{"full_name":"https://evil.example"}"#)
            #expect(address.status == .badRequest)
            #expect(try address.json()["code"] as? String == "field-invalid")
            func show(_ address: String, _ isShown: Bool) async throws -> TestResponse {
                try await ask(
                    .put, "\(path)/email-visibility",
                    #"{"address":"\#(address)","is_public":\#(isShown)}"#)
            }
            for isShown in [true, true, false] {
                #expect(try await show("Alice@index.example", isShown).status == .noContent)
                let profile = try await server.test.index.profile(of: "alice", for: nil)
                #expect(profile?.publicEmail == (isShown ? "alice@index.example" : nil))
            }
            for other in ["oscar@index.example", "none@index.example", "alice", ""] {
                #expect(try await show(other, true).status == .notFound, "\(other)")
            }
            try await server.test.database.write { try $0.run("UPDATE emails SET is_verified = 0") }
            let unverified = try await show("alice@index.example", true)
            #expect(unverified.status == .forbidden)
            #expect(try unverified.json()["code"] as? String == "email-unverified")
        }
    }

    @Test func `somebody is invited, accepts, and leaves`() async throws {
        try await withServer { server, client in
            try await server.test.addUser("oscar")
            try await server.test.publish(storedWheel("brie", "1.0"))
            let ask = try await asker(server, client)
            let other = try await asker(server, client, "oscar")
            let path = "/api/v1/projects/brie/invitations"
            let body = #"{"user":"oscar","role":"maintainer"}"#
            let made = try await ask(.post, path, body)
            #expect(made.status == .created)
            #expect(try await ask(.post, path, body).status == .conflict)
            let id = try #require(try made.json()["id"] as? String)
            #expect(try await ask(.delete, "\(path)/\(id)").status == .noContent)
            #expect(try await ask(.delete, "\(path)/\(id)").status == .notFound)
            let again = try #require(try await ask(.post, path, body).json()["id"] as? String)
            let accept = "/api/v1/account/invitations/\(again)/accept"
            #expect(try await ask(.post, accept).status == .notFound)
            #expect(try await other(.post, accept).status == .noContent)
            let role = "/api/v1/projects/brie/roles/oscar"
            #expect(try await ask(.put, role, #"{"role":"owner"}"#).status == .noContent)
            #expect(try await other(.delete, role).status == .noContent)
            let own = "/api/v1/projects/brie/roles/alice"
            #expect(try await ask(.delete, own).status == .conflict)
            let events = try await ask(.get, "/api/v1/projects/brie/events?limit=1").json()
            let next = try #require(events["next"] as? String)
            #expect(try await ask(.get, next).status == .ok)
        }
    }

    @Test(arguments: [
        ("application/json", "", HTTPResponse.Status.badRequest, "body-malformed"),
        ("application/json", "{", .badRequest, "body-malformed"),
        ("application/json", #"{"reason":1}"#, .badRequest, "body-invalid"),
        ("application/json", #"{"raeson":"x"}"#, .badRequest, "body-invalid"),
        ("application/json", #"{"reason":"a\u0007"}"#, .badRequest, "body-invalid"),
        ("text/plain", "{}", .unsupportedMediaType, "media-type-unsupported"),
        ("", "{}", .unsupportedMediaType, "media-type-unsupported"),
        (
            "application/x-www-form-urlencoded", "reason=x", .unsupportedMediaType,
            "media-type-unsupported"
        ),
    ])
    func `a body that is none is refused before anything is done`(
        _ type: String, _ body: String, _ status: HTTPResponse.Status, _ code: String
    ) async throws {
        try await withServer { server, client in
            try await server.test.publish(storedWheel("brie", "1.0"))
            var fields = ["Authorization": "Bearer \(try await server.test.token())"]
            if !type.isEmpty { fields["Content-Type"] = type }
            let path = "/api/v1/projects/brie/releases/1.0"
            let answer = try await client.ask(.put, "\(path)/yank", fields, body: Array(body.utf8))
            #expect(answer.status == status)
            #expect(try answer.json()["code"] as? String == code)
            #expect(try await client.get(path).json()["is_yanked"] as? Bool == false)
        }
    }

    @Test func `a body that is too large is refused`() async throws {
        try await withServer { server, client in
            let ask = try await asker(server, client)
            let body = #"{"reason":""# + String(repeating: "a", count: 70_000) + #""}"#
            let answer = try await ask(.put, "/api/v1/projects/brie/releases/1.0/yank", body)
            #expect(answer.status == .contentTooLarge)
            #expect(try answer.json()["code"] as? String == "body-too-large")
        }
    }

    /// Asks as somebody with a token for everything.
    private func asker(
        _ server: TestServer, _ client: Client, _ user: String = "alice"
    ) async throws -> Asker {
        Asker(client: client, token: try await server.test.token(of: user))
    }
}

/// Somebody with a token.
private struct Asker {
    let client: Client
    let token: String

    func callAsFunction(
        _ method: HTTPRequest.Method, _ path: String, _ body: String? = nil
    ) async throws -> TestResponse {
        try await client.ask(
            method, path,
            ["Authorization": "Bearer \(token)", "Content-Type": "application/json"],
            body: body.map { Array($0.utf8) })
    }
}
