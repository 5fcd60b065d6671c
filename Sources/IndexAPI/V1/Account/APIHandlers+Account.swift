import PackageIndex
import WebServer

extension APIHandlers {
    static let accountActions: [Route: Action] = [
        .apiAccount: showAccount, .apiOwnProjects: listProjects,
        .apiSetFullName: { call in
            try await call.index.changeFullName(
                call.text("full_name") ?? "", by: try call.requester())
            return .nothing
        },
        .apiShowEmail: { call in
            try await call.index.setEmail(
                call.text("address") ?? "", isPublic: call.body["is_public"] == true,
                by: try call.requester())
            return .nothing
        },
        .apiOwnDeletedProjects: { call in
            let items = try await call.index.deletedProjects(of: try call.requester())
            return .page(items.map(call.value(of:)), next: nil)
        },
        .apiOwnEvents: { call in
            let events = try await call.index.accountHistory(
                of: try call.requester(), before: call.afterNumber.map(Int64.init),
                limit: call.limit + 1)
            return call.page(of: events, withClients: true)
        },
        .apiOwnRoleChanges: { call in
            let changes = try await call.index.roleChanges(of: try call.requester())
            return .page(changes.map(call.value(of:)), next: nil)
        },
        .apiConfirmRoleChange: { call in
            try await call.index.confirmRoleChange(call.value("id"), by: try call.requester())
            return .nothing
        },
        .apiRefuseRoleChange: { call in
            try await call.index.refuseRoleChange(call.value("id"), by: try call.requester())
            return .nothing
        },
    ]

    @Sendable private static func showAccount(_ call: APICall) async throws -> APIAnswer {
        let requester = try call.requester()
        let emails = try await call.index.addresses(of: requester)
        let user = try call.principal().user
        return .content([
            "name": .string(user.name),
            "full_name": .string(user.fullName),
            "is_admin": .boolean(user.isAdmin),
            "created_at": .time(user.createdAt),
            "emails": .array(
                emails.map { email in
                    [
                        "address": .string(email.address),
                        "is_primary": .boolean(email.isPrimary),
                        "is_verified": .boolean(email.isVerified),
                        "is_public": .boolean(email.isPublic),
                    ]
                }),
        ])
    }

    @Sendable private static func listProjects(_ call: APICall) async throws -> APIAnswer {
        let projects = try await call.index.ownProjects(of: try call.requester())
        let items = projects.map { own -> JSONValue in
            [
                "project": .object(members(of: own.project)), "role": .string(own.role.rawValue),
                "owner_count": .integer(own.ownerCount), "last_upload_at": .time(own.lastUploadAt),
            ]
        }
        return .page(items, next: nil)
    }
}

extension APICall {
    /// Who asks; refused where nobody said who they are.
    func principal() throws -> Principal {
        guard let principal = context.principal else {
            throw Refusal(.credentialsMissing, "This needs an API token with the scope 'manage'.")
        }
        return principal
    }
}
