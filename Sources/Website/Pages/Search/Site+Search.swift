import HTTPTypes
import Hummingbird
import NIOCore
import PackageIndex
import WebServer

extension Site {
    var searchRoutes: [Route: RouteHandler] {
        [.searchPage: searchPage, .searchDescription: searchDescription]
    }

    @Sendable private func searchPage(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let answer = try await search.search(
            try SearchQuery(request.uri), for: context.principal, from: context.trace)
        return try pages.page(
            "search", SearchPage(answer, prefix: context.origin.prefix), context)
    }

    /// How browsers search here from their address bar (OpenSearch 1.1).
    @Sendable private func searchDescription(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let base = HTMLText.escaped(context.origin.base)
        let text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
            <ShortName>Cheeseboard</ShortName>
            <Description>Python projects in the index at \(base)</Description>
            <InputEncoding>UTF-8</InputEncoding>
            <Image width="32" height="32" type="image/svg+xml">\(base)/static/logo.svg</Image>
            <Url type="text/html" template="\(base)/search/?q={searchTerms}"/>
            <Url type="application/x-suggestions+json" template="\(base)/api/v1/search/suggestions?q={searchTerms}"/>
            </OpenSearchDescription>

            """
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/opensearchdescription+xml; charset=utf-8",
                .cacheControl: "no-cache",
            ], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}

extension Templates {
    static let search: [String: [UInt8]] = ["search": PackageResources.search_mustache]
}
