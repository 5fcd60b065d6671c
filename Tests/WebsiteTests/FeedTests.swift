import CheeseboardTesting
import Database
import HTTPTypes
import HummingbirdTesting
import NIOCore
import PackageIndex
import Testing
import WebServer

@Suite struct `Feeds and what crawlers ask for` {
    @Test func `feeds tell of releases and projects that everybody may see`() async throws {
        try await withBrie { test, server, client in
            let releases = try await text("/rss/updates.xml", client)
            #expect(releases.contains("<title>Brie 1.0</title>"))
            #expect(releases.contains("<link>http://localhost/project/brie/1.0/</link>"))
            #expect(releases.contains("<description>Soft &amp; white</description>"))
            #expect(releases.contains("<author>alma@index.example</author>"))
            let projects = try await text("/rss/packages.xml", client)
            #expect(projects.contains("<title>Brie added</title>"))
            #expect(projects.contains("<guid>http://localhost/project/brie/</guid>"))
            let own = try await text("/rss/project/brie/releases.xml", client)
            #expect(own.contains("<title>1.0</title>"))
            let other = try await client.execute(
                uri: "/rss/project/Brie/releases.xml", method: .get)
            #expect(other.headers[.location] == "/rss/project/brie/releases.xml")
            try await test.database.write {
                try $0.run("UPDATE projects SET visibility = 'private'")
            }
            server.pages.forget(nil)
            for path in ["/rss/updates.xml", "/rss/packages.xml", "/sitemaps/projects-0.xml"] {
                #expect(try await !text(path, client).lowercased().contains("brie"))
            }
        }
    }

    @Test func `the sitemap names every page in parts that stay`() async throws {
        try await withBrie { _, _, client in
            let map = try await text("/sitemap.xml", client)
            #expect(map.contains("<loc>http://localhost/sitemaps/projects-0.xml</loc>"))
            let projects = try await text("/sitemaps/projects-0.xml", client)
            #expect(projects.contains("<loc>http://localhost/project/brie/</loc>"))
            let users = try await text("/sitemaps/users-0.xml", client)
            #expect(users.contains("<loc>http://localhost/user/alice/</loc>"))
            for part in ["projects-0", "projects-00.xml", "others-0.xml", "projects--1.xml", "x"] {
                let answer = try await client.execute(uri: "/sitemaps/\(part)", method: .get)
                #expect(answer.status == .notFound, "\(part)")
            }
        }
    }

    @Test func `search engines may read a public index, but no files and forms`() async throws {
        var settings = IndexSettings()
        settings.profile = .pypi
        try await TestIndex.with(settings: settings) { test in
            try await TestServer(test).application.test(.router) { client in
                let robots = try await text("/robots.txt", client)
                #expect(robots.contains("Disallow: /simple/\n"))
                #expect(robots.contains("Sitemap: http://localhost/sitemap.xml\n"))
            }
        }
    }

    private func withBrie(
        _ body: @Sendable (TestIndex, TestServer, any TestClientProtocol) async throws -> Void
    ) async throws {
        try await TestIndex.with { test in
            var wheel = WheelBuilder(name: "Brie", version: "1.0")
            wheel.metadata.summary = "Soft & white"
            wheel.metadata.fields = [("Author-email", "Alma Rind <alma@index.example>")]
            try await test.publish(wheel.make())
            let server = try TestServer(test)
            try await server.application.test(.router) { try await body(test, server, $0) }
        }
    }

    private func text(_ path: String, _ client: any TestClientProtocol) async throws -> String {
        let answer = try await client.execute(uri: path, method: .get)
        #expect(answer.status == .ok, "\(path)")
        return String(buffer: answer.body)
    }
}
