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
    @Test(arguments: IndexSettings.ReadAccess.allCases)
    func `every route answers every caller as the table says`(
        _ access: IndexSettings.ReadAccess
    ) async throws {
        var settings = IndexSettings()
        settings.readAccess = access
        try await withServer(settings: settings) { server, client in
            let world = try await World(server.test)
            for route in Route.all {
                for method in route.methods {
                    for caller in Caller.allCases {
                        for isPrivate in [false, true] {
                            let answer = try await world.ask(
                                client, server, route, method, caller, isPrivate: isPrivate)
                            let expected = AccessTable.status(route.operation, caller, access)
                            var status = isPrivate ? expected.private : expected.public
                            status =
                                PageStatus.of(route, access, isPrivate: isPrivate) ?? status
                            // The form sent is not from a page of the site.
                            if route.refusalForm == .page, method == .post, status == 200 {
                                status = 403
                            }
                            #expect(
                                answer.status.code == status,
                                "\(method) \(route), \(caller), private: \(isPrivate)")
                            if answer.status == .unauthorized {
                                #expect(answer["WWW-Authenticate"] != nil)
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
            let world = try await World(server.test)
            let file = try #require(world.files["hidden"])
            for caller in Caller.allCases {
                let (_, expected) = AccessTable.status(.readProject, caller, access)
                guard expected != 200 else { continue }
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
            let world = try await World(server.test)
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
            let world = try await World(server.test)
            for caller in Caller.allCases where ![.wrong, .frozen].contains(caller) {
                for _ in 0..<2 {
                    var fields: [String: String] = [:]
                    fields["Authorization"] = world.authorizations[caller]
                    let page = try await client.get("/simple/", fields)
                    let isListed = [.readToken, .maintainer, .owner].contains(caller)
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
            _ = try await World(server.test)
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
            let world = try await World(server.test)
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
            let world = try await World(server.test)
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

    @Test func `docs/ACCESS.md shows the same table and every operation`() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../docs/ACCESS.md").standardized
        let text = try String(contentsOf: file, encoding: .utf8)
        for access in IndexSettings.ReadAccess.allCases {
            #expect(text.contains(AccessTable.markdown(access)), "\(access)")
        }
        for operation in Operation.allCases {
            #expect(text.contains("`\(operation.rawValue)`"), "\(operation)")
        }
        for route in Route.all {
            let line =
                "| `\(route.pattern)` | \(route.methods.map(\.rawValue).joined(separator: ", ")) | `\(route.operation.rawValue)` |"
            #expect(text.contains(line), "\(line)")
        }
    }
}

/// Two projects of alice's, one of them private, and people with and without rights in them.
private final class World: Sendable {
    let authorizations: [Caller: String]
    let files: [String: PublishedFile]
    private let uploads = Mutex(1)

    init(_ test: TestIndex) async throws {
        var files: [String: PublishedFile] = [:]
        for name in ["shown", "hidden", "other"] {
            try await test.publish(storedWheel(name, "1.0"))
            files[name] = try await test.index.projectListing(name, for: nil)?.files.first
        }
        try await test.index.runDueJobs()
        try await test.database.write {
            try $0.run(
                "UPDATE projects SET visibility = 'private' WHERE normalized_name = 'hidden'")
        }
        self.files = files
        authorizations = try await Caller.authorizations(in: test, projects: ["shown", "hidden"])
    }

    /// Asks a route as one of the callers, for one of the projects.
    func ask(
        _ client: Client, _ server: TestServer, _ route: Route, _ method: HTTPRequest.Method,
        _ caller: Caller, isPrivate: Bool
    ) async throws -> TestResponse {
        let project = isPrivate ? "hidden" : "shown"
        let file = try #require(files[project])
        let values = [
            "name": project, "version": "1.0", "sha256": file.sha256, "filename": file.filename,
            "file": "style.css", "secret": server.setup.secret, "user": "alice",
            "part": "projects-0.xml",
        ]
        var path = "\(route.pattern)".replacing("/?", with: "/")
        if route == .stylesheet { path = "/static/style.css" }
        for (name, value) in values { path = path.replacing("{\(name)}", with: value) }
        var fields: [String: String] = [:]
        fields["Authorization"] = authorizations[caller]
        var body: [UInt8]?
        if route.operation == .upload {
            let number = uploads.withLock { number in
                number += 1
                return number
            }
            fields["Content-Type"] = UploadBody.contentType
            body = UploadBody(storedWheel(project, "1.\(number)")).bytes
        } else if method == .post {
            body = []
        }
        return try await client.ask(method, path, fields, body: body)
    }
}
