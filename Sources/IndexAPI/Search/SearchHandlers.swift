import HTTPTypes
import Hummingbird
import PackageIndex
import WebServer

/// Answers searches of tools, and completes what people type.
struct SearchHandlers: Sendable {
    private let search: ProjectSearch

    /// Handlers over a search.
    init(_ search: ProjectSearch) {
        self.search = search
    }

    /// What answers which route.
    var routes: [Route: RouteHandler] {
        [.searchProjects: projects, .suggestProjects: suggestions]
    }

    @Sendable private func projects(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let answer = try await search.search(
            try SearchQuery(request.uri), for: context.principal, from: context.trace)
        return Self.response(SearchJSON.text(answer), to: context)
    }

    /// Completes in the form that browsers ask for (OpenSearch Suggestions 1.0): what was typed, the
    /// names, what they are, and where.
    @Sendable private func suggestions(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let query = try SearchQuery(request.uri)
        let hits = try await search.suggestions(
            query.text, for: context.principal, from: context.trace)
        let base = context.origin.base
        let text = JSONText.list([
            JSONText.quoted(query.text), JSONText.array(hits.map(\.name)),
            JSONText.array(hits.map { $0.summary ?? "" }),
            JSONText.array(
                hits.map { "\(base)/search/?q=\(PercentEncoding.field($0.normalizedName))" }),
        ])
        return Self.response(text, to: context, type: "application/x-suggestions+json")
    }

    private static func response(
        _ text: String, to context: IndexRequestContext, type: String = "application/json"
    ) -> Response {
        var response = Response.json(text, type: type)
        response.headers[.cacheControl] =
            context.principal == nil ? "no-cache" : "private, no-cache"
        response.headers[.vary] = "Authorization"
        return response
    }
}
