import Hummingbird
import PackageIndex
import WebServer

/// What a program may ask for under `/api/v1/`.
struct APIHandlers: Sendable {
    /// What does the work of an operation: calls one use case and says what it answers.
    typealias Action = @Sendable (APICall) async throws -> APIAnswer

    private let index: Index

    /// Handlers over an index.
    init(_ index: Index) {
        self.index = index
    }

    /// What answers which route.
    var routes: [Route: RouteHandler] {
        let actions = [
            Self.projectActions, Self.managingActions, Self.nameActions, Self.releaseActions,
            Self.managingReleaseActions, Self.fileActions, Self.managingFileActions,
            Self.roleActions, Self.invitationActions, Self.tokenActions, Self.accountActions,
        ].reduce(into: [:]) { $0.merge($1) { first, _ in first } }
        return actions.reduce(into: [:]) { routes, row in
            guard let contract = Contract.byRoute[row.key] else { return }
            routes[row.key] = handler(contract, row.value)
        }
    }

    /// Handlers that read their queries themselves, once these are as their contracts say.
    static func checked(_ routes: [Route: RouteHandler]) -> [Route: RouteHandler] {
        routes.reduce(into: [:]) { checked, row in
            let (members, handler) = (Contract.byRoute[row.key]?.query ?? [], row.value)
            checked[row.key] = { request, context in
                _ = try APICall.query(request.uri.query ?? "", members)
                return try await handler(request, context)
            }
        }
    }

    private func handler(_ contract: Contract, _ action: @escaping Action) -> RouteHandler {
        { [index] request, context in
            let call = try await APICall(request, context, by: contract, index)
            return try await action(call).response(to: request, call)
        }
    }
}
