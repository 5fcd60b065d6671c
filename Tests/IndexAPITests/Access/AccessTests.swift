import CheeseboardTesting
import Database
import Foundation
import HTTPTypes
import HummingbirdTesting
import IndexAPI
import PackageIndex
import PythonPackaging
import Synchronization
import Testing
import WebServer

@Suite struct `Who may do what` {
    @Test(.timeLimit(.minutes(15)), arguments: IndexSettings.ReadAccess.allCases)
    func `every route answers every caller as the table says`(
        _ access: IndexSettings.ReadAccess
    ) async throws {
        var settings = IndexSettings()
        settings.readAccess = access
        settings.securityContact = "mailto:security@index.example"
        try await withServer(settings: settings) { server, client in
            let world = try await AccessWorld(server)
            // What programs change by the API is walked beside this, a fresh index for each address.
            for route in Route.all where !APIAccess.isWalked(route) {
                for method in route.methods {
                    for caller in Caller.allCases {
                        for project in AccessWorld.projects {
                            let answer = try await world.ask(
                                client, route, method, caller, project: project)
                            let verdict = AccessWorld.expected(route, caller, access, project)
                            #expect(
                                answer.verdict(route, method) == verdict,
                                "\(method) \(route), \(caller), \(project): \(answer.status)")
                            if answer.status == .unauthorized {
                                #expect(answer["WWW-Authenticate"] != nil)
                            }
                            if method != .get, method != .head, verdict == .yes {
                                try await world.reset()
                            }
                        }
                    }
                }
            }
        }
    }

    @Test(arguments: IndexSettings.ReadAccess.allCases)
    func `a private project looks to others exactly like none`(
        _ access: IndexSettings.ReadAccess
    ) async throws {
        var settings = IndexSettings()
        settings.readAccess = access
        try await withServer(settings: settings) { server, client in
            let world = try await AccessWorld(server)
            let file = try #require(world.files["hidden"])
            for caller in Caller.allCases where !caller.isPerson {
                let (_, expected) = AccessTable.verdict(
                    .readProject, caller, access, isPage: false)
                guard expected != .yes else { continue }
                var fields = ["Accept": "application/vnd.pypi.simple.v1+json"]
                fields["Authorization"] = world.authorizations[caller]
                for path in [
                    "/simple/hidden/", "/simple/Hidden/", "/simple/hidden", "/+simple/hidden/",
                    "/legacy/+simple/hidden/", "/pypi/hidden/json", "/pypi/hidden/1.0/json",
                    "/files/\(file.sha256)/\(file.filename)",
                    "/files/\(file.sha256)/\(file.filename).metadata",
                    "/api/v1/projects/hidden/files/\(file.filename)/native",
                ] {
                    let unknown = path.replacing("hidden", with: "absent")
                        .replacing("Hidden", with: "Absent")
                    let one = try await client.get(path, fields)
                    let other = try await client.get(unknown, fields)
                    #expect(
                        one.whole.replacing("hidden", with: "absent") == other.whole,
                        "\(path), \(caller)")
                }
                #expect(!(try await client.get("/simple/", fields)).text.contains("hidden"))
            }
        }
    }

    @Test func `a private project's name is refused to others in the words of a prohibited one`()
        async throws
    {
        try await withServer { server, client in
            let world = try await AccessWorld(server)
            let token = try await server.test.token(of: "oscar")
            let body = UploadBody(storedWheel("hidden", "9.0"))
            let answer = try await client.upload(body, token: token)
            #expect(answer.status == .forbidden)
            #expect(answer.text.hasPrefix("The name 'hidden' isn't allowed."), "\(answer.text)")
            _ = world
        }
    }

    @Test func `the list shows a private project to its people`() async throws {
        try await withServer { server, client in
            let world = try await AccessWorld(server)
            for caller in Caller.allCases
            where !caller.isPerson && ![.wrong, .frozen].contains(caller) {
                for _ in 0..<2 {
                    var fields: [String: String] = [:]
                    fields["Authorization"] = world.authorizations[caller]
                    let page = try await client.get("/simple/", fields)
                    let isListed = [.readToken, .reader, .maintainer, .owner].contains(caller)
                    #expect(page.text.contains("hidden") == isListed, "\(caller)")
                    #expect(page.text.contains("shown"))
                    #expect(
                        page["Cache-Control"]
                            == (caller == .anonymous ? "no-cache" : "private, no-cache"))
                }
            }
        }
    }

    @Test func `an expired token is asked for another, whatever it is shown for`() async throws {
        try await withServer { server, client in
            _ = try await AccessWorld(server)
            let token = try await server.test.token(lifetime: .seconds(60))
            let fields = ["Authorization": "Bearer \(token)"]
            #expect(try await client.get("/simple/hidden/", fields).status == .ok)
            server.test.clock.advance(by: .seconds(61))
            for path in ["/simple/hidden/", "/simple/shown/", "/simple/none/"] {
                let answer = try await client.get(path, fields)
                #expect(answer.status == .unauthorized)
                #expect(answer["WWW-Authenticate"] != nil)
            }
            let upload = try await client.upload(
                UploadBody(storedWheel("hidden", "2.0")), token: token)
            #expect(upload.status == .forbidden)
            #expect(
                upload["Cheeseboard-Reason-Phrase"] == "Invalid API Token: the token has expired")
        }
    }

    @Test(arguments: [IndexSettings.ReadAccess.authenticated])
    func `a token of one project reads that project and its files, kept pages or not`(
        _ access: IndexSettings.ReadAccess
    ) async throws {
        var settings = IndexSettings()
        settings.readAccess = access
        try await withServer(settings: settings) { server, client in
            let world = try await AccessWorld(server)
            let all = ["Authorization": "Bearer \(try await server.test.token())"]
            let token = try await server.test.token(for: ["hidden"], scopes: [.read])
            let one = ["Authorization": "Bearer \(token)"]
            for _ in 0..<2 {
                for (name, status) in [("hidden", 200), ("shown", 403), ("absent", 404)] {
                    #expect(try await client.get("/simple/\(name)/", one).status.code == status)
                    #expect(try await client.get("/pypi/\(name)/json", one).status.code == status)
                    if let file = world.files[name] {
                        let path = "/files/\(file.sha256)/\(file.filename)"
                        #expect(try await client.get(path, one).status.code == status)
                    }
                    _ = try await client.get("/simple/\(name)/", all)
                }
                #expect(try await client.get("/simple/", one).status == .forbidden)
            }
        }
    }

    @Test func `a kept page of a private project is forgotten with the role`() async throws {
        try await withServer { server, client in
            let world = try await AccessWorld(server)
            let fields = ["Authorization": try #require(world.authorizations[.maintainer])]
            #expect(try await client.get("/simple/hidden/", fields).status == .ok)
            try await server.test.database.write {
                try $0.run("DELETE FROM roles WHERE role = 'maintainer'")
            }
            server.pages.forget(["hidden"])
            #expect(try await client.get("/simple/hidden/", fields).status == .notFound)
        }
    }

    @Test func `a password uploads only where that is allowed`() async throws {
        for isAllowed in [true, false] {
            var settings = IndexSettings()
            settings.passwordUpload = isAllowed
            try await withServer(settings: settings) { server, client in
                try await server.test.index.addUser(
                    name: "bob", email: "bob@index.example", password: "correct horse battery")
                let login = Data("bob:correct horse battery".utf8).base64EncodedString()
                let answer = try await client.ask(
                    .post, "/legacy/",
                    [
                        "Authorization": "Basic \(login)",
                        "Content-Type": UploadBody.contentType,
                    ], body: UploadBody(storedWheel("brie", "1.0")).bytes)
                #expect(answer.status == (isAllowed ? .ok : .forbidden))
                #expect(
                    try await client.get("/simple/", ["Authorization": "Basic \(login)"]).status
                        == .ok)
            }
        }
    }

    @Test func `docs/ACCESS.md shows the same tables and every operation`() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../docs/ACCESS.md").standardized
        var text = try String(contentsOf: file, encoding: .utf8)
        let tables = [
            ("addresses", AccessTable.addresses),
            ("anonymous", AccessTable.markdown(.anonymous)),
            ("authenticated", AccessTable.markdown(.authenticated)),
        ]
        if ProcessInfo.processInfo.environment["CHEESEBOARD_WRITE_DOCS"] == "1" {
            for (name, table) in tables {
                let (start, end) = ("<!-- \(name) -->\n", "\n<!-- /\(name) -->")
                let first = try #require(text.firstRange(of: start)?.upperBound)
                let last = try #require(text.firstRange(of: end)?.lowerBound)
                text.replaceSubrange(first..<last, with: table)
            }
            try Data(text.utf8).write(to: file)
        }
        for (name, table) in tables { #expect(text.contains(table), "\(name)") }
        let rules = try #require(text.firstRange(of: "## Addresses")).lowerBound
        for operation in Operation.allCases {
            #expect(text[..<rules].contains("`\(operation.rawValue)`"), "\(operation)")
        }
    }
}
