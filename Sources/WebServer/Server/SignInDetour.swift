import HTTPTypes
import Hummingbird

/// What stands between a browser and a page: signing in, or proving once more who one is.
enum SignInDetour: Error {
    /// Nobody is signed in.
    case signIn
    /// The last proof is too old for what is asked.
    case prove

    /// Sends the browser to the page where it is done, and from there back to where it was going.
    func response(
        for request: Request, _ path: String, _ context: IndexRequestContext
    ) -> Response {
        let route: Route =
            switch self {
            case .signIn: .signInForm
            case .prove: .proofForm
            }
        let wanted =
            request.method == .get ? path + request.uri.queryPart : Self.page(above: path)
        let back = LocalPath(wanted).map { "?next=\(PercentEncoding.field($0.description))" } ?? ""
        var response = Response.redirect(
            to: route.path(prefix: context.origin.prefix) + back, type: .normal)
        response.status = .seeOther
        response.headers[.cacheControl] = "no-store"
        return response
    }

    /// The page from which a form was sent: the nearest address above it, or its own, that can be
    /// read.
    private static func page(above path: String) -> String {
        var path = path[...]
        while !path.isEmpty {
            if case .found = RouteMatch.find(String(path), .get) { return String(path) }
            path = path.dropLast(path.hasSuffix("/") ? 1 : 0)
            path =
                path[..<(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)]
        }
        return "/"
    }
}
