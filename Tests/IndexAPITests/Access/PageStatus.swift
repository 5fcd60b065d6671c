import PackageIndex
import WebServer

/// Where pages answer otherwise than the table of operations says.
///
/// They know people by their session, which none of the callers with tokens has: all of them are
/// outsiders there.
enum PageStatus {
    /// The status for every caller; nil where the table holds.
    static func of(
        _ route: Route, _ access: IndexSettings.ReadAccess, isPrivate: Bool
    ) -> Int? {
        switch route {
        // They only lead to the page, which then asks who is there.
        case .shortProject, .shortUser, .oldProject, .oldRelease: return 301
        // Without an action, and with nobody to report to.
        case .classifiersLegacy, .securityContact, .securityContactOfOld: return 404
        default: break
        }
        guard route.refusalForm == .page, route.operation == .readProject else { return nil }
        if access == .authenticated { return 303 }
        return isPrivate && route != .userPage ? 404 : 200
    }
}
