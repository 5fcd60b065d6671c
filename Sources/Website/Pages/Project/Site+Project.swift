import HTTPTypes
import Hummingbird
import PackageIndex
import PythonPackaging
import WebServer

extension Site {
    var projectRoutes: [Route: RouteHandler] {
        [.projectPage: project, .releasePage: project, .releaseNativePage: nativePage]
    }

    @Sendable private func project(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let name = try context.projectName()
        let version = try context.values["version"].map { _ in try context.version() }
        if let normal = redirect(name, version, "", request, context) { return normal }
        let query = request.uri.query
        guard isAnybody(context), query == nil || query == "description=all" else {
            return try await fresh(name.normalized, version, request, context)
        }
        let form = keptForm("project \(version?.canonical ?? "") \(query ?? "")", context)
        let page = try await kept.page(of: name.normalized, form, for: nil, in: index) {
            let overview = try await index.projectOverview(
                name.normalized, version: version, for: nil)
            guard let overview, version == nil || overview.shown != nil else { return nil }
            let model = try await model(overview, request, context)
            let shell = keptShell(context)
            let renderer = pages
            let html = try await kept.threads.run { try renderer.html("project", model, shell) }
            return ProjectPage(overview.project) { .addressed(html) }
        }
        guard let page else { return try await fresh(name.normalized, version, request, context) }
        return describing(send(page, to: request, context))
    }

    /// A page with a description, whose images the settings may let it load.
    private func describing(_ page: Response) -> Response {
        var page = page
        if page.headers[.contentSecurityPolicy] != nil {
            page.headers[.contentSecurityPolicy] = PageRenderer.contentPolicy(
                index.settings.descriptionImages)
        }
        return page
    }

    /// The page as it is just now for this reader.
    private func fresh(
        _ name: String, _ version: Version?, _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let overview = try await index.projectOverview(
            name, version: version, for: context.principal)
        guard let overview else { throw Self.unknown(name) }
        guard version == nil || overview.shown != nil || overview.project.status == .quarantined
        else {
            throw Refusal(
                .releaseUnknown,
                "The project '\(overview.project.name)' has no release '\(version.map(\.description) ?? "")'."
            )
        }
        return describing(
            try pages.page("project", try await model(overview, request, context), context))
    }

    private func model(
        _ overview: ProjectOverview, _ request: Request, _ context: IndexRequestContext
    ) async throws -> ReleasePage {
        let query = FormFields(query: request.uri.query)
        // The name in a row is one that was read when it was made.
        var dependents: DependentLines?
        if let name = try? ProjectName(overview.project.name) {
            dependents = DependentLines(
                try await index.dependents(
                    of: name, limit: DependentLines.most, for: context.principal))
        }
        let (needing, settings, now) = (dependents, index.settings, index.clock.now())
        let cuts = descriptionCuts
        // A long description takes a while.
        return try await kept.threads.run {
            ReleasePage(
                overview, dependents: needing, settings: settings, query: query, cuts: cuts,
                now: now)
        }
    }

    @Sendable private func nativePage(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let name = try context.projectName()
        let version = try context.values["version"].map { _ in try context.version() }
        if let normal = redirect(name, version, "native/", request, context) { return normal }
        let overview = try await index.projectOverview(
            name.normalized, version: version, for: context.principal)
        guard let overview else { throw Self.unknown(name.normalized) }
        guard let release = overview.shown else {
            throw Refusal(
                .releaseUnknown, "The project '\(overview.project.name)' has no such release.")
        }
        let wheels = release.files.filter { (release.native[$0.filename]?.fileCount ?? 0) > 0 }
        let wanted = FormFields(query: request.uri.query)["file"]
        let chosen = wheels.first { $0.filename == wanted } ?? wheels.first
        var report: WheelReport?
        if let chosen {
            report = try await index.nativeReport(
                of: chosen.filename, in: name.normalized, for: context.principal)
        }
        return try pages.page(
            "native", NativePage(overview, release, wheels: wheels, chosen: chosen, report),
            context)
    }

    /// Where a page's normal address is, if this is not it.
    private func redirect(
        _ name: ProjectName, _ version: Version?, _ rest: String, _ request: Request,
        _ context: IndexRequestContext
    ) -> Response? {
        let isNormal =
            context.values["name"] == name.normalized
            && (version == nil || context.values["version"] == version?.description)
        guard !isNormal else { return nil }
        var path = Route.projectPage.path(
            ["name": name.normalized], prefix: context.origin.prefix)
        if let version { path += PercentEncoding.step(version.description) + "/" + rest }
        return .redirect(to: path + request.uri.queryPart, type: .permanent)
    }

    static func unknown(_ name: String) -> Refusal {
        Refusal(.projectUnknown, "There is no project '\(Shown.short(name))'.")
    }
}
