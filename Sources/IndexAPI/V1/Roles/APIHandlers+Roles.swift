import PackageIndex
import PythonPackaging
import WebServer

extension APIHandlers {
    static let roleActions: [Route: Action] = [
        .apiRoles: listRoles, .apiSetRole: setRole, .apiRemoveRole: removeRole,
        .apiRoleChanges: listChanges,
        .apiCancelRoleChange: { call in
            try await call.index.cancelRoleChange(
                call.value("id"), in: try call.projectName(), by: try call.requester())
            return .nothing
        },
        .apiProjectTokens: listTokens, .apiProjectEvents: listEvents,
    ]

    @Sendable private static func listRoles(_ call: APICall) async throws -> APIAnswer {
        let people = try await call.index.collaborators(
            of: try call.projectName(), by: try call.requester())
        let items = people.map { person -> JSONValue in
            [
                "user": .string(person.user), "full_name": .string(person.fullName),
                "role": .string(person.role.rawValue), "since": .time(person.since),
                "is_frozen": .boolean(person.isFrozen),
            ]
        }
        return .page(items, next: nil)
    }

    @Sendable private static func setRole(_ call: APICall) async throws -> APIAnswer {
        let role = call.text("role").flatMap(ProjectRole.init(rawValue:)) ?? .reader
        return answer(
            to: try await call.index.changeRole(
                of: call.value("user"), in: try call.projectName(), to: role,
                by: try call.requester()))
    }

    @Sendable private static func removeRole(_ call: APICall) async throws -> APIAnswer {
        answer(
            to: try await call.index.removeCollaborator(
                call.value("user"), from: try call.projectName(), by: try call.requester()))
    }

    private static func answer(to outcome: RoleChangeOutcome) -> APIAnswer {
        switch outcome {
        case .done: .nothing
        case .waiting(let moment): .later(["due_at": .time(moment)])
        }
    }

    @Sendable private static func listChanges(_ call: APICall) async throws -> APIAnswer {
        let changes = try await call.index.roleChanges(
            in: try call.projectName(), by: try call.requester())
        return .page(changes.map(call.value(of:)), next: nil)
    }

    @Sendable private static func listTokens(_ call: APICall) async throws -> APIAnswer {
        let tokens = try await call.index.tokensWriting(
            to: try call.projectName(), by: try call.requester())
        let items = tokens.map { token -> JSONValue in
            [
                "user": .string(token.user), "label": .string(token.label),
                "scopes": .strings(token.scopes.map(\.rawValue).sorted()),
                "is_limited_to_projects": .boolean(token.isLimitedToProjects),
                "created_at": .time(token.createdAt), "expires_at": .time(token.expiresAt),
                "last_used_at": .time(token.lastUsedAt),
            ]
        }
        return .page(items, next: nil)
    }

    @Sendable private static func listEvents(_ call: APICall) async throws -> APIAnswer {
        let events = try await call.index.projectHistory(
            of: try call.projectName(), by: try call.requester(),
            before: call.afterNumber.map(Int64.init), limit: call.limit + 1)
        return call.page(of: events, withClients: false)
    }
}

extension APICall {
    /// A change of a role that is waiting, as the API shows it.
    func value(of change: RoleChange) -> JSONValue {
        [
            "id": .string(change.uid), "project": .string(change.project),
            "user": .string(change.user), "role": .string(change.role?.rawValue),
            "asked_by": .string(change.askedBy), "created_at": .time(change.createdAt),
            "due_at": .time(change.dueAt),
        ]
    }

    /// Lines of a history, of which one more was read than is shown; only in one's own account's is
    /// told where requests came from.
    func page(of events: [SecurityEvent], withClients: Bool) -> APIAnswer {
        let shown = events.prefix(limit)
        let items = shown.map { event -> JSONValue in
            let details = event.detail.sorted { $0.key < $1.key }
            return [
                "id": .integer(Int(event.id)), "tag": .string(event.tagText),
                "actor": .string(event.actor),
                "detail": .object(details.map { .init($0.key, .string($0.value)) }),
                "client_address": .string(withClients ? event.client.address : nil),
                "user_agent": .string(withClients ? event.client.userAgent : nil),
                "at": .time(event.at),
            ]
        }
        return .page(items, next: events.count > shown.count ? shown.last.map { "\($0.id)" } : nil)
    }
}
