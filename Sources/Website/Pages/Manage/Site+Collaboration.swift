import HTTPTypes
import Hummingbird
import PackageIndex
import PythonPackaging
import WebServer

extension Site {
    var collaborationRoutes: [Route: RouteHandler] {
        [
            .collaboration: collaboration, .inviteCollaborator: inviteCollaborator,
            .transferProject: transferProject, .revokeInvitation: revokeInvitation,
            .changeRole: changeRole, .removeCollaborator: removeCollaborator,
            .cancelRoleChange: cancelRoleChange,
        ]
    }

    @Sendable private func collaboration(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await people(context)
    }

    private func people(
        _ context: IndexRequestContext, refused: Refusal? = nil
    ) async throws -> Response {
        let (name, requester) = (try context.projectName(), try context.requester())
        var page = CollaborationPage(
            try await index.managedProject(of: name, by: requester),
            try await index.collaborators(of: name, by: requester),
            try await index.invitations(to: name, by: requester),
            try await index.roleChanges(in: name, by: requester), index.settings, context)
        page.problem = refused?.message
        page.invitee = context.form["user"]
        page.heir = context.form["heir"]
        return try pages.page(
            "manageCollaboration", page, context, status: refused == nil ? .ok : .badRequest)
    }

    @Sendable private func inviteCollaborator(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let role = try context.formRole()
        return try await changePeople(context) { name, requester in
            try await index.inviteCollaborator(
                String(context.form["user"].trimmingWhitespace), to: name, as: role,
                by: requester)
            return .invited
        }
    }

    @Sendable private func transferProject(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await changePeople(context) { name, requester in
            guard ProjectName.normalize(context.form["confirm"]) == name.normalized else {
                throw Refusal(.fieldInvalid, "What you typed is not the project's name.")
            }
            try await index.transferProject(
                name, to: String(context.form["heir"].trimmingWhitespace), by: requester)
            return .invited
        }
    }

    @Sendable private func revokeInvitation(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await changePeople(context) { name, requester in
            try await index.revokeInvitation(context.form["id"], to: name, by: requester)
            return .invitationRevoked
        }
    }

    @Sendable private func changeRole(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let role = try context.formRole()
        return try await changePeople(context) { name, requester in
            try await index.changeRole(
                of: context.form["person"], in: name, to: role, by: requester
            ) == .done ? .saved : .roleChangeWaits
        }
    }

    @Sendable private func removeCollaborator(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await changePeople(context) { name, requester in
            try await index.removeCollaborator(
                context.form["person"], from: name, by: requester
            ) == .done ? .collaboratorRemoved : .roleChangeWaits
        }
    }

    @Sendable private func cancelRoleChange(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await changePeople(context) { name, requester in
            try await index.cancelRoleChange(context.form["id"], in: name, by: requester)
            return .roleChangeCancelled
        }
    }

    /// Makes a change and comes back to the people, or shows them with what was wrong; whoever has
    /// put themself out comes to their own projects.
    private func changePeople(
        _ context: IndexRequestContext,
        _ change: (ProjectName, Requester) async throws -> Notice
    ) async throws -> Response {
        let (name, requester) = (try context.projectName(), try context.requester())
        let notice: Notice
        do {
            notice = try await change(name, requester)
        } catch let refusal as Refusal
            where refusal.code != .projectUnknown && refusal.kind != .forbidden
        {
            return try await people(context, refused: refusal)
        }
        let isStillOwner = try await index.ownProjects(of: requester).contains {
            $0.project.normalizedName == name.normalized && $0.role == .owner
        }
        let path =
            isStillOwner
            ? Route.collaboration.path(["name": name.normalized]) : Route.ownProjects.path()
        return .seeOther(path, context, telling: notice)
    }
}

extension IndexRequestContext {
    fileprivate func formRole() throws -> ProjectRole {
        guard let role = ProjectRole(rawValue: form["role"]) else {
            throw Refusal(.fieldInvalid, "role: it is owner, maintainer or reader.")
        }
        return role
    }
}
