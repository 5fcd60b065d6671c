import HTTPTypes
import Hummingbird
import PackageIndex
import PythonPackaging
import WebServer

extension Site {
    var ownTokenRoutes: [Route: RouteHandler] {
        [.ownTokens: ownTokens, .makeToken: makeToken, .revokeToken: revokeToken]
    }

    @Sendable private func ownTokens(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try pages.page("ownTokens", try await tokensPage(context), context)
    }

    private func tokensPage(_ context: IndexRequestContext) async throws -> OwnTokensPage {
        let requester = try context.requester()
        return OwnTokensPage(
            try await index.ownTokens(of: requester), try await index.ownProjects(of: requester),
            at: index.clock.now(), context)
    }

    @Sendable private func makeToken(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        do {
            let wish = try Self.tokenRequest(context.form)
            let token = try await index.issueToken(wish, by: try context.requester())
            var page = try await tokensPage(context)
            page.made = token.text
            page.madeLabel = wish.label ?? ""
            page.label = ""
            return try pages.page("ownTokens", page, context)
        } catch let refusal as Refusal where refusal.kind != .forbidden {
            var page = try await tokensPage(context)
            page.problem = refusal.message
            return try pages.page("ownTokens", page, context, status: .badRequest)
        }
    }

    /// What a form asks for; a box that is unknown was not on the page.
    private static func tokenRequest(_ form: FormFields) throws -> TokenRequest {
        guard let days = Int(form["days"]), OwnTokensPage.lifetimes.contains(days) else {
            throw Refusal(.fieldInvalid, "How long the token lasts is not one of the choices.")
        }
        let scopes = form.all("scope").compactMap(TokenScope.init(rawValue:))
        let names = form["limit"] == "all" ? [] : form.all("project")
        guard form["limit"] == "all" || !names.isEmpty else {
            throw Refusal(.fieldMissing, "Choose the projects that the token is for.")
        }
        return TokenRequest(
            label: form["label"], projects: try names.map(ProjectName.init(typed:)),
            scopes: Set(scopes),
            lifetime: days == 0 ? nil : .seconds(Int64(days) * 86_400))
    }

    @Sendable private func revokeToken(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await index.revokeToken(context.form["id"], by: try context.requester())
        return .seeOther(Route.ownTokens.path(), context, telling: .tokenRevoked)
    }
}
