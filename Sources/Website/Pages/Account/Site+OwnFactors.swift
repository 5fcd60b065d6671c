import HTTPTypes
import Hummingbird
import PackageIndex
import WebServer

extension Site {
    var ownFactorRoutes: [Route: RouteHandler] {
        [
            .factorsPage: factorsPage, .authenticatorForm: authenticatorForm,
            .authenticator: addAuthenticator, .authenticatorRemoval: removeAuthenticator,
            .securityKeyBeginning: beginSecurityKey, .securityKeyForm: securityKeyForm,
            .securityKey: addSecurityKey, .securityKeyRemoval: removeSecurityKey,
            .recoveryCodesForm: recoveryCodesForm, .recoveryCodes: makeRecoveryCodes,
            .recoveryCodesProofForm: recoveryCodesProofForm,
            .recoveryCodesProof: proveRecoveryCodes,
        ]
    }

    @Sendable private func factorsPage(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let user = try context.ownSession.user
        let page = FactorsPage(
            try await index.secondFactors(of: user), try await index.emails(of: user),
            at: try context.party)
        return try pages.page("factors", page, context)
    }

    /// Where to go before a second factor is added: to addresses where none is verified, then to
    /// recovery codes; nil where nothing is missing.
    private func detour(_ context: IndexRequestContext) async throws -> Response? {
        let user = try context.ownSession.user
        guard try await index.emails(of: user).hasVerified else {
            return Response.seeOther(Route.emailsPage.path(), context, telling: .addressFirst)
        }
        guard try await index.secondFactors(of: user).recoveryCodesLeft > 0 else {
            return Response.seeOther(Route.recoveryCodesForm.path(), context, telling: .codesFirst)
        }
        return nil
    }

    // An authenticator app

    @Sendable private func authenticatorForm(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        if let elsewhere = try await detour(context) { return elsewhere }
        return try authenticatorPage(AuthenticatorSecret(), context)
    }

    private func authenticatorPage(
        _ secret: AuthenticatorSecret, _ context: IndexRequestContext, problem: String? = nil,
        status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let page = AuthenticatorPage(
            secret, user: try context.ownSession.user, issuer: context.origin.host,
            problem: problem)
        return try pages.page("authenticator", page, context, status: status)
    }

    @Sendable private func addAuthenticator(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        guard let secret = AuthenticatorSecret(text: context.form["secret"]) else {
            throw Refusal(.fieldInvalid, "The secret is not the one that was shown.")
        }
        return try await answer { problem, status in
            try authenticatorPage(secret, context, problem: problem, status: status)
        } _: {
            try await index.addAuthenticator(
                secret, code: context.form["code"], in: try context.ownSession,
                from: context.trace)
            return .seeOther(Route.factorsPage.path(), context, telling: .factorAdded)
        }
    }

    @Sendable private func removeAuthenticator(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await index.removeAuthenticator(in: try context.ownSession, from: context.trace)
        return .seeOther(Route.factorsPage.path(), context, telling: .factorRemoved)
    }

    // Security keys and passkeys

    @Sendable private func beginSecurityKey(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        if let elsewhere = try await detour(context) { return elsewhere }
        let secret = try await index.beginSecurityKey(
            isPasskey: context.form["kind"] == "passkey", in: try context.ownSession)
        return goOn(secret, at: .securityKeyForm, context)
    }

    @Sendable private func securityKeyForm(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await securityKeyPage(request, context)
    }

    private func securityKeyPage(
        _ request: Request, _ context: IndexRequestContext, problem: String? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let offer = try await index.credentialOffer(
            in: try context.ownSession, context.browser(request), at: try context.party)
        let page = SecurityKeyPage(offer, label: context.form["label"], problem: problem)
        return try pages.page("securityKey", page, context, status: status)
    }

    @Sendable private func addSecurityKey(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let form = context.form
        return try await answer { problem, status in
            try await securityKeyPage(request, context, problem: problem, status: status)
        } _: {
            let registration: CredentialRegistration
            do {
                registration = try CredentialRegistration(
                    clientData: form["client_data"], attestation: form["attestation"])
            } catch {
                throw Refusal(.factorWrong, "The security key's answer is not accepted: \(error).")
            }
            try await index.addSecurityKey(
                registration, label: form["label"], in: try context.ownSession,
                context.browser(request), at: try context.party)
            return .seeOther(Route.factorsPage.path(), context, telling: .factorAdded)
        }
    }

    @Sendable private func removeSecurityKey(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await index.removeSecurityKey(
            context.form["key"], in: try context.ownSession, from: context.trace)
        return .seeOther(Route.factorsPage.path(), context, telling: .factorRemoved)
    }

    // Recovery codes

    private func recoveryCodesPage(
        _ context: IndexRequestContext, problem: String? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let left = try await index.secondFactors(of: try context.ownSession.user)
            .recoveryCodesLeft
        let page = RecoveryCodesPage(hasCodes: left > 0, codesLeft: left, problem: problem)
        return try pages.page("recoveryCodes", page, context, status: status)
    }

    @Sendable private func recoveryCodesForm(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await recoveryCodesPage(context)
    }

    @Sendable private func makeRecoveryCodes(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await answer { problem, status in
            try await recoveryCodesPage(context, problem: problem, status: status)
        } _: {
            let codes = try await index.makeRecoveryCodes(
                in: try context.ownSession, password: context.form["password"],
                from: context.trace)
            var response = try pages.page(
                "recoveryCodesMade", RecoveryCodesPage(codes: codes.map(\.text)), context)
            response.headers[.cacheControl] = "private, no-store"
            return response
        }
    }

    @Sendable private func recoveryCodesProofForm(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        guard try await index.hasUnprovenRecoveryCodes(try context.ownSession.user) else {
            return .seeOther(Route.recoveryCodesForm.path(), context)
        }
        return try pages.page("recoveryCodesProof", RecoveryCodesPage(), context)
    }

    @Sendable private func proveRecoveryCodes(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await answer { problem, status in
            try pages.page(
                "recoveryCodesProof", RecoveryCodesPage(problem: problem), context, status: status)
        } _: {
            try await index.proveRecoveryCodes(
                context.form["code"], in: try context.ownSession, from: context.trace)
            return .seeOther(Route.factorsPage.path(), context, telling: .codesProven)
        }
    }
}
