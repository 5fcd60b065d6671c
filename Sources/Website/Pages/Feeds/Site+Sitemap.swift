import HTTPTypes
import Hummingbird
import PackageIndex
import WebServer

extension Site {
    private static let xmlType = "application/xml; charset=utf-8"

    /// The list of sitemaps.
    @Sendable func sitemap(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await text(kept: "sitemap.xml", Self.xmlType, request, context) { base in
            let parts = try await index.sitemapParts()
            var text = Self.head + #"<sitemapindex xmlns="\#(Self.namespace)">"# + "\n"
            for part in parts {
                text += "<sitemap><loc>\(base)/sitemaps/\(part).xml</loc></sitemap>\n"
            }
            return text + "</sitemapindex>\n"
        }
    }

    /// One sitemap: the projects or the users of a stretch of numbers.
    @Sendable func sitemapPart(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let name = context.values["part"] ?? ""
        guard name.hasSuffix(".xml"), let part = SitemapPart(String(name.dropLast(4))) else {
            throw Refusal(.pathUnknown, "There is nothing at this address.")
        }
        return try await text(kept: name, Self.xmlType, request, context) { base in
            let names = try await index.sitemapNames(part)
            let route = part.kind == .projects ? Route.projectPage : Route.userPage
            var text = Self.head + #"<urlset xmlns="\#(Self.namespace)">"# + "\n"
            for name in names {
                text += "<url><loc>\(base)\(route.path(["name": name, "user": name]))</loc></url>\n"
            }
            return text + "</urlset>\n"
        }
    }

    /// What search engines may read: of a private index nothing.
    @Sendable func robots(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let prefix = context.origin.prefix
        let isPublic =
            index.settings.profile == .pypi && index.settings.readAccess == .anonymous
        let text =
            isPublic
            ? "User-agent: *\n"
                + [
                    "/simple/", "/files/", "/packages/", "/pypi/", "/search/", "/account/",
                    "/manage/", "/api/", "/admin/",
                ].map { "Disallow: \(prefix)\($0)\n" }.joined()
                + "\nSitemap: \(context.origin.base)/sitemap.xml\n"
            : "User-agent: *\nDisallow: /\n"
        return Response.kept(
            PageBody(text), to: request,
            [.contentType: "text/plain; charset=utf-8", .cacheControl: "public, max-age=3600"])
    }

    /// Whom to tell of security problems (RFC 9116); not there where nobody was named.
    @Sendable func securityText(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        guard let contact = index.settings.securityContact else {
            throw Refusal(.pathUnknown, "This index names nobody to report security problems to.")
        }
        let year = Duration.seconds(365 * 24 * 3600)
        let day = Timestamp(seconds: index.clock.now().dayNumber * 86_400)
        let base = index.site.base
        let text = """
            Contact: \(contact)
            Expires: \((day + year).iso8601Seconds)Z
            Canonical: \(base)/.well-known/security.txt
            Policy: \(base)/security/
            Preferred-Languages: en

            """
        return Response.kept(
            PageBody(text), to: request,
            [.contentType: "text/plain; charset=utf-8", .cacheControl: "public, max-age=86400"])
    }

    private static let head = #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n"
    private static let namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"
}
