import HTTPTypes
import Hummingbird
import PackageIndex
import WebServer

extension Site {
    /// Whether a reader gets what everybody gets: nobody signed in, and nothing to tell.
    func isAnybody(_ context: IndexRequestContext) -> Bool {
        context.session == nil && context.principal == nil && context.notice == nil
    }

    /// A page about no single project, for everybody who may read it: kept ready until anything
    /// changes, but rendered for whoever is signed in.
    func page(
        kept name: String, _ template: String, _ request: Request, _ context: IndexRequestContext,
        _ model: () async throws -> Any
    ) async throws -> Response {
        guard isAnybody(context) else {
            return try pages.page(template, try await model(), context)
        }
        let key = PageCache.Key(
            subject: nil, form: keptForm(name, context), audience: .everyone)
        let page = try await kept.page(key) {
            let html = try pages.html(template, try await model(), keptShell(context))
            return IndexPage(AddressedText(html), serial: 0, project: nil, audience: .everyone)
        }
        guard let page else { throw Refusal(.pathUnknown, "There is nothing at this address.") }
        return send(page, to: request, context)
    }

    /// By what a page is kept; the day is in it since pages tell how old things are.
    func keptForm(_ name: String, _ context: IndexRequestContext) -> PageForm {
        .site("\(name) \(index.clock.now().dayNumber) \(context.origin.prefix)")
    }

    /// The shell of kept pages, with a gap where the server's address goes.
    func keptShell(_ context: IndexRequestContext) -> Shell {
        Shell(prefix: context.origin.prefix, base: AddressedText.gap)
    }

    /// Sends a kept page.
    func send(
        _ page: IndexPage, to request: Request, _ context: IndexRequestContext
    ) -> Response {
        Response.kept(
            page.body(asHTML: true, at: context.origin.base), to: request,
            [
                .contentType: "text/html; charset=utf-8", .cacheControl: "no-cache",
                .contentSecurityPolicy: PageRenderer.contentPolicy, .vary: "Cookie",
            ])
    }
}
