import HTTPTypes
import Hummingbird
import PackageIndex
import PythonPackaging
import WebServer

extension Site {
    var projectHistoryRoutes: [Route: RouteHandler] {
        [.projectHistory: projectHistory, .projectTokens: projectTokens]
    }

    private static let eventsOnAPage = 100

    @Sendable private func projectHistory(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let name = try context.projectName()
        let before = Int64(FormFields(query: request.uri.query)["before"])
        let events = try await index.projectHistory(
            of: name, by: try context.requester(), before: before, limit: Self.eventsOnAPage)
        return try pages.page(
            "manageHistory",
            HistoryPage(name.normalized, events, limit: Self.eventsOnAPage, context), context)
    }

    @Sendable private func projectTokens(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let name = try context.projectName()
        let tokens = try await index.tokensWriting(to: name, by: try context.requester())
        return try pages.page(
            "manageTokens", ProjectTokensPage(name.normalized, tokens, context), context)
    }
}
