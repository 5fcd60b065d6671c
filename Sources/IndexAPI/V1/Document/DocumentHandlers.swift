import Hummingbird
import PackageIndex
import WebServer

/// Answers with the document of the API.
enum DocumentHandlers {
    @Sendable static func document(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        var response = Response.json(OpenAPIDocument.text(prefix: context.origin.prefix))
        response.headers[.cacheControl] = "public, max-age=300"
        return response
    }
}
