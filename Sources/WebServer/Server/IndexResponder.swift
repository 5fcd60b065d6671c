import HTTPTypes
import Hummingbird
package import HummingbirdCore
import Logging
package import PackageIndex

/// What answers a route: reads the request, calls one use case, renders.
package typealias RouteHandler =
    @Sendable (Request, IndexRequestContext) async throws -> Response

/// Finds the route, proves who is asking, lets the access table decide, and answers.
///
/// Every refusal and every failure of every route becomes a response here and nowhere else.
package struct IndexResponder: HTTPResponder {
    package typealias Context = IndexRequestContext

    let index: Index
    let handlers: [Route: RouteHandler]
    let proxy: ProxySettings
    let isTLS: Bool
    let metrics: ServerMetrics
    let pageOfTrouble: PageOfTrouble?

    /// Wires the handlers of both faces; people read refusals on the page that is given, as plain
    /// text where there is none.
    package init(
        index: Index, handlers: [Route: RouteHandler], proxy: ProxySettings = .init(),
        isTLS: Bool = false, metrics: ServerMetrics = .init(),
        pageOfTrouble: PageOfTrouble? = nil
    ) {
        self.index = index
        self.handlers = handlers
        self.proxy = proxy
        self.isTLS = isTLS
        self.metrics = metrics
        self.pageOfTrouble = pageOfTrouble
    }

    package func respond(to request: Request, context: IndexRequestContext) async -> Response {
        let start = ContinuousClock.now
        var context = context
        context.origin = RequestOrigin(request, from: context.peer, isTLS: isTLS, settings: proxy)
        context.userAgent = request.headers[.userAgent]
        context.takesGzip = AcceptEncoding.allowsGzip(request.headers[.acceptEncoding])
        let path = withoutPrefix(request.uri.path)
        let match = RouteMatch.find(path, request.method)
        var response = await answer(match, path, request, &context)
        response.headers[.nosniff] = "nosniff"
        response.headers[.requestID] = context.requestID
        if context.origin.scheme == "https" {
            response.headers[.strictTransportSecurity] = "max-age=31536000"
        }
        if match.form(accept: request.headers[.accept]) == .page {
            PageProtection.add(to: &response)
        } else if index.settings.allowsCrossOrigin, match.route?.isReadByTools == true {
            response.allowReadingFromAnywhere()
        }
        if request.method == .head { response = response.createHeadResponse() }
        let elapsed = start.duration(to: .now)
        metrics.count(
            route: match.route, method: request.method, status: response.status,
            bytes: response.body.contentLength ?? 0, elapsed: elapsed)
        context.logger.info(
            "\(request.method) \(match.shown(path)) \(response.status.code)",
            metadata: [
                "http.status": "\(response.status.code)", "http.elapsed": "\(elapsed)",
                "client.address": "\(context.origin.client ?? "-")",
                "user.name": "\(context.principal?.user.name ?? "-")",
            ])
        return response
    }

    private func answer(
        _ match: RouteMatch, _ path: String, _ request: Request,
        _ context: inout IndexRequestContext
    ) async -> Response {
        let form = match.form(accept: request.headers[.accept])
        do {
            if match.isRefused, form == .page { try await recognize(request, &context) }
            switch match {
            case .found(let route, let values):
                context.values = values
                try await admit(request, to: route, &context)
                guard let handler = handlers[route] else { throw RouteWithoutHandler(route: route) }
                if ![.get, .head].contains(request.method) { context.connection.inviteBody() }
                return try await handler(request, context)
            case .lacksSlash:
                return .redirect(
                    to: context.origin.prefix + path + "/" + request.uri.queryPart,
                    type: .permanent)
            case .otherMethods(let methods, let route):
                guard route.refusalForm == .page else {
                    return .otherMethod(than: methods, of: route, request)
                }
                var response = refused(Self.formsOnly, in: .page, request, context)
                response.headers[.allow] = methods.map(\.rawValue).joined(separator: ", ")
                return response
            case .unknown:
                throw Refusal(.pathUnknown, "There is nothing at this address.")
            }
        } catch let refusal as Refusal {
            return refused(refusal, in: form, request, context)
        } catch let detour as SignInDetour {
            return detour.response(for: request, path, context)
        } catch {
            context.logger.error(
                "\(request.method) \(match.shown(path)) failed: \(error)",
                metadata: ["request.id": "\(context.requestID)"])
            var response = Response.failure(error, id: context.requestID, in: form)
            if form == .page, let pageOfTrouble {
                let help = "It is not your fault. The log has it under \(context.requestID)."
                let page = pageOfTrouble(
                    "The server could not do this", help, response.status, context)
                response.replaceBody(with: page)
            }
            return response
        }
    }

    /// What somebody reads who opens an address that a form sends to, as by going back.
    private static let formsOnly = Refusal(
        .methodNotAllowed, "This address only takes what a form sends.",
        help: "Go back to the page with the form, or to the front page.")

    private func refused(
        _ refusal: Refusal, in form: RefusalForm, _ request: Request,
        _ context: IndexRequestContext
    ) -> Response {
        context.logger.debug("refused: \(refusal)")
        var response = Response.refusal(refusal, in: form, accept: request.headers[.accept])
        if form == .page, let pageOfTrouble {
            let page = pageOfTrouble(refusal.message, refusal.help, response.status, context)
            response.replaceBody(with: page)
        }
        return response
    }

    private func withoutPrefix(_ path: String) -> String {
        guard !proxy.prefix.isEmpty, path.hasPrefix(proxy.prefix) else { return path }
        let rest = path.dropFirst(proxy.prefix.count)
        return rest.isEmpty ? "/" : rest.hasPrefix("/") ? String(rest) : path
    }
}

/// A route that no face answers: the wiring forgot it.
struct RouteWithoutHandler: Error {
    let route: Route
}

extension RouteMatch {
    /// The route that decides the form of an answer, if there is one.
    var route: Route? {
        switch self {
        case .found(let route, _), .lacksSlash(let route), .otherMethods(_, let route): route
        case .unknown: nil
        }
    }

    /// Whether nothing at that address answers.
    var isRefused: Bool {
        switch self {
        case .found, .lacksSlash: false
        case .otherMethods, .unknown: true
        }
    }

    /// The form in which an answer says no: what nothing has is told as a page to whoever asks for
    /// pages.
    func form(accept: String?) -> RefusalForm {
        route?.refusalForm ?? (accept?.contains("text/html") == true ? .page : .problem)
    }

    /// The path as the log has it: one that holds a secret is shown as its pattern.
    func shown(_ path: String) -> String {
        guard let route, route.pattern.holdsSecret else { return path }
        return route.pattern.description
    }
}

extension URI {
    /// The query with its question mark, as it stood in the request; empty where there is none.
    package var queryPart: String { query.map { "?\($0)" } ?? "" }
}

extension IndexRequestContext {
    /// The id under which the log has this request.
    package var requestID: String {
        logger[metadataKey: "hb.request.id"].map { "\($0)" } ?? "-"
    }
}
