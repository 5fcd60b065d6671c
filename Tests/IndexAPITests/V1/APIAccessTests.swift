import CheeseboardTesting
import Database
import Foundation
import HTTPTypes
import HummingbirdTesting
import PackageIndex
import Testing
import WebServer

@Suite struct `Who may change what by the API` {
    @Test(arguments: Route.all.filter(APIAccess.isWalked))
    func `every route answers every caller as the table says`(_ route: Route) async throws {
        try await withServer { server, client in
            let test = server.test
            for name in AccessWorld.projects + ["other"] {
                try await test.publish(storedWheel(name, "1.0"))
            }
            try await Caller.addUsers(to: test, projects: AccessWorld.projects)
            try await test.addUser("rosa")
            let callers = try await Caller.authorizations(in: test)
            try await test.database.write { connection in
                try connection.run(
                    """
                    INSERT INTO roles (project_id, user_id, role, created_at)
                    SELECT projects.id, users.id, 'maintainer', 0 FROM projects, users
                    WHERE users.name = 'rosa'
                    """)
                try connection.run(
                    "UPDATE projects SET visibility = 'private' WHERE normalized_name = 'hidden'")
            }
            var number = 0
            for project in ["shown", "hidden"] {
                let file = "\(project)-1.0-py3-none-any.whl"
                let id = try await APIAccess.prepare(route, test.index, project, file)
                var path = "\(route.pattern)"
                for (name, value) in [
                    "name": project, "version": "1.0", "filename": file, "user": "rosa", "id": id,
                ] { path = path.replacing("{\(name)}", with: value) }
                // Who is let in comes last: for them it happens.
                let order = Caller.allCases.filter { !$0.isPerson }.sorted { left, right in
                    isLetIn(route, right, project) && !isLetIn(route, left, project)
                }
                for caller in order {
                    number += 1
                    var fields = ["Content-Type": "application/json"]
                    fields["Authorization"] = callers[caller]
                    let method = try #require(route.methods.first)
                    let answer = try await client.ask(
                        method, path, fields,
                        body: APIAccess.body(route, number).map { Array($0.utf8) })
                    let code = answer.status.code
                    let verdict = verdict(route, caller, project)
                    let isDone =
                        APIAccess.isOfNothing(route) ? code == 404 : (200..<300).contains(code)
                    #expect(
                        verdict == .yes ? isDone : "\(code)" == verdict.rawValue,
                        "\(route), \(caller), \(project): \(answer.status) \(answer.text)")
                    #expect(answer["Cache-Control"] == "no-store")
                    if code == 401 { #expect(answer["WWW-Authenticate"] != nil) }
                }
            }
        }
    }

    @Test(arguments: Route.all.filter(APIAccess.isWalked))
    func `a private project looks to outsiders exactly like none`(_ route: Route) async throws {
        guard "\(route.pattern)".contains("{name}"),
            [.manageProject, .controlProject].contains(route.operation)
        else {
            return
        }
        try await withServer { server, client in
            try await server.test.addUser("oscar")
            try await server.test.publish(storedWheel("hidden", "1.0"))
            try await server.test.database.write {
                try $0.run("UPDATE projects SET visibility = 'private'")
            }
            let token = try await server.test.token(of: "oscar")
            let fields = [
                "Authorization": "Bearer \(token)", "Content-Type": "application/json",
            ]
            let method = try #require(route.methods.first)
            var answers: [String] = []
            for project in ["hidden", "absent"] {
                var path = "\(route.pattern)"
                for (name, value) in [
                    "name": project, "version": "1.0", "user": "alice", "id": "x",
                    "filename": "hidden-1.0-py3-none-any.whl",
                ] { path = path.replacing("{\(name)}", with: value) }
                let answer = try await client.ask(
                    method, path, fields, body: APIAccess.body(route, 1).map { Array($0.utf8) })
                #expect(answer.status == .notFound)
                answers.append(answer.whole.replacing("hidden", with: "absent"))
            }
            #expect(answers[0] == answers[1])
        }
    }

    private func verdict(_ route: Route, _ caller: Caller, _ project: String) -> Verdict {
        let verdict = AccessTable.verdict(route.operation, caller, .anonymous, isPage: false)
        return project == "hidden" ? verdict.private : verdict.public
    }

    private func isLetIn(_ route: Route, _ caller: Caller, _ project: String) -> Bool {
        verdict(route, caller, project) == .yes
    }
}
