import HTTPTypes
import Hummingbird
import PackageIndex
import WebServer

extension Site {
    var accountRoutes: [Route: RouteHandler] {
        [
            .firstAdministratorForm: setupForm, .firstAdministrator: makeFirstAdministrator,
            .signInForm: signInForm, .signIn: signIn, .signOut: signOut, .proofForm: proofForm,
            .proof: prove,
        ]
    }

    @Sendable private func signInForm(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let next = FormFields(query: request.uri.query)["next"]
        return try pages.page("signIn", SignInPage(next: next), context)
    }

    @Sendable private func signIn(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let form = context.form
        do {
            let secret = try await index.signIn(
                form["name"], password: form["password"], from: context.trace)
            let next = LocalPath(form["next"])?.description ?? "/"
            var response = Response.seeOther(next, context, telling: .signedIn)
            response.addCookie(Cookie.session.field(secret.text, seconds: nil, at: context.origin))
            return response
        } catch let refusal as Refusal where refusal.code == .credentialsInvalid {
            let page = SignInPage(
                name: form["name"], next: form["next"], problem: refusal.message)
            return try pages.page("signIn", page, context, status: .forbidden)
        }
    }

    @Sendable private func signOut(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        if let session = context.session { try await index.endSession(session) }
        var response = Response.seeOther("/", context, telling: .signedOut)
        response.addCookie(Cookie.session.field("", seconds: 0, at: context.origin))
        return response
    }

    @Sendable private func proofForm(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let next = FormFields(query: request.uri.query)["next"]
        return try pages.page("proof", SignInPage(next: next), context)
    }

    @Sendable private func prove(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        guard let session = context.session else {
            throw Refusal(.credentialsMissing, "Nobody is signed in.")
        }
        let form = context.form
        do {
            try await index.proveSession(
                session, password: form["password"], from: context.trace)
            let next = LocalPath(form["next"])?.description ?? "/"
            return .seeOther(next, context, telling: .proven)
        } catch let refusal as Refusal where refusal.code == .credentialsInvalid {
            let page = SignInPage(next: form["next"], problem: refusal.message)
            return try pages.page("proof", page, context, status: .forbidden)
        }
    }
}
