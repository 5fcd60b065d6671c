import HTTPTypes
import Hummingbird
import NIOCore
package import PackageIndex
package import WebServer

/// Answers what people see.
package struct WebsiteHandlers: Sendable {
    private let index: Index
    private let pages: PageRenderer
    private let setup: SetupLink

    /// Handlers over an index; the link makes the first administrator.
    package init(_ index: Index, setup: SetupLink) throws {
        self.index = index
        self.setup = setup
        pages = try PageRenderer()
    }

    /// What answers which route.
    package var routes: [Route: RouteHandler] {
        [
            .front: front, .stylesheet: stylesheet, .firstAdministratorForm: setupForm,
            .firstAdministrator: makeFirstAdministrator,
        ]
    }

    @Sendable private func front(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try pages.page("front", FrontPage(context.origin))
    }

    @Sendable private func stylesheet(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        guard context.values["file"] == "style.css" else {
            throw Refusal(.pathUnknown, "There is nothing at this address.")
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/css; charset=utf-8", .cacheControl: "public, max-age=300",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: PackageResources.style_css)))
    }

    @Sendable private func setupForm(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await checkLink(context)
        return try pages.page(
            "firstAdministrator", FirstAdministratorPage(prefix: context.origin.prefix))
    }

    @Sendable private func makeFirstAdministrator(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await checkLink(context)
        let form = try await FormFields(request)
        var page = FirstAdministratorPage(
            prefix: context.origin.prefix, name: form["name"], email: form["email"])
        do {
            try await index.addFirstAdministrator(
                name: form["name"], email: form["email"], password: form["password"])
            page.done = true
            return try pages.page("firstAdministrator", page)
        } catch let refusal as Refusal
            where refusal.kind == .invalid || refusal.code == .userNameTaken
        {
            page.problem = refusal.message
            return try pages.page("firstAdministrator", page, status: .badRequest)
        }
    }

    private func checkLink(_ context: IndexRequestContext) async throws {
        guard setup.isValid(context.values["secret"] ?? ""),
            try await !index.hasAdministrator()
        else {
            throw Refusal(.linkInvalid, "This link is not valid, or was used already.")
        }
    }
}
