import HTTPTypes
import PackageIndex

extension Route {
    static let search: [Route] = [
        searchProjects, suggestProjects, searchPage, searchDescription,
    ]

    package static let searchProjects = get("searchProjects", "/api/v1/search", .search, .problem)
    package static let suggestProjects = get(
        "suggestProjects", "/api/v1/search/suggestions", .search, .problem)
    package static let searchPage = get("searchPage", "/search/", .search, .page)
    package static let searchDescription = get(
        "searchDescription", "/opensearch.xml", .readPublicPage, .page)
}
