import HTTPTypes
import Hummingbird
import PackageIndex
import WebServer

extension Site {
    var enteringRoutes: [Route: RouteHandler] {
        [
            .registerForm: registerForm, .register: register, .resetRequestForm: resetRequestForm,
            .resetRequest: requestReset, .resetForm: resetForm, .reset: reset,
            .restoreForm: restoreForm, .restore: restore, .deviceForm: deviceForm,
            .device: confirmDevice, .verificationForm: verificationForm,
            .verification: verifyEmail,
        ]
    }

    // A new account

    @Sendable private func registerForm(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        guard index.settings.allowsRegistration else {
            throw Refusal(.registrationClosed, "This index makes no accounts for everybody.")
        }
        return try pages.page("register", RegisterPage(), context)
    }

    @Sendable private func register(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let form = context.form
        // A field that people do not see: whoever fills it in is a program.
        guard form["confirm_form"].isEmpty else { return .seeOther("/", context) }
        return try await answer { problem, status in
            let page = RegisterPage(
                name: form["name"], fullName: form["full_name"], email: form["email"],
                problem: problem)
            return try pages.page("register", page, context, status: status)
        } _: {
            let signedIn = try await index.register(
                AccountRequest(
                    name: form["name"], fullName: form["full_name"], email: form["email"],
                    password: form["password"]), in: context.browser(request))
            return welcome(
                signedIn, context, to: Route.accountPage.path(), telling: .registered)
        }
    }

    // A new password

    @Sendable private func resetRequestForm(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try pages.page("requestReset", SignInPage(), context)
    }

    @Sendable private func requestReset(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await index.requestPasswordReset(context.form["name"], from: context.trace)
        let page = SaidPage(
            title: "Look into your mail",
            lead: "If there is such an account, a mail with a link is on its way to its address. "
                + "The link works once, for six hours. Each address gets three such mails in "
                + "six hours at most.")
        return try pages.page("said", page, context)
    }

    @Sendable private func resetForm(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await resetPage(FormFields(query: request.uri.query)["token"], context)
    }

    private func resetPage(
        _ token: String, _ context: IndexRequestContext, problem: String? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let name = try await index.passwordToReset(token)
        let page = LinkPage(
            title: "Choose a new password",
            lead: "For the account \(name). With the old password end all sessions, every known "
                + "browser, the API tokens and the invitations that the account has open. Second "
                + "factors stay; a passkey is one of them and opens the account alone no more.",
            path: Route.reset.path(), button: "Set the password", token: token,
            asksPassword: true, userName: name, problem: problem)
        return try pages.page("mailedLink", page, context, status: status)
    }

    @Sendable private func reset(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let form = context.form
        return try await answer { problem, status in
            try await resetPage(form["token"], context, problem: problem, status: status)
        } _: {
            try await index.resetPassword(
                form["token"], to: form["password"], from: context.trace)
            return .seeOther(Route.signInForm.path(), context, telling: .passwordReset)
        }
    }

    // A deleted account

    @Sendable private func restoreForm(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await restorePage(FormFields(query: request.uri.query)["token"], context)
    }

    private func restorePage(
        _ token: String, _ context: IndexRequestContext, problem: String? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let name = try await index.accountToRestore(token)
        let page = LinkPage(
            title: "Bring the account back",
            lead: "The account \(name) was deleted. With a new password it is as it was, but for "
                + "its sessions and tokens, and for addresses and second factors that were added "
                + "in the weeks before it was deleted. Addresses that were removed then are back.",
            path: Route.restore.path(), button: "Bring it back", token: token,
            asksPassword: true, userName: name, problem: problem)
        return try pages.page("mailedLink", page, context, status: status)
    }

    @Sendable private func restore(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let form = context.form
        return try await answer { problem, status in
            try await restorePage(form["token"], context, problem: problem, status: status)
        } _: {
            try await index.restoreAccount(
                form["token"], password: form["password"], from: context.trace)
            return .seeOther(Route.signInForm.path(), context, telling: .accountRestored)
        }
    }

    // A new browser

    @Sendable private func deviceForm(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let token = FormFields(query: request.uri.query)["token"]
        let found = try await index.deviceConfirmation(token, in: context.browser(request))
        let page = LinkPage(
            title: "Confirm this sign-in",
            lead: "Somebody with your password and a second factor began to sign in as "
                + "\(found.userName) in this browser, at \(ShownTime(found.at).text). Confirm "
                + "only if that was you.",
            path: Route.device.path(), button: "Yes, sign me in", token: token)
        return try pages.page("mailedLink", page, context)
    }

    @Sendable private func confirmDevice(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        welcome(
            try await index.confirmDevice(context.form["token"], in: context.browser(request)),
            context)
    }

    // A new address

    @Sendable private func verificationForm(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let token = FormFields(query: request.uri.query)["token"]
        let email = try await index.emailToVerify(token, in: try context.ownSession)
        let page = LinkPage(
            title: "Verify an address", lead: "Is \(email) yours? Then it counts from now on.",
            path: Route.verification.path(), button: "Verify the address", token: token)
        return try pages.page("mailedLink", page, context)
    }

    @Sendable private func verifyEmail(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await index.verifyEmail(
            context.form["token"], in: try context.ownSession, from: context.trace)
        return .seeOther(Route.accountPage.path(), context, telling: .emailVerified)
    }
}
