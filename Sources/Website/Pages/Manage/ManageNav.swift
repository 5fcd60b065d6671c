import PackageIndex
import WebServer

/// The links beside every page on which a project is managed.
struct ManageNav {
    /// One of them.
    struct Link {
        let title: String
        let path: String
        let isCurrent: Bool
    }

    /// Which page they stand beside.
    enum Page: String, CaseIterable {
        case releases = "Releases"
        case collaboration = "People"
        case tokens = "Tokens"
        case history = "History"
        case settings = "Settings"

        fileprivate var route: Route {
            switch self {
            case .releases: .projectReleases
            case .collaboration: .collaboration
            case .tokens: .projectTokens
            case .history: .projectHistory
            case .settings: .projectSettings
            }
        }
    }

    /// The project's name in its owners' spelling.
    let project: String
    let projectPath: String
    let title: String
    let links: [Link]

    init(_ project: Project, at page: Page, _ context: IndexRequestContext, title: String? = nil) {
        self.project = project.name
        self.title = title ?? page.rawValue
        let name = project.normalizedName
        projectPath = "\(context.origin.prefix)/project/\(PercentEncoding.step(name))/"
        links = Page.allCases.map { other in
            Link(
                title: other.rawValue, path: context.link(other.route, ["name": name]),
                isCurrent: other == page)
        }
    }
}

extension IndexRequestContext {
    /// The address of a route, with the path under which the server stands.
    func link(_ route: Route, _ values: [String: String] = [:]) -> String {
        route.path(values, prefix: origin.prefix)
    }
}
