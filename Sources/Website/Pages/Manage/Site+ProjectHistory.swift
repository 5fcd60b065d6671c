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
        let (name, requester) = (try context.projectName(), try context.requester())
        let before = Int64(FormFields(query: request.uri.query)["before"])
        let project = try await index.managedProject(of: name, by: requester)
        let events = try await index.projectHistory(
            of: name, by: requester, before: before, limit: Self.eventsOnAPage)
        return try pages.page(
            "manageHistory", HistoryPage(project, events, limit: Self.eventsOnAPage, context),
            context)
    }

    @Sendable private func projectTokens(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let (name, requester) = (try context.projectName(), try context.requester())
        let project = try await index.managedProject(of: name, by: requester)
        let tokens = try await index.tokensWriting(to: name, by: requester)
        return try pages.page(
            "manageTokens", ProjectTokensPage(project, tokens, context), context)
    }
}
