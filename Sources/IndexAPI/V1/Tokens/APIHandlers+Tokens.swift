import PackageIndex
import PythonPackaging
import WebServer

extension APIHandlers {
    static let tokenActions: [Route: Action] = [
        .apiTokens: { call in
            let tokens = try await call.index.ownTokens(of: try call.requester())
            return .page(tokens.map(call.value(of:)), next: nil)
        },
        .apiMakeToken: make,
        .apiToken: { call in
            .content(
                call.value(
                    of: try await call.index.ownToken(
                        call.value("id"), of: try call.requester())))
        },
        .apiRevokeToken: { call in
            try await call.index.revokeToken(call.value("id"), by: try call.requester())
            return .nothing
        },
    ]

    @Sendable private static func make(_ call: APICall) async throws -> APIAnswer {
        let token = try await call.index.issueToken(
            TokenRequest(
                label: call.text("label"),
                projects: try (call.texts("projects") ?? []).map { try ProjectName($0) },
                scopes: Set((call.texts("scopes") ?? []).compactMap(TokenScope.init(rawValue:))),
                lifetime: call.number("lifetime_seconds").map { .seconds($0) }),
            by: try call.requester())
        return .created(
            ["id": .string(token.uid), "token": .string(token.text)],
            at: Route.apiToken.path(["id": token.uid]))
    }
}

extension APICall {
    /// A token as the API shows it; nothing of its text.
    func value(of token: Token) -> JSONValue {
        [
            "id": .string(token.uid), "label": .string(token.label),
            "scopes": .strings(token.scopes.map(\.rawValue).sorted()),
            "projects": token.projects.map { .strings($0.sorted()) } ?? .null,
            "created_at": .time(token.createdAt), "expires_at": .time(token.expiresAt),
            "last_used_at": .time(token.lastUsedAt),
        ]
    }
}
