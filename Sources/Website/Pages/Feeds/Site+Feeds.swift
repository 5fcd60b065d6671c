import HTTPTypes
import Hummingbird
import PackageIndex
import PythonPackaging
import WebServer

extension Site {
    var feedRoutes: [Route: RouteHandler] {
        [
            .releasesFeed: releasesFeed, .projectsFeed: projectsFeed, .projectFeed: projectFeed,
            .sitemap: sitemap, .sitemapPart: sitemapPart, .robots: robots,
            .securityContact: securityText, .securityContactOfOld: securityText,
        ]
    }

    private static let feedType = "text/xml; charset=utf-8"

    @Sendable private func releasesFeed(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await text(kept: "updates.xml", Self.feedType, request, context) { base in
            Feed(
                title: "Newest releases", link: base + "/", selfLink: base + "/rss/updates.xml",
                description: "The newest releases of this package index",
                items: try await index.newestReleases(100).map { release in
                    Feed.Item(
                        release, title: "\(release.project) \(release.version)",
                        link: base + Self.path(of: release), isPermanent: false)
                }
            ).xml
        }
    }

    @Sendable private func projectsFeed(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await text(kept: "packages.xml", Self.feedType, request, context) { base in
            Feed(
                title: "Newest projects", link: base + "/", selfLink: base + "/rss/packages.xml",
                description: "The newest projects of this package index",
                items: try await index.newestProjects(40).map { project in
                    Feed.Item(
                        project, title: "\(project.project) added",
                        link: base + Route.projectPage.path(["name": project.normalizedName]))
                }
            ).xml
        }
    }

    @Sendable private func projectFeed(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let given = context.values["name"] ?? ""
        guard let name = try? ProjectName(given) else { throw Self.unknown(given) }
        guard given == name.normalized else {
            return .redirect(
                to: Route.projectFeed.path(
                    ["name": name.normalized], prefix: context.origin.prefix),
                type: .permanent)
        }
        let releases = try await index.newestReleases(
            of: name.normalized, 40, for: context.principal)
        guard let releases else { throw Self.unknown(given) }
        let base = context.origin.base
        let page = base + Route.projectPage.path(["name": name.normalized])
        let feed = Feed(
            title: "Releases of \(releases.first?.project ?? given)", link: page,
            selfLink: base + Route.projectFeed.path(["name": name.normalized]),
            description: "The newest releases of \(releases.first?.project ?? given)",
            items: releases.map {
                Feed.Item(
                    $0, title: $0.version, link: base + Self.path(of: $0), isPermanent: false)
            })
        return Response.feed(PageBody(feed.xml), Self.feedType, request, context)
    }

    static func path(of release: RecentRelease) -> String {
        Route.releasePage.path(["name": release.normalizedName, "version": release.version])
    }

    /// A text about everybody's projects, kept ready until anything changes.
    func text(
        kept name: String, _ type: String, _ request: Request, _ context: IndexRequestContext,
        _ write: (_ base: String) async throws -> String
    ) async throws -> Response {
        let key = PageCache.Key(subject: nil, form: keptForm(name, context), audience: .everyone)
        let page = try await kept.page(key) {
            let text = AddressedText(try await write(AddressedText.gap))
            return IndexPage(text, serial: 0, project: nil, audience: .everyone)
        }
        guard let page else { throw Refusal(.pathUnknown, "There is nothing at this address.") }
        return Response.feed(
            page.body(asHTML: false, at: context.origin.base), type, request, context)
    }
}

extension Response {
    /// A text for tools.
    static func feed(
        _ body: PageBody, _ type: String, _ request: Request, _ context: IndexRequestContext
    ) -> Response {
        let isPrivate = context.principal != nil
        var fields: HTTPFields = [
            .contentType: type, .cacheControl: isPrivate ? "private, no-cache" : "no-cache",
        ]
        if isPrivate { fields[.vary] = "Authorization" }
        return .kept(body, to: request, fields)
    }
}
