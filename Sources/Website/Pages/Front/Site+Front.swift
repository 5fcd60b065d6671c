import HTTPTypes
import Hummingbird
import PackageIndex
import WebServer

extension Site {
    var frontRoutes: [Route: RouteHandler] {
        [.front: front, .stylesheet: staticFile, .favicon: favicon]
    }

    @Sendable private func front(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let isClosed = index.settings.readAccess == .authenticated
        // The figures on it are two minutes old at most, also where nothing changes any more.
        let minute = index.clock.now().seconds / 60
        return try await page(kept: "front \(minute)", "front", request, context) {
            guard !isClosed || context.session != nil else { return FrontPage(closed: true) }
            return FrontPage(
                projects: try await index.newestProjects(8),
                releases: try await index.newestReleases(10), try await index.figures(),
                asksReaders: isClosed)
        }
    }
}
