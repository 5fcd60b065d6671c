import PackageIndex
import PythonPackaging
import WebServer

extension APIHandlers {
    static let nameActions: [Route: Action] = [
        .apiProhibitedNames: { call in
            let names = try await call.index.prohibitedNames(
                after: call.after ?? "", limit: call.limit + 1, by: try call.requester())
            let shown = names.prefix(call.limit)
            let items = shown.map { name -> JSONValue in
                [
                    "name": .string(name.name), "reason": .string(name.reason),
                    "created_at": .time(name.createdAt), "created_by": .string(name.createdBy),
                ]
            }
            return .page(items, next: names.count > shown.count ? shown.last?.name : nil)
        },
        .apiProhibitName: { call in
            try await call.index.prohibitName(
                try call.projectName(), reason: call.text("reason"),
                deletingProject: call.body["delete_project"] == true, by: try call.requester())
            return .nothing
        },
        .apiAllowName: { call in
            try await call.index.allowName(try call.projectName(), by: try call.requester())
            return .nothing
        },
    ]
}
