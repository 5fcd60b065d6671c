import Hummingbird
import PackageIndex
import WebServer

extension Site {
    var apiReferenceRoutes: [Route: RouteHandler] { [.apiReference: apiReference] }

    @Sendable private func apiReference(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await page(kept: "api reference", "apiReference", request, context) {
            APIReferencePage(Contract.all)
        }
    }
}
