import HTTPTypes
import Hummingbird
import WebServer

/// Sends a page of the index, or the word that the client's copy is still good.
enum PageAnswer {
    /// The page as a media type, which is the only header that Simple API and JSON API differ in
    /// besides `Vary`.
    static func page(
        _ page: IndexPage, as type: MediaType, to request: Request,
        _ context: IndexRequestContext
    ) -> Response {
        let isPrivate = context.principal != nil
        let wantsGzip = AcceptEncoding.allowsGzip(request.headers[.acceptEncoding])
        let body = page.body(asHTML: type.isHTML, at: context.origin.base)
        let gzip = wantsGzip ? body.gzip : nil
        let variant = gzip ?? body.identity
        var headers: HTTPFields = [
            .contentType: type.contentType, .eTag: variant.etag,
            .vary: type.variesBy + (isPrivate ? ", Authorization" : ""),
            .cacheControl: isPrivate ? "private, no-cache" : "no-cache",
            .lastSerial: String(page.serial),
        ]
        if type.isHTML {
            headers[.contentSecurityPolicy] = "sandbox allow-top-navigation; default-src 'none'"
        }
        if EntityTag.isMatched(variant.etag, by: request.headers[.ifNoneMatch]) {
            headers[.contentType] = nil
            var response = Response(status: .notModified, headers: headers)
            response.headers[.contentLength] = nil
            return response
        }
        if gzip != nil { headers[.contentEncoding] = "gzip" }
        return Response(status: .ok, headers: headers, body: variant.responseBody)
    }

    /// A redirect to the address that a page has.
    static func redirect(to address: String) -> Response {
        .redirect(to: address, type: .permanent)
    }

    /// What a page is sent as.
    enum MediaType {
        /// A form of the Simple API, which negotiates.
        case simple(SimpleMediaType)
        /// PyPI's JSON API, which does not.
        case document

        var contentType: String {
            switch self {
            case .simple(let type): type.contentType
            case .document: "application/json"
            }
        }

        var variesBy: String {
            switch self {
            case .simple: "Accept, Accept-Encoding"
            case .document: "Accept-Encoding"
            }
        }

        var isHTML: Bool {
            switch self {
            case .simple(let type): !type.isJSON
            case .document: false
            }
        }
    }
}
