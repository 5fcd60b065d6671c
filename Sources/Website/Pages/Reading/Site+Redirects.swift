import HTTPTypes
import Hummingbird
import PythonPackaging
import WebServer

extension Site {
    /// PyPI's short addresses and those of its first years, which links all over the world have.
    var redirectRoutes: [Route: RouteHandler] {
        [
            .shortProject: oldAddress, .oldProject: oldAddress, .oldRelease: oldAddress,
            .shortUser: { _, context in
                .redirect(
                    to: Route.userPage.path(
                        ["user": context.values["user"] ?? ""], prefix: context.origin.prefix),
                    type: .permanent)
            },
        ]
    }

    @Sendable private func oldAddress(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let name = ProjectName.normalize(context.values["name"] ?? "")
        let route = context.values["version"] == nil ? Route.projectPage : Route.releasePage
        let path = route.path(
            ["name": name, "version": context.values["version"] ?? ""],
            prefix: context.origin.prefix)
        return .redirect(to: path, type: .permanent)
    }
}
