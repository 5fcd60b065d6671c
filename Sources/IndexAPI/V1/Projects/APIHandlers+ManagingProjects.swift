import PackageIndex
import PythonPackaging
import WebServer

extension APIHandlers {
    static let managingActions: [Route: Action] = [
        .apiSetStatus: setStatus, .apiSetVisibility: setVisibility, .apiSetLimits: setLimits,
        .apiVerifyURLs: verifyURLs, .apiTransferProject: transfer, .apiDeleteProject: delete,
        .apiRestoreProject: restore,
        .apiDeletedItems: listDeleted, .apiDependents: listDependents,
    ]

    @Sendable private static func setStatus(_ call: APICall) async throws -> APIAnswer {
        let (name, requester) = (try call.projectName(), try call.requester())
        let successor = try call.project(in: "successor")
        switch call.text("status").flatMap(ProjectStatus.init(rawValue:)) {
        case .archived:
            try await call.index.archiveProject(name, reason: call.text("reason"), by: requester)
        case .deprecated:
            try await call.index.deprecateProject(
                name, successor: successor, reason: call.text("reason"), by: requester)
        case .active, .quarantined, nil:
            try await call.index.unarchiveProject(name, by: requester)
        }
        return .nothing
    }

    @Sendable private static func setVisibility(_ call: APICall) async throws -> APIAnswer {
        let visibility = call.text("visibility").flatMap(Visibility.init(rawValue:)) ?? .private
        try await call.index.changeVisibility(
            of: try call.projectName(), to: visibility, by: try call.requester())
        return .nothing
    }

    @Sendable private static func setLimits(_ call: APICall) async throws -> APIAnswer {
        try await call.index.setLimits(
            of: try call.projectName(), fileBytes: call.number("file_bytes"),
            totalBytes: call.number("total_bytes"), by: try call.requester())
        return .nothing
    }

    @Sendable private static func verifyURLs(_ call: APICall) async throws -> APIAnswer {
        try await call.index.requestURLVerification(
            of: try call.projectName(), by: try call.requester())
        return .nothing
    }

    @Sendable private static func transfer(_ call: APICall) async throws -> APIAnswer {
        let id = try await call.index.transferProject(
            try call.projectName(), to: call.text("user") ?? "", by: try call.requester())
        return try await call.invitation(id)
    }

    @Sendable private static func delete(_ call: APICall) async throws -> APIAnswer {
        try await call.index.deleteProject(try call.projectName(), by: try call.requester())
        return .nothing
    }

    @Sendable private static func restore(_ call: APICall) async throws -> APIAnswer {
        try await call.index.restoreProject(try call.projectName(), by: try call.requester())
        return .nothing
    }

    @Sendable private static func listDeleted(_ call: APICall) async throws -> APIAnswer {
        let items = try await call.index.deletedItems(
            of: try call.projectName(), by: try call.requester())
        return .page(items.map(call.value(of:)), next: nil)
    }

    @Sendable private static func listDependents(_ call: APICall) async throws -> APIAnswer {
        let list = try await call.index.dependents(
            of: try call.projectName(), after: call.after ?? "", limit: call.limit,
            for: call.context.principal)
        let items = list.projects.map { project -> JSONValue in
            [
                "name": .string(project.name),
                "normalized_name": .string(project.normalizedName),
                "version": .string(project.version),
            ]
        }
        return .page(items, next: list.hasMore ? list.projects.last?.normalizedName : nil)
    }
}

extension APICall {
    /// Something deleted as the API shows it.
    func value(of item: DeletedItem) -> JSONValue {
        var project: String?
        var version: String?
        var filename: String?
        switch item.subject {
        case .project(let name): project = name
        case .release(let text): version = text
        case .file(let text, let name):
            version = text
            filename = name
        }
        return [
            "project": .string(project), "version": .string(version),
            "filename": .string(filename), "deleted_at": .time(item.deletedAt),
            "restorable_until": .time(item.restorableUntil),
        ]
    }
}
