package import PackageIndex
package import WebServer

/// The website: what people see, a page and a template each.
///
/// Handlers of a subject stand in an extension beside its pages.
package struct Site: Sendable {
    let index: Index
    let pages: PageRenderer
    let setup: SetupLink
    /// The pages that are kept ready for everybody who is not signed in.
    let kept: PageCache

    /// The website of an index; the link makes the first administrator.
    package init(_ index: Index, setup: SetupLink, kept: PageCache = PageCache()) throws {
        self.index = index
        self.setup = setup
        self.kept = kept
        pages = try PageRenderer()
    }

    /// What answers which route.
    package var routes: [Route: RouteHandler] {
        [frontRoutes, accountRoutes, projectRoutes, readingRoutes, feedRoutes, redirectRoutes]
            .reduce(into: [:]) { $0.merge($1) { first, _ in first } }
    }
}
