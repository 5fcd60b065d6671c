import HTTPTypes
import Hummingbird
import PackageIndex

extension IndexResponder {
    /// Proves who is asking and lets the access table decide.
    ///
    /// What depends on a project's roles is decided again where the project is at hand.
    func admit(
        _ request: Request, to route: Route, _ context: inout IndexRequestContext
    ) async throws {
        try expectKnownHost(route, context)
        if route.refusalForm == .page {
            try await admit(toPage: route, request, &context)
        } else {
            try await admit(tool: request, to: route, &context)
        }
    }

    /// Whoever has another name lead here could read, in a browser inside the network, what the
    /// network alone guards; and absolute addresses in answers begin with the request's host.
    ///
    /// Load balancers ask for health under whatever name they have.
    private func expectKnownHost(_ route: Route, _ context: IndexRequestContext) throws {
        guard route == .health || index.site.allows(host: context.origin.host) else {
            throw Refusal(.hostUnknown, "The index is not reached under this name.")
        }
    }

    /// People come with a session, and what they send with the mark of their browser.
    private func admit(
        toPage route: Route, _ request: Request, _ context: inout IndexRequestContext
    ) async throws {
        try await recognize(request, &context)
        switch route.operation.rule {
        case .anyone, .holderOfTheLink: break
        case .readers:
            guard context.session != nil || index.settings.readAccess == .anonymous else {
                throw SignInDetour.signIn
            }
        case .signedIn: try expectSession(context, isProven: false)
        case .proven: try expectSession(context, isProven: true)
        case .members:
            try expectSession(context, isProven: false)
            try await expectMember(context, to: .manage)
        case .provenMembers:
            try expectSession(context, isProven: true)
            try await expectMember(context, to: .manage)
        case .administrators:
            try expectSession(context, isProven: true)
            guard context.principal?.user.isAdmin == true else {
                throw Refusal(.administratorsOnly, "This is for administrators of the index.")
            }
        }
        if route.methods == [.post] {
            context.connection.inviteBody()
            context.form = try await FormFields(request)
            try FormGuard.check(request, context.form, context)
        }
    }

    /// Finds out who looks at pages, by the cookies.
    func recognize(_ request: Request, _ context: inout IndexRequestContext) async throws {
        if let known = Cookie.visitor.value(in: request.headers).flatMap(BearerSecret.init) {
            context.visitor = VisitorSecret(known)
            context.isNewVisitor = false
        }
        context.noticeName = Cookie.notice.value(in: request.headers)
        if let secret = Cookie.session.value(in: request.headers).flatMap(BearerSecret.init),
            let session = try await index.session(secret)
        {
            context.session = session
            context.sessionSecret = secret
            context.principal = Principal(user: session.user)
        }
    }

    private func expectSession(_ context: IndexRequestContext, isProven: Bool) throws {
        guard let session = context.session else { throw SignInDetour.signIn }
        if isProven, !session.isProven(at: index.clock.now()) { throw SignInDetour.prove }
    }

    /// What the index asks of a project's people; the pages of one's own account ask nothing of it,
    /// so that there it can be set up.
    private func expectMember(
        _ context: IndexRequestContext, to wish: Index.MemberWish
    ) async throws {
        guard let principal = context.principal else { return }
        try await index.admitMember(principal.user, to: wish)
    }

    /// Tools come with a token, or with a name and password.
    private func admit(
        tool request: Request, to route: Route, _ context: inout IndexRequestContext
    ) async throws {
        let rule = route.operation.rule
        guard rule != .anyone, rule != .holderOfTheLink else { return }
        let field = request.headers[.authorization]
        if let credentials = Credentials(request.headers) {
            if case .password = credentials, route.operation == .upload {
                try index.authorizePasswordUpload()
            }
            context.principal = try await index.authenticate(credentials, from: context.trace)
        } else if field != nil {
            throw Refusal(
                .credentialsInvalid, "Invalid or non-existent authentication information.")
        }
        switch rule {
        case .anyone, .holderOfTheLink: break
        case .readers:
            try index.authorizeReading(context.principal, route.operation)
        case .members where route.operation == .upload:
            guard context.principal != nil else {
                throw Refusal(
                    .credentialsMissing, "Uploading needs an API token, or a user and password.")
            }
            try await expectMember(context, to: .upload)
        case .members, .provenMembers:
            try index.authorizeManaging(context.principal, asAdministrator: false)
            try await expectMember(context, to: .manage)
        case .signedIn, .proven, .administrators:
            try index.authorizeManaging(context.principal, asAdministrator: rule == .administrators)
        }
    }
}
