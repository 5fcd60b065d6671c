import HTTPTypes
import Hummingbird
import PackageIndex
import WebServer

extension Site {
    var signInRoutes: [Route: RouteHandler] {
        [
            .firstAdministratorForm: setupForm, .firstAdministrator: makeFirstAdministrator,
            .signInForm: signInForm, .signIn: signIn, .signOut: signOut, .proofForm: proofForm,
            .proof: prove,
        ]
    }

    @Sendable private func signInForm(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        var page = SignInPage(next: FormFields(query: request.uri.query)["next"])
        page.allowsRegistration = index.settings.allowsRegistration
        return try pages.page("signIn", page, context)
    }

    @Sendable private func signIn(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let form = context.form
        let next = LocalPath(form["next"])?.description
        return try await answer { problem, status in
            let page = SignInPage(
                name: form["name"], next: form["next"],
                allowsRegistration: index.settings.allowsRegistration, problem: problem)
            return try pages.page("signIn", page, context, status: status)
        } _: {
            let outcome = try await index.signIn(
                form["name"], password: form["password"], next: next, in: context.browser(request))
            return try follow(outcome, context)
        }
    }

    /// Where a sign-in goes on.
    func follow(_ outcome: SignInOutcome, _ context: IndexRequestContext) throws -> Response {
        switch outcome {
        case .signedIn(let signedIn): return welcome(signedIn, context)
        case .needsFactor(let secret): return goOn(secret, at: .secondFactorForm, context)
        case .needsConfirmation:
            let page = SaidPage(
                title: "Look into your mail",
                lead: "This browser is new to your account. A mail with a link is on its way to "
                    + "you: open the link in this browser, within six hours.")
            return try pages.page("said", page, context)
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
        let session = try context.ownSession
        let form = context.form
        return try await answer { problem, status in
            try pages.page(
                "proof", SignInPage(next: form["next"], problem: problem), context, status: status)
        } _: {
            try await index.proveSession(session, password: form["password"], from: context.trace)
            let next = LocalPath(form["next"])?.description ?? "/"
            return .seeOther(next, context, telling: .proven)
        }
    }
}
