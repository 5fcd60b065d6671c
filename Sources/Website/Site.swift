package import PackageIndex
package import WebServer

/// The website: what people see, a page and a template each.
///
/// Handlers of a subject stand in an extension beside its pages.
package struct Site: Sendable {
    let index: Index
    let pages: PageRenderer
    let search: ProjectSearch
    let setup: SetupLink
    /// The pages that are kept ready for everybody who is not signed in.
    let kept: PageCache
    /// Where long descriptions are cut.
    package let descriptionCuts = DescriptionCuts()

    /// The website of an index; the link makes the first administrator.
    package init(
        _ index: Index, search: ProjectSearch, setup: SetupLink, kept: PageCache = PageCache()
    ) throws {
        self.index = index
        self.search = search
        self.setup = setup
        self.kept = kept
        pages = try PageRenderer()
    }

    /// What answers which route.
    package var routes: [Route: RouteHandler] {
        [
            frontRoutes, searchRoutes, signInRoutes, secondFactorRoutes, enteringRoutes,
            ownAccountRoutes,
            ownFactorRoutes, manageRoutes, projectRoutes, readingRoutes, feedRoutes,
            redirectRoutes, apiReferenceRoutes,
        ].reduce(into: [:]) { $0.merge($1) { first, _ in first } }
    }
}
