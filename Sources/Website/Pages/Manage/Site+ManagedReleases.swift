import HTTPTypes
import Hummingbird
import PackageIndex
import PythonPackaging
import WebServer

extension Site {
    var managedReleaseRoutes: [Route: RouteHandler] {
        [
            .projectReleases: projectReleases, .projectRelease: projectRelease,
            .yankRelease: yankRelease, .unyankRelease: unyankRelease, .yankFile: yankFile,
            .unyankFile: unyankFile,
        ]
    }

    @Sendable private func projectReleases(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let (name, requester) = (try context.projectName(), try context.requester())
        let listing = try await index.managedListing(of: name, by: requester)
        let deleted = try await index.deletedItems(of: name, by: requester)
        let query = FormFields(query: request.uri.query)
        return try pages.page(
            "manageReleases", ReleasesPage(listing, deleted, query: query, context), context)
    }

    @Sendable private func projectRelease(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await releasePage(try context.version(), context)
    }

    private func releasePage(
        _ wanted: Version, _ context: IndexRequestContext, problem: String? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let name = try context.projectName()
        let listing = try await index.managedListing(of: name, by: try context.requester())
        let version = try Self.version(wanted, in: listing)
        var page = ManagedReleasePage(listing, version: version, context)
        page.problem = problem
        return try pages.page("manageRelease", page, context, status: status)
    }

    /// The version as the listing has it, or a refusal that says there is none.
    static func version(_ wanted: Version, in listing: ProjectListing) throws -> String {
        let found = listing.versions.first { (try? Version($0))?.canonical == wanted.canonical }
        guard let found else {
            throw Refusal(
                .releaseUnknown,
                "The project '\(listing.project.name)' has no release '\(wanted)'.")
        }
        return found
    }

    @Sendable private func yankRelease(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let (name, version) = (try context.projectName(), try context.version())
        return try await answer { problem, status in
            try await releasePage(version, context, problem: problem, status: status)
        } _: {
            try await index.yankRelease(
                version, of: name, reason: context.form["reason"], by: try context.requester())
            return release(name, version.normalized, context, .yanked)
        }
    }

    @Sendable private func unyankRelease(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let (name, version) = (try context.projectName(), try context.version())
        try await index.unyankRelease(version, of: name, by: try context.requester())
        return release(name, version.normalized, context, .unyanked)
    }

    @Sendable private func yankFile(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let (name, file) = (try context.projectName(), context.values["filename"] ?? "")
        return try await answer { problem, status in
            guard let version = (try? DistributionFilename(file))?.version else {
                throw Refusal(.fileUnknown, "There is no file '\(Shown.short(file))'.")
            }
            return try await releasePage(version, context, problem: problem, status: status)
        } _: {
            try await index.yankFile(
                file, of: name, reason: context.form["reason"], by: try context.requester())
            return afterFile(file, name, context, .yanked)
        }
    }

    @Sendable private func unyankFile(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let (name, file) = (try context.projectName(), context.values["filename"] ?? "")
        try await index.unyankFile(file, of: name, by: try context.requester())
        return afterFile(file, name, context, .unyanked)
    }

    /// Back to the page of the release that a file belongs to.
    func afterFile(
        _ file: String, _ name: ProjectName, _ context: IndexRequestContext, _ notice: Notice
    ) -> Response {
        guard let version = (try? DistributionFilename(file))?.version else {
            return .seeOther(
                Route.projectReleases.path(["name": name.normalized]), context, telling: notice)
        }
        return release(name, version.normalized, context, notice)
    }

    func release(
        _ name: ProjectName, _ version: String, _ context: IndexRequestContext, _ notice: Notice
    ) -> Response {
        .seeOther(
            Route.projectRelease.path(["name": name.normalized, "version": version]), context,
            telling: notice)
    }
}
