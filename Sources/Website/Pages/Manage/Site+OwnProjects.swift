import HTTPTypes
import Hummingbird
import PackageIndex
import PythonPackaging
import WebServer

extension Site {
    var ownProjectRoutes: [Route: RouteHandler] {
        [
            .ownProjects: ownProjects, .restoreProject: restoreProject,
            .leaveProject: leaveProject, .acceptInvitation: acceptInvitation,
            .declineInvitation: declineInvitation, .confirmRoleChange: confirmRoleChange,
            .cancelOwnRoleChange: cancelOwnRoleChange,
        ]
    }

    @Sendable private func ownProjects(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let requester = try context.requester()
        let page = OwnProjectsPage(
            try await index.ownProjects(of: requester),
            try await index.invitations(of: requester),
            try await index.roleChanges(of: requester),
            try await index.deletedProjects(of: requester), context)
        return try pages.page("ownProjects", page, context)
    }

    @Sendable private func restoreProject(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await index.restoreProject(try context.formProject(), by: try context.requester())
        return .seeOther(Route.ownProjects.path(), context, telling: .restored)
    }

    @Sendable private func leaveProject(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await index.leaveProject(try context.formProject(), by: try context.requester())
        return .seeOther(Route.ownProjects.path(), context, telling: .projectLeft)
    }

    @Sendable private func acceptInvitation(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await index.acceptInvitation(context.form["id"], by: try context.requester())
        return .seeOther(Route.ownProjects.path(), context, telling: .invitationAccepted)
    }

    @Sendable private func declineInvitation(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await index.declineInvitation(context.form["id"], by: try context.requester())
        return .seeOther(Route.ownProjects.path(), context, telling: .invitationDeclined)
    }

    @Sendable private func confirmRoleChange(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await index.confirmRoleChange(context.form["id"], by: try context.requester())
        return .seeOther(Route.ownProjects.path(), context, telling: .saved)
    }

    @Sendable private func cancelOwnRoleChange(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await index.refuseRoleChange(context.form["id"], by: try context.requester())
        return .seeOther(Route.ownProjects.path(), context, telling: .roleChangeCancelled)
    }
}

extension IndexRequestContext {
    /// The project that a form names.
    func formProject() throws -> ProjectName {
        let text = form["project"]
        do { return try ProjectName(text) } catch {
            throw Refusal(.projectUnknown, "There is no project '\(Shown.short(text))'.")
        }
    }
}
