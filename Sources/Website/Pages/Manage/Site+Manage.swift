import PackageIndex
import WebServer

extension Site {
    /// What people do with what is theirs: projects, roles, tokens; and administrators.
    var manageRoutes: [Route: RouteHandler] {
        [
            ownProjectRoutes, projectSettingRoutes, managedReleaseRoutes, deletingRoutes,
            collaborationRoutes, projectHistoryRoutes, ownTokenRoutes, administrationRoutes,
        ].reduce(into: [:]) { $0.merge($1) { first, _ in first } }
    }
}
