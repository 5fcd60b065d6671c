package import PackageIndex
package import WebServer

/// Everything that tools may ask for, in one table.
package enum IndexHandlers {
    /// What answers which route of this face; all share one cache of pages.
    package static func routes(
        _ index: Index, pages: PageCache, search: ProjectSearch, metrics: ServerMetrics
    ) -> [Route: RouteHandler] {
        var routes: [Route: RouteHandler] = [:]
        for part in [
            SimpleHandlers(index, pages: pages).routes,
            UploadHandlers(index, pages: pages, metrics: metrics).routes,
            FileHandlers(index).routes, JSONHandlers(index, pages: pages).routes,
            APIHandlers.checked(NativeHandlers(index).routes),
            APIHandlers.checked(SearchHandlers(search).routes),
            APIHandlers(index).routes, DocumentHandlers(pages: pages).routes,
            HealthHandlers(index).routes,
        ] {
            routes.merge(part) { first, _ in first }
        }
        return routes
    }
}
