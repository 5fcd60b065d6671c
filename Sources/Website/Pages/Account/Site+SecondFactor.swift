import HTTPTypes
import Hummingbird
import PackageIndex
import WebServer

extension Site {
    var secondFactorRoutes: [Route: RouteHandler] {
        [
            .secondFactorForm: secondFactorForm, .secondFactor: verifyCode,
            .recoveryCodeForm: recoveryCodeForm, .recoveryCode: useRecoveryCode,
            .passkeyBeginning: beginPasskey, .passkeyForm: passkeyForm,
            .securityKeyAnswer: takeKeyAnswer,
        ]
    }

    @Sendable private func secondFactorForm(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await secondFactorPage(request, context)
    }

    private func secondFactorPage(
        _ request: Request, _ context: IndexRequestContext, problem: String? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let choice = try await index.factorChoice(
            in: context.browser(request), at: try context.party)
        let page = SecondFactorPage(
            hasAuthenticator: choice.hasAuthenticator, keyRequest: choice.keyRequest?.json,
            problem: problem)
        return try pages.page("secondFactor", page, context, status: status)
    }

    @Sendable private func verifyCode(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await answer { problem, status in
            try await secondFactorPage(request, context, problem: problem, status: status)
        } _: {
            try follow(
                try await index.verifyCode(context.form["code"], in: context.browser(request)),
                context)
        }
    }

    @Sendable private func recoveryCodeForm(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try pages.page("recoveryCode", FactorPage(), context)
    }

    @Sendable private func useRecoveryCode(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await answer { problem, status in
            try pages.page("recoveryCode", FactorPage(problem: problem), context, status: status)
        } _: {
            try follow(
                try await index.useRecoveryCode(context.form["code"], in: context.browser(request)),
                context)
        }
    }

    @Sendable private func beginPasskey(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let secret = try await index.beginPasskeySignIn(
            next: LocalPath(context.form["next"])?.description, from: context.trace)
        return goOn(secret, at: .passkeyForm, context)
    }

    @Sendable private func passkeyForm(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await passkeyPage(request, context)
    }

    private func passkeyPage(
        _ request: Request, _ context: IndexRequestContext, problem: String? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let asked = try await index.passkeyRequest(
            in: context.browser(request), at: try context.party)
        let page = FactorPage(request: asked.json, problem: problem)
        return try pages.page("passkey", page, context, status: status)
    }

    /// Takes the answer of a security key or of a passkey: the same form, after another beginning.
    @Sendable private func takeKeyAnswer(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let form = context.form
        let browser = context.browser(request)
        let isPasskey = form["kind"] == "passkey"
        return try await answer { problem, status in
            isPasskey
                ? try await passkeyPage(request, context, problem: problem, status: status)
                : try await secondFactorPage(request, context, problem: problem, status: status)
        } _: {
            let assertion: CredentialAssertion
            do {
                assertion = try CredentialAssertion(
                    credentialID: form["credential"], clientData: form["client_data"],
                    authenticatorData: form["authenticator_data"], signature: form["signature"],
                    userHandle: form["user_handle"])
            } catch {
                throw Refusal(.factorWrong, "The security key's answer is not accepted: \(error).")
            }
            let party = try context.party
            guard isPasskey else {
                return try follow(
                    try await index.verifySecurityKey(assertion, in: browser, at: party), context)
            }
            return welcome(
                try await index.signInWithPasskey(assertion, in: browser, at: party), context)
        }
    }
}
