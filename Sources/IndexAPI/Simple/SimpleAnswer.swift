import HTTPTypes
import Hummingbird
import NIOCore
import WebServer

/// Sends an index page, or the word that the client's copy is still good.
enum SimpleAnswer {
    static func page(
        _ page: SimplePage, _ type: SimpleMediaType, to request: Request, isPrivate: Bool
    ) -> Response {
        let wantsGzip = AcceptEncoding.allowsGzip(request.headers[.acceptEncoding])
        let variant = wantsGzip ? page.gzip ?? page.identity : page.identity
        var headers: HTTPFields = [
            .contentType: type.contentType, .eTag: variant.etag,
            .vary: isPrivate ? "Accept, Accept-Encoding, Authorization" : "Accept, Accept-Encoding",
            .cacheControl: isPrivate ? "private, no-cache" : "no-cache",
            .lastSerial: String(page.serial),
        ]
        if !type.isJSON {
            headers[.contentSecurityPolicy] = "sandbox allow-top-navigation; default-src 'none'"
        }
        var response: Response
        if EntityTag.isMatched(variant.etag, by: request.headers[.ifNoneMatch]) {
            headers[.contentType] = nil
            response = Response(status: .notModified, headers: headers)
            response.headers[.contentLength] = nil
        } else {
            if wantsGzip, page.gzip != nil { headers[.contentEncoding] = "gzip" }
            response = Response(
                status: .ok, headers: headers, body: ResponseBody(byteBuffer: variant.body))
        }
        allowOrigins(&response)
        return response
    }

    /// Lets scripts of any site read the answer, as on PyPI: it holds nothing that cookies open.
    static func allowOrigins(_ response: inout Response) {
        response.headers[.accessControlAllowOrigin] = "*"
        response.headers[.accessControlAllowMethods] = "GET"
        response.headers[.accessControlAllowHeaders] =
            "Content-Type, If-Match, If-Modified-Since, If-None-Match, If-Unmodified-Since"
        response.headers[.accessControlMaxAge] = "86400"
        response.headers[.accessControlExposeHeaders] = "X-PyPI-Last-Serial"
    }
}
