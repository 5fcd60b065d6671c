import CheeseboardTesting
import Database
import HTTPTypes
import HummingbirdTesting
import PackageIndex
import Testing
import WebServer

@Suite struct `A private project` {
    /// Callers who are not to know of it.
    private static let outsiders: [Caller] = [
        .anonymous, .outsider, .administrator, .outsidePerson, .administeringPerson,
    ]

    @Test(.timeLimit(.minutes(15)))
    func `takes outsiders the same statements and bytes as none, on every address`() async throws {
        try await TestIndex.with { test in
            try await withRecorder(test) { recorded, world, client in
                // The first use of a token is noted, the next within a minute is not.
                for caller in Self.outsiders {
                    _ = try await self.ask(
                        client, recorded, world, .project, .get, caller, "hidden", as: "absent")
                }
                for route in Route.all where "\(route.pattern)".contains("{name}") {
                    let method = route.methods[0]
                    // What uploading says of names is asked by tests of their own.
                    guard route.operation != .upload else { continue }
                    for caller in Self.outsiders {
                        let seen = try await [("hidden", "hidden"), ("hidden", "absent")].map {
                            try await self.ask(
                                client, recorded, world, route, method, caller, $0.0, as: $0.1)
                        }
                        #expect(seen[0].text == seen[1].text, "\(route), \(caller)")
                        #expect(
                            seen[0].statements == seen[1].statements, "\(route), \(caller)")
                    }
                }
            }
        }
    }

    /// Pages about more than one project.
    private static let common = [
        "/", "/user/alice/", "/search/", "/search/?q=wheel", "/simple/", "/rss/updates.xml",
        "/rss/packages.xml", "/sitemap.xml", "/sitemaps/projects-0.xml", "/sitemaps/users-0.xml",
    ]

    @Test func `is looked for in no statement of its own on pages about many projects`()
        async throws
    {
        let without = try await commonStatements(["shown"])
        let with = try await commonStatements(["shown", "hidden"])
        #expect(without.count == Self.common.count * Self.outsiders.count)
        for (question, statements) in without {
            #expect(with[question] == statements, "\(question)")
        }
    }

    /// What each outsider's look at each page about many projects asks an index with these projects.
    private func commonStatements(_ projects: [String]) async throws -> [String: [String]] {
        try await TestIndex.with { test in
            for name in projects { try await test.publish(storedWheel(name, "1.0")) }
            try await test.index.runDueJobs()
            try await Caller.addUsers(to: test, projects: projects)
            try await test.database.write { connection in
                try connection.run(
                    "UPDATE projects SET visibility = 'private' WHERE normalized_name = 'hidden'")
            }
            let authorizations = try await Caller.authorizations(in: test)
            let (recorded, server) = try recorder(of: test)
            try await server.search.refresh()
            return try await server.application.test(.router) { client in
                var seen: [String: [String]] = [:]
                for caller in Self.outsiders {
                    var fields: [String: String] = [:]
                    fields["Authorization"] = authorizations[caller]
                    let secret = try await caller.openSession(in: server.test)
                    if let secret { fields["Cookie"] = "cheeseboard_session=\(secret.text)" }
                    for path in Self.common {
                        seen["\(path), \(caller)"] = try await recorded.statements {
                            let answer = try await client.get(path, fields)
                            #expect(answer.status == .ok, "\(path), \(caller)")
                            #expect(!answer.text.contains("/hidden/"), "\(path), \(caller)")
                        }
                    }
                }
                return seen
            }
        }
    }

    private func ask(
        _ client: Client, _ recorded: RecordedStatements, _ world: AccessWorld, _ route: Route,
        _ method: HTTPRequest.Method, _ caller: Caller, _ project: String, as name: String
    ) async throws -> (text: String, statements: [String]) {
        let path = try world.path(route, project).replacing(project, with: name)
        var fields: [String: String] = [:]
        fields["Authorization"] = world.authorizations[caller]
        let secret = try await caller.openSession(in: world.server.test)
        if let secret { fields["Cookie"] = "cheeseboard_session=\(secret.text)" }
        var body: [UInt8]?
        var mark = ""
        if method == .post {
            mark = secret.map { FormMark.make(from: $0) } ?? ""
            fields["Content-Type"] = "application/x-www-form-urlencoded"
            body = Array("csrf=\(mark)&role=owner&visibility=public".utf8)
        }
        var text = ""
        let statements = try await recorded.statements {
            let answer = try await client.ask(method, path, fields, body: body)
            // What pages are made of has the word too, which is not the project's name.
            text = answer.whole.replacing(name, with: "NAME")
                .replacing("visually-NAME", with: "visually-hidden")
                .replacing(#"type="NAME""#, with: #"type="hidden""#)
        }
        // What a browser is given for itself differs each time.
        text = text.replacing(/name="csrf" value="[^"]*"/, with: "MARK")
        let lines = text.split(separator: "\n").filter { !$0.contains("Set-Cookie") }
        return (lines.joined(separator: "\n"), statements)
    }

    private func withRecorder(
        _ test: TestIndex,
        _ body: @Sendable (RecordedStatements, AccessWorld, Client) async throws -> Void
    ) async throws {
        let (recorded, server) = try recorder(of: test)
        let world = try await AccessWorld(server)
        try await server.application.test(.router) { client in
            try await body(recorded, world, client)
        }
    }

    /// A server over the same index that notes the statements it takes.
    private func recorder(
        of test: TestIndex
    ) throws -> (recorded: RecordedStatements, server: TestServer) {
        let recorded = RecordedStatements(test.database)
        let index = Index(
            database: recorded, blobs: test.index.blobs, settings: test.index.settings,
            clock: test.clock, logger: test.index.logger)
        let server = try TestServer(
            TestIndex(
                index: index, database: test.database, clock: test.clock, folder: test.folder,
                user: test.user))
        return (recorded, server)
    }
}

extension Sequence {
    /// The elements transformed one after the other by work that waits.
    fileprivate func map<T>(_ transform: (Element) async throws -> T) async rethrows -> [T] {
        var results: [T] = []
        for element in self { results.append(try await transform(element)) }
        return results
    }
}
