import HTTPTypes
import Hummingbird
import PackageIndex
import WebServer

extension Site {
    var ownAccountRoutes: [Route: RouteHandler] {
        [
            .accountPage: accountPage, .fullName: changeFullName, .emailsPage: emailsPage,
            .emailAddition: addEmail, .emailLink: sendVerification,
            .emailLead: changePrimaryEmail, .emailRemoval: removeEmail,
            .emailShowing: showEmail, .passwordForm: passwordForm, .password: changePassword,
            .accountSecurityPage: securityPage, .sessionEnd: endSession,
            .otherSessionsEnd: endOtherSessions, .deletionForm: deletionForm,
            .deletion: deleteAccount,
        ]
    }

    @Sendable private func accountPage(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await accountPage(context)
    }

    private func accountPage(
        _ context: IndexRequestContext, problem: String? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let user = try context.ownSession.user
        let page = AccountPage(
            user, try await index.emails(of: user), try await index.secondFactors(of: user),
            typedName: problem == nil ? nil : context.form["full_name"], problem: problem)
        return try pages.page("account", page, context, status: status)
    }

    @Sendable private func changeFullName(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await answer { problem, status in
            try await accountPage(context, problem: problem, status: status)
        } _: {
            try await index.changeFullName(
                context.form["full_name"], by: try context.requester())
            return .seeOther(Route.accountPage.path(), context, telling: .saved)
        }
    }

    // Addresses

    @Sendable private func emailsPage(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await emailsPage(context)
    }

    private func emailsPage(
        _ context: IndexRequestContext, problem: String? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let emails = try await index.emails(of: try context.ownSession.user)
        let page = EmailsPage(emails, newAddress: context.form["email"], problem: problem)
        return try pages.page("emails", page, context, status: status)
    }

    private func changeEmails(
        _ context: IndexRequestContext, telling notice: Notice,
        _ change: () async throws -> Void
    ) async throws -> Response {
        try await answer { problem, status in
            try await emailsPage(context, problem: problem, status: status)
        } _: {
            try await change()
            return .seeOther(Route.emailsPage.path(), context, telling: notice)
        }
    }

    @Sendable private func addEmail(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await changeEmails(context, telling: .emailAdded) {
            try await index.addEmail(
                context.form["email"], in: try context.ownSession, from: context.trace)
        }
    }

    @Sendable private func sendVerification(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await changeEmails(context, telling: .linkSent) {
            try await index.sendVerification(
                to: context.emailNumber, in: try context.ownSession, from: context.trace)
        }
    }

    @Sendable private func changePrimaryEmail(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await changeEmails(context, telling: .saved) {
            try await index.changePrimaryEmail(
                to: context.emailNumber, in: try context.ownSession, from: context.trace)
        }
    }

    @Sendable private func removeEmail(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await changeEmails(context, telling: .emailRemoved) {
            try await index.removeEmail(
                context.emailNumber, in: try context.ownSession, from: context.trace)
        }
    }

    @Sendable private func showEmail(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await changeEmails(context, telling: .saved) {
            try await index.setEmail(
                context.emailNumber, isPublic: context.form["public"] == "yes",
                by: try context.requester())
        }
    }

    // The password

    @Sendable private func passwordForm(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try pages.page(
            "password", AccountFormPage(userName: try context.ownSession.user.name), context)
    }

    @Sendable private func changePassword(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let session = try context.ownSession
        let form = context.form
        return try await answer { problem, status in
            let page = AccountFormPage(userName: session.user.name, problem: problem)
            return try pages.page("password", page, context, status: status)
        } _: {
            let secret = try await index.changePassword(
                to: form["new_password"], old: form["password"], in: session, from: context.trace)
            var response = Response.seeOther(
                Route.accountPage.path(), context, telling: .passwordChanged)
            response.addCookie(Cookie.session.field(secret.text, seconds: nil, at: context.origin))
            return response
        }
    }

    // Sessions and history

    private static let eventsOnAPage = 100

    @Sendable private func securityPage(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let session = try context.ownSession
        let events = try await index.accountHistory(
            of: Requester(Principal(user: session.user), from: context.trace),
            before: Int64(FormFields(query: request.uri.query)["before"]),
            limit: Self.eventsOnAPage)
        let page = AccountSecurityPage(
            try await index.sessions(of: session.user), own: session, events,
            limit: Self.eventsOnAPage)
        return try pages.page("accountSecurity", page, context)
    }

    @Sendable private func endSession(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await index.endSession(
            context.values["session"] ?? "", by: try context.ownSession, from: context.trace)
        return .seeOther(Route.accountSecurityPage.path(), context, telling: .sessionEnded)
    }

    @Sendable private func endOtherSessions(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await index.endOtherSessions(than: try context.ownSession, from: context.trace)
        return .seeOther(Route.accountSecurityPage.path(), context, telling: .sessionEnded)
    }

    // The end of the account

    @Sendable private func deletionForm(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await deletionPage(context)
    }

    private func deletionPage(
        _ context: IndexRequestContext, problem: String? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let user = try context.ownSession.user
        let projects = try await index.loneProjects(of: user)
        let addresses = try await index.restoringAddresses(of: user)
        let page = AccountFormPage(
            userName: user.name, projects: projects, hasProjects: !projects.isEmpty,
            addresses: addresses, hasAddresses: !addresses.isEmpty, problem: problem)
        return try pages.page("deleteAccount", page, context, status: status)
    }

    @Sendable private func deleteAccount(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let session = try context.ownSession
        let form = context.form
        return try await answer { problem, status in
            try await deletionPage(context, problem: problem, status: status)
        } _: {
            guard form["name"] == session.user.name else {
                throw Refusal(
                    .fieldInvalid, "This is not the account's name.",
                    help: "Type it as it is shown, to say that you mean it.")
            }
            let isMailed = try await !index.restoringAddresses(of: session.user).isEmpty
            try await index.deleteAccount(
                in: session, password: form["password"], from: context.trace)
            var response = Response.seeOther(
                "/", context, telling: isMailed ? .accountDeleted : .accountDeletedUnmailed)
            response.addCookie(Cookie.session.field("", seconds: 0, at: context.origin))
            return response
        }
    }
}

extension IndexRequestContext {
    /// The number of the address that the path names; one that nobody has where it is none.
    fileprivate var emailNumber: Int64 { values["email"].flatMap { Int64($0) } ?? 0 }
}
