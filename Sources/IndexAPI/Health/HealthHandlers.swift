import HTTPTypes
import Hummingbird
import Logging
import PackageIndex
import WebServer

/// Says whether the server works, for whoever watches it.
struct HealthHandlers: Sendable {
    private let index: Index

    /// Handlers over an index.
    init(_ index: Index) {
        self.index = index
    }

    /// What answers which route.
    var routes: [Route: RouteHandler] { [.health: health] }

    @Sendable private func health(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        var response: Response
        do {
            try await index.checkHealth()
            response = .json(#"{"status":"ok"}"#)
        } catch {
            context.logger.error("unhealthy: \(error)")
            response = .json(#"{"status":"failing"}"#, status: .serviceUnavailable)
        }
        response.headers[.cacheControl] = "no-store"
        return response
    }
}
