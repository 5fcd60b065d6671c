import HTTPTypes
import Hummingbird
import PackageIndex
import WebServer

/// Answers with the document of the API, which is kept for each path under which the server
/// stands.
struct DocumentHandlers: Sendable {
    private let pages: PageCache

    /// Handlers that keep the document among other pages.
    init(pages: PageCache) {
        self.pages = pages
    }

    /// What answers which route.
    var routes: [Route: RouteHandler] { [.apiDocument: document] }

    @Sendable private func document(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let prefix = context.origin.prefix
        let key = PageCache.Key(
            subject: nil, form: .site("openapi \(prefix)"), audience: .everyone)
        let page = try await pages.page(key) {
            IndexPage(
                OpenAPIDocument.text(prefix: prefix), serial: 0, project: nil, audience: .everyone)
        }
        guard let page else {
            throw Refusal(.pathUnknown, "There is nothing at this address.")
        }
        return Response.kept(
            page.body(asHTML: false, at: context.origin.base), to: request,
            [.contentType: "application/json", .cacheControl: "public, max-age=300"])
    }
}
