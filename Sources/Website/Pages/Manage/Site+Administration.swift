import HTTPTypes
import Hummingbird
import PackageIndex
import PythonPackaging
import WebServer

extension Site {
    var administrationRoutes: [Route: RouteHandler] {
        [
            .prohibitedNames: prohibitedNames, .prohibitName: prohibitName,
            .allowName: allowName, .projectLimits: projectLimits,
            .setProjectLimits: setProjectLimits,
        ]
    }

    private static let namesOnAPage = 500

    @Sendable private func prohibitedNames(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await namesPage(context, after: FormFields(query: request.uri.query)["after"])
    }

    private func namesPage(
        _ context: IndexRequestContext, after name: String = "", problem: String? = nil
    ) async throws -> Response {
        let names = try await index.prohibitedNames(
            after: name, limit: Self.namesOnAPage, by: try context.requester())
        var page = ProhibitedNamesPage(names, limit: Self.namesOnAPage, context)
        page.problem = problem
        return try pages.page(
            "adminNames", page, context, status: problem == nil ? .ok : .badRequest)
    }

    @Sendable private func prohibitName(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        do {
            try await index.prohibitName(
                try ProjectName(typed: context.form["name"]), reason: context.form["reason"],
                deletingProject: context.form.has("delete"), by: try context.requester())
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return try await namesPage(context, problem: refusal.message)
        }
        return .seeOther(Route.prohibitedNames.path(), context, telling: .saved)
    }

    @Sendable private func allowName(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await index.allowName(
            try ProjectName(typed: context.form["name"]), by: try context.requester())
        return .seeOther(Route.prohibitedNames.path(), context, telling: .saved)
    }

    @Sendable private func projectLimits(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try pages.page("adminLimits", ProjectLimitsPage(index.settings, context), context)
    }

    @Sendable private func setProjectLimits(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        do {
            try await index.setLimits(
                of: try ProjectName(typed: context.form["project"]),
                fileBytes: try Self.bytes(context.form["file"]),
                totalBytes: try Self.bytes(context.form["total"]), by: try context.requester())
        } catch let refusal as Refusal
            where refusal.kind == .invalid || refusal.kind == .notFound
        {
            var page = ProjectLimitsPage(index.settings, context)
            page.problem = refusal.message
            return try pages.page("adminLimits", page, context, status: .badRequest)
        }
        return .seeOther(Route.projectLimits.path(), context, telling: .saved)
    }

    /// A size in MiB as bytes; nil for an empty field.
    private static func bytes(_ text: String) throws -> Int? {
        let text = text.trimmingWhitespace
        guard !text.isEmpty else { return nil }
        guard let number = Int(text), (1...(1 << 30)).contains(number) else {
            throw Refusal(.fieldInvalid, "'\(Shown.short(String(text)))' is not a size in MiB.")
        }
        return number << 20
    }
}
