import Crypto
import HTTPTypes
import Hummingbird
import PackageIndex
import WebServer

/// What an operation of the API answers where it worked.
enum APIAnswer: Sendable {
    /// A value.
    case content(JSONValue)
    /// Some of many values, and after which the next ones come.
    case page([JSONValue], next: String?)
    /// A value that was made, and where it is below this server.
    case created(JSONValue, at: String)
    /// It is done.
    case nothing
    /// It is going to be done later.
    case later(JSONValue)
}

extension APIAnswer {
    /// The answer as a response.
    ///
    /// What everyone is told may be kept and asked about; what one caller is told is not kept at all.
    func response(to request: Request, _ call: APICall) -> Response {
        let prefix = call.context.origin.prefix
        switch self {
        case .content(let value): return Self.json(value, .ok, request, call)
        case .page(let items, let next):
            let address = next.map { place in
                let path = call.route.path(call.context.values, prefix: prefix)
                return "\(path)?after=\(PercentEncoding.field(place))&limit=\(call.limit)"
            }
            return Self.json(
                ["items": .array(items), "next": .string(address)], .ok, request, call)
        case .created(let value, let path):
            var response = Self.json(value, .created, request, call)
            response.headers[.location] = prefix + path
            return response
        case .nothing:
            return Response(status: .noContent, headers: [.cacheControl: "no-store"])
        case .later(let value): return Self.json(value, .accepted, request, call)
        }
    }

    private static func json(
        _ value: JSONValue, _ status: HTTPResponse.Status, _ request: Request, _ call: APICall
    ) -> Response {
        let text = value.text
        var response = Response.json(text, status: status)
        guard call.context.principal == nil, status == .ok else {
            response.headers[.cacheControl] = "no-store"
            return response
        }
        let digest = SHA256.hash(data: Array(text.utf8)).prefix(16)
        let etag =
            "\""
            + digest.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
            .joined() + "\""
        if EntityTag.isMatched(etag, by: request.headers[.ifNoneMatch]) {
            response = Response(status: .notModified)
            response.headers[.contentLength] = nil
        }
        response.headers[.eTag] = etag
        response.headers[.cacheControl] = "no-cache"
        response.headers[.vary] = "Authorization"
        return response
    }
}
