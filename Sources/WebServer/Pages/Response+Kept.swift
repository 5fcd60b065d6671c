package import HTTPTypes
package import Hummingbird

extension Response {
    /// A body that is kept ready, in the encoding that the client takes, or the word that the
    /// client's copy is still good.
    package static func kept(
        _ body: PageBody, to request: Request, _ fields: HTTPFields
    ) -> Response {
        let gzip = AcceptEncoding.allowsGzip(request.headers[.acceptEncoding]) ? body.gzip : nil
        let variant = gzip ?? body.identity
        var headers = fields
        headers[.eTag] = variant.etag
        headers[.vary] = (fields[.vary].map { "\($0), " } ?? "") + "Accept-Encoding"
        if EntityTag.isMatched(variant.etag, by: request.headers[.ifNoneMatch]) {
            headers[.contentType] = nil
            var response = Response(status: .notModified, headers: headers)
            response.headers[.contentLength] = nil
            return response
        }
        if gzip != nil { headers[.contentEncoding] = "gzip" }
        return Response(status: .ok, headers: headers, body: variant.responseBody)
    }
}
