import CheeseboardTesting
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import PackageIndex
import Testing
import WebServer

@Suite struct `The page for the first administrator` {
    private static let good = [
        ("name", "alma"), ("email", "alma@index.example"),
        ("password", "correct horse & battery+staple"),
    ]

    @Test func `makes the account, once`() async throws {
        try await withSetup { server, client, path in
            #expect(try await client.execute(uri: path, method: .get).status == .ok)
            let answer = try await send(Self.good, to: path, client)
            #expect(answer.headers[.location] == "/manage/account/")
            #expect(
                answer.headers[values: .setCookie].contains { $0.hasPrefix("cheeseboard_session=") }
            )
            #expect(try await server.test.index.hasAdministrator())
            let principal = try await server.test.index.authenticate(
                .password(user: "alma", password: "correct horse & battery+staple"))
            #expect(principal.user.isAdmin && principal.user.email == "alma@index.example")
            let again = try await client.execute(uri: path, method: .get)
            #expect(again.status == .forbidden)
            #expect(String(buffer: again.body).contains("used already"))
            #expect(try await client.execute(uri: path, method: .post).status == .forbidden)
        }
    }

    @Test(arguments: ["wrong", "%20", "0", "00000000000000000000000000000000"])
    func `opens for nobody with another secret`(_ secret: String) async throws {
        try await withSetup { server, client, _ in
            for method in [HTTPRequest.Method.get, .post] {
                let answer = try await client.execute(uri: "/setup/\(secret)", method: method)
                #expect(answer.status == .forbidden)
                #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
            }
            #expect(try await !server.test.index.hasAdministrator())
        }
    }

    @Test func `shows what was wrong and keeps what was right, the password apart`() async throws {
        try await withSetup { server, client, path in
            for (fields, problem) in [
                ([("password", "short")], "at least 12 characters"),
                ([("name", "a b")], "The user name &#39;a b&#39; is not valid"),
                ([("email", "nowhere")], "is not an e-mail address"),
                ([("name", "Alice")], "There is already a user"),
                ([("name", "<script>\"'")], "is not valid"),
            ] {
                let changed = Self.good.map { name, value in
                    (name, fields.first { $0.0 == name }?.1 ?? value)
                }
                let answer = try await send(changed, to: path, client)
                #expect(answer.status == .badRequest)
                let html = String(buffer: answer.body)
                #expect(html.contains("role=\"alert\""))
                #expect(
                    html.replacing("&#x27;", with: "&#39;").contains(problem), "\(problem)")
                #expect(!html.contains("<script>") && !html.contains("short\""))
                #expect(!html.contains("correct horse"))
                #expect(html.contains("value=\"alma@index.example\"") || fields[0].0 == "email")
            }
            #expect(try await !server.test.index.hasAdministrator())
        }
    }

    @Test(arguments: [
        "name", "name=%zz", "name=alma&password=%", "=&&=x=%ff",
        String(repeating: "a=b&", count: 70_000),
    ])
    func `refuses what is no form`(_ body: String) async throws {
        try await withSetup { server, client, path in
            let answer = try await client.execute(
                uri: path, method: .post, body: ByteBuffer(string: body))
            #expect(answer.status == .badRequest)
            #expect(try await !server.test.index.hasAdministrator())
        }
    }

    @Test func `reads a form as browsers encode it`() async throws {
        try await withSetup { server, client, path in
            let page = try await client.execute(uri: path, method: .get)
            let mark = TestBrowser.mark(in: String(buffer: page.body))
            let cookie = try #require(page.headers[.setCookie]?.split(separator: ";").first)
            let body =
                "name=al%6Da&email=alma%40index.example&password=%C3%A4+b%2Bc%20d%26e%3Df+ghij&x="
                + "&csrf=\(mark)"
            let answer = try await client.execute(
                uri: path, method: .post, headers: [.cookie: String(cookie)],
                body: ByteBuffer(string: body))
            #expect(answer.status == .seeOther)
            let principal = try await server.test.index.authenticate(
                .password(user: "alma", password: "ä b+c d&e=f ghij"))
            #expect(principal.user.name == "alma")
        }
    }

    @Test(.timeLimit(.minutes(1))) func `makes one account of many forms at once`() async throws {
        try await withSetup { server, client, path in
            let made = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<8 {
                    group.addTask {
                        var form = Self.good
                        form[0].1 = "admin\(number)"
                        return try await send(form, to: path, client).status == .seeOther
                            ? 1 : 0
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(made == 1)
        }
    }

    private func withSetup(
        _ body: @Sendable (TestServer, any TestClientProtocol, String) async throws -> Void
    ) async throws {
        try await TestIndex.with { test in
            let server = try TestServer(test)
            try await server.application.test(.router) { client in
                try await body(server, client, "/setup/\(server.setup.secret)")
            }
        }
    }
}

private func send(
    _ fields: [(String, String)], to path: String, _ client: any TestClientProtocol
) async throws -> TestResponse {
    try await TestBrowser(client).submit(path, Dictionary(fields) { $1 })
}
