import CheeseboardTesting
import Database
import HTTPTypes
import HummingbirdTesting
import IndexAPI
import NIOCore
import PackageIndex
import PythonPackaging
import Synchronization
import Testing
import WebServer

/// Two projects of alice's, one of them private, and people with and without rights in them.
final class AccessWorld: Sendable {
    static let projects = ["shown", "hidden"]

    let server: TestServer
    let authorizations: [Caller: String]
    let files: [String: PublishedFile]
    private let uploads = Mutex(1)

    init(_ server: TestServer) async throws {
        let test = server.test
        var files: [String: PublishedFile] = [:]
        for name in Self.projects + ["other"] {
            try await test.publish(storedWheel(name, "1.0"))
            files[name] = try await test.index.projectListing(name, for: nil)?.files.first
        }
        try await test.index.runDueJobs()
        self.server = server
        self.files = files
        try await Caller.addUsers(to: test, projects: Self.projects)
        authorizations = try await Caller.authorizations(in: test)
        try await reset()
    }

    /// Puts everything back that somebody who was let in has changed.
    func reset() async throws {
        let test = server.test
        try await test.database.write { connection in
            try connection.run("UPDATE invitations SET state = 'revoked' WHERE state = 'open'")
            try connection.run("UPDATE role_changes SET state = 'ended' WHERE state = 'open'")
            try connection.run("UPDATE files SET is_yanked = 0, deleted_at = NULL")
            try connection.run("UPDATE releases SET deleted_at = NULL")
            try connection.run(
                """
                UPDATE projects SET deleted_at = NULL, status = 'active', visibility = CASE
                    WHEN normalized_name = 'hidden' THEN 'private' ELSE 'public' END
                """)
            try connection.run("DELETE FROM prohibited_names")
            try connection.run("DELETE FROM rate_counts")
        }
        try await Caller.giveRoles(in: test, projects: Self.projects)
        server.pages.forget(Set(Self.projects))
    }

    /// Values for the steps of addresses, in one of the projects.
    ///
    /// An address with a step of another name needs a value for it here.
    private func values(_ project: String) throws -> [String: String] {
        let file = try #require(files[project])
        return [
            "name": project, "version": "1.0", "sha256": file.sha256,
            "filename": file.filename, "file": "style.css", "secret": server.setup.secret,
            "user": "alice", "part": "projects-0.xml", "email": "1", "session": "1",
            "id": "00000000-0000-4000-8000-000000000000",
        ]
    }

    /// What the form of a page sends to be good for something; a route whose form is refused with
    /// 404 or 403 where it is empty needs an example here.
    private func form(_ route: Route, _ project: String) -> [String: String] {
        switch route {
        case .projectVisibility: ["visibility": project == "hidden" ? "public" : "private"]
        case .inviteCollaborator: ["user": "oscar", "role": "reader"]
        case .transferProject: ["heir": "oscar", "confirm": project]
        case .changeRole: ["person": "maria", "role": "reader"]
        // Whoever takes their own role away leaves, which needs no right.
        case .removeCollaborator: ["person": "ruth"]
        case .deleteProject: ["confirm": project]
        case .deleteRelease: ["confirm": "1.0"]
        case .prohibitName, .allowName: ["name": "feta"]
        case .firstAdministrator:
            [
                "name": "first-\(nextNumber())", "email": "first-\(nextNumber())@index.example",
                "password": "a ripe old cheddar 1887",
            ]
        case .makeToken: ["label": "x", "limit": "all", "scope": "read", "days": "7"]
        default: [:]
        }
    }

    /// Makes what a route is to undo.
    private func prepare(_ route: Route, _ project: String) async throws {
        let deleted: [String]
        switch route {
        case .restoreRelease: deleted = ["files", "releases"]
        case .restoreFile: deleted = ["files"]
        case .allowName:
            try await server.test.index.prohibitName(
                try ProjectName("feta"), reason: nil, by: .machineOwner)
            return
        default: return
        }
        let now = server.test.clock.now().microseconds
        try await server.test.database.write { connection in
            // Whoever was not let in before has left the release deleted.
            try connection.run("UPDATE releases SET deleted_at = NULL")
            for table in deleted {
                try connection.run(
                    """
                    UPDATE \(table) SET deleted_at = $1 WHERE project_id =
                        (SELECT id FROM projects WHERE normalized_name = $2)
                    """, now, project)
            }
        }
    }

    /// What a caller is to be answered on a route.
    static func expected(
        _ route: Route, _ caller: Caller, _ access: IndexSettings.ReadAccess, _ project: String
    ) -> Verdict {
        let verdicts = AccessTable.verdict(
            route.operation, caller.seen(by: route), access, isPage: route.refusalForm == .page)
        let pattern = "\(route.pattern)"
        let isOfProject =
            pattern.contains("{name}") || pattern.contains("{filename}")
            || route.operation == .upload
        return isOfProject && project == "hidden" ? verdicts.private : verdicts.public
    }

    /// The address of a route in one of the projects.
    func path(_ route: Route, _ project: String) throws -> String {
        var path = "\(route.pattern)".replacing("/?", with: "/")
        for (name, value) in try values(project) {
            path = path.replacing("{\(name)}", with: value)
        }
        if route == .classifiersLegacy { path += "?:action=list_classifiers" }
        if let step = path.firstMatch(of: /\{(\w+)\}/)?.1 {
            Issue.record(
                "\(route): say in AccessWorld.values what stands for {\(step)} in its address")
        }
        return path
    }

    /// Asks a route as one of the callers, for one of the projects.
    func ask(
        _ client: Client, _ route: Route, _ method: HTTPRequest.Method, _ caller: Caller,
        project: String
    ) async throws -> TestResponse {
        // The link is good only while nobody administers the index.
        let hasAdministrator = route.operation != .createFirstAdministrator
        try await server.test.database.write {
            try $0.run(
                "UPDATE users SET is_admin = CASE WHEN name = 'ada' THEN $1 ELSE 0 END",
                hasAdministrator)
        }
        try await prepare(route, project)
        var fields: [String: String] = [:]
        fields["Authorization"] = authorizations[caller]
        var body: [UInt8]?
        let session = try await caller.openSession(in: server.test)
        if let session { fields["Cookie"] = "cheeseboard_session=\(session.text)" }
        // The session of a frozen account is none, and its forms are a stranger's.
        let secret = caller == .frozenPerson ? nil : session
        if route.operation == .upload {
            fields["Content-Type"] = UploadBody.contentType
            body = UploadBody(storedWheel(project, "1.\(nextNumber())")).bytes
        } else if route.refusalForm == .page, method == .post {
            let visitor = BearerSecret()
            if secret == nil {
                let visitor = "cheeseboard_visitor=\(visitor.text)"
                fields["Cookie"] = fields["Cookie"].map { "\($0); \(visitor)" } ?? visitor
            }
            fields["Content-Type"] = "application/x-www-form-urlencoded"
            let mark = FormMark.make(from: secret ?? visitor)
            let pairs = form(route, project).merging(["csrf": mark]) { $1 }
            body = Array(pairs.map { "\($0)=\($1)" }.joined(separator: "&").utf8)
        } else if method != .get, method != .head {
            body = []
        }
        return try await client.ask(method, try path(route, project), fields, body: body)
    }

    private func nextNumber() -> Int {
        uploads.withLock { number in
            number += 1
            return number
        }
    }
}

extension TestResponse {
    /// What the answer to a request comes to, as far as access is concerned; nil for one that no
    /// caller should get.
    func verdict(_ route: Route, _ method: HTTPRequest.Method) -> Verdict? {
        let target = self["Location"] ?? ""
        // What is one's own, and what everyone may try, is refused for what is wrong with it.
        let isOwn =
            route.refusalForm == .page
            && [.enterAccount, .manageAccount, .protectAccount].contains(route.operation)
        switch status.code {
        case 303 where target.hasPrefix("/account/login/"): return .signIn
        case 303 where target.hasPrefix("/account/reauthenticate/"): return .prove
        case ..<500 where isOwn: return .yes
        case 401: return .unauthorized
        case 301 where route.operation == .readHint: return .yes
        case 403: return .forbidden
        case 404: return .notFound
        case 200..<300: return .yes
        case 303, 400, 409, 410, 422: return method == .get || method == .head ? nil : .yes
        default: return nil
        }
    }
}
