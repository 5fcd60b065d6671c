import HTTPTypes
import Hummingbird
import PackageIndex
import PythonPackaging
import WebServer

extension Site {
    var projectSettingRoutes: [Route: RouteHandler] {
        [
            .projectSettings: projectSettings, .projectVisibility: changeVisibility,
            .archiveProject: archiveProject, .unarchiveProject: unarchiveProject,
            .deprecateProject: deprecateProject, .verifyProjectURLs: verifyURLs,
        ]
    }

    @Sendable private func projectSettings(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await settingsPage(context)
    }

    private func settingsPage(
        _ context: IndexRequestContext, problem: String? = nil
    ) async throws -> Response {
        let project = try await index.managedProject(
            of: try context.projectName(), by: try context.requester())
        var page = ProjectSettingsPage(project, index.settings, context)
        page.problem = problem
        return try pages.page(
            "manageSettings", page, context, status: problem == nil ? .ok : .badRequest)
    }

    @Sendable private func changeVisibility(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        guard let visibility = Visibility(rawValue: context.form["visibility"]) else {
            throw Refusal(.fieldInvalid, "visibility: it is public or private.")
        }
        let name = try context.projectName()
        try await index.changeVisibility(of: name, to: visibility, by: try context.requester())
        return settingsSaved(name, context)
    }

    @Sendable private func archiveProject(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let name = try context.projectName()
        do {
            try await index.archiveProject(
                name, reason: context.form["reason"], by: try context.requester())
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return try await settingsPage(context, problem: refusal.message)
        }
        return settingsSaved(name, context)
    }

    @Sendable private func unarchiveProject(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let name = try context.projectName()
        try await index.unarchiveProject(name, by: try context.requester())
        return settingsSaved(name, context)
    }

    @Sendable private func deprecateProject(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let name = try context.projectName()
        let given = context.form["successor"].trimmingWhitespace
        do {
            let successor = given.isEmpty ? nil : try ProjectName(typed: String(given))
            try await index.deprecateProject(
                name, successor: successor, reason: context.form["reason"],
                by: try context.requester())
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return try await settingsPage(context, problem: refusal.message)
        }
        return settingsSaved(name, context)
    }

    @Sendable private func verifyURLs(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let name = try context.projectName()
        try await index.requestURLVerification(of: name, by: try context.requester())
        return settingsSaved(name, context, telling: .addressesAsked)
    }

    private func settingsSaved(
        _ name: ProjectName, _ context: IndexRequestContext, telling notice: Notice = .saved
    ) -> Response {
        .seeOther(
            Route.projectSettings.path(["name": name.normalized]), context, telling: notice)
    }
}
