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
            .oldSitemap: moved(to: .sitemap),
            // Invitations are answered where one's projects are.
            .oldRoleLink: moved(to: .ownProjects),
            .oldUnverifiedAccount: moved(to: .emailsPage),
            // The picture is in the page itself.
            .oldAuthenticatorPicture: moved(to: .authenticatorForm),
            .oldRecoveryCodes: moved(to: .recoveryCodesForm),
        ]
    }

    private func moved(to route: Route) -> RouteHandler {
        { _, context in
            .redirect(to: route.path(prefix: context.origin.prefix), type: .permanent)
        }
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
