import CheeseboardTesting
import HTTPTypes
import HummingbirdTesting
import NIOCore
import PackageIndex
import Testing
import WebServer

@Suite struct `What everybody reads` {
    @Test func `an empty index says how to begin, a filled one what is new`() async throws {
        try await TestIndex.with { test in
            let server = try TestServer(test)
            try await server.application.test(.router) { client in
                let empty = try await text("/", client)
                #expect(empty.contains("Nothing on the board yet"))
                #expect(empty.contains("twine upload --repository-url http://localhost/legacy/"))
                var wheel = WheelBuilder(name: "Brie", version: "1.0")
                wheel.metadata.summary = "Soft & white"
                try await test.publish(wheel.make())
                server.pages.forget(["brie"])
                let filled = try await text("/", client)
                #expect(filled.contains(#"<a href="/project/brie/1.0/">Brie</a>"#))
                #expect(filled.contains("Soft &amp; white"))
                #expect(filled.contains("<dt>projects</dt><dd>1</dd>"))
            }
        }
    }

    @Test func `a closed index tells nothing of projects before one signs in`() async throws {
        var settings = IndexSettings()
        settings.readAccess = .authenticated
        try await TestIndex.with(settings: settings) { test in
            try await test.publish(WheelBuilder(name: "brie", version: "1.0").make())
            try await TestServer(test).application.test(.router) { client in
                let page = try await text("/", client)
                #expect(!page.contains("brie") && !page.contains("<dt>projects</dt>"))
                for path in ["/project/brie/", "/project/none/", "/user/alice/"] {
                    let answer = try await client.execute(uri: path, method: .get)
                    #expect(answer.status == .seeOther, "\(path)")
                }
                for path in ["/rss/updates.xml", "/sitemap.xml", "/rss/project/brie/releases.xml"] {
                    let answer = try await client.execute(uri: path, method: .get)
                    #expect(answer.status == .unauthorized, "\(path)")
                }
                #expect(try await text("/robots.txt", client) == "User-agent: *\nDisallow: /\n")
            }
        }
    }

    @Test func `help and security say what holds here`() async throws {
        var settings = IndexSettings()
        settings.securityContact = "mailto:safe@index.example"
        try await TestIndex.with(settings: settings) { test in
            try await TestServer(test).application.test(.router) { client in
                #expect(try await text("/help/", client).contains("up to 100 MiB"))
                #expect(
                    try await text("/security/", client).contains(
                        #"<a href="mailto:safe@index.example">safe@index.example</a>"#))
                #expect(
                    try await text("/.well-known/security.txt", client)
                        .hasPrefix("Contact: mailto:safe@index.example\nExpires: "))
                let lines = try await text("/classifiers.txt", client)
                #expect(lines.contains("\nProgramming Language :: Python :: 3\n"))
                #expect(try await text("/pypi?:action=list_classifiers", client) == lines)
                #expect(try await client.execute(uri: "/pypi", method: .get).status == .notFound)
            }
        }
    }

    @Test(arguments: [
        ("/sitemap/", "/sitemap.xml"),
        ("/account/verify-project-role/?token=x", "/manage/projects/"),
        ("/manage/unverified-account/", "/manage/account/emails/"),
        ("/manage/account/totp-provision/image", "/manage/account/totp-provision/"),
        (
            "/manage/account/recovery-codes/regenerate/",
            "/manage/account/recovery-codes/generate/"
        ),
    ])
    func `what PyPI has elsewhere is found from its addresses`(
        _ path: String, _ target: String
    ) async throws {
        try await TestIndex.with { test in
            try await TestServer(test).application.test(.router) { client in
                let answer = try await client.execute(uri: path, method: .get)
                #expect(answer.status == .movedPermanently)
                #expect(answer.headers[.location] == target)
            }
        }
    }

    @Test func `files of the site may be kept for ever under addresses that change with them`()
        async throws
    {
        try await TestIndex.with { test in
            try await TestServer(test).application.test(.router) { client in
                let page = try await text("/", client)
                let start = try #require(page.firstRange(of: "/static/style.css?v="))
                let address = String(page[start.lowerBound...].prefix { $0 != "\"" })
                let style = try await client.execute(uri: address, method: .get)
                #expect(
                    style.headers[.cacheControl] == "public, max-age=31536000, immutable")
                let gzip = try await client.execute(
                    uri: address, method: .get, headers: [.acceptEncoding: "gzip"])
                #expect(gzip.headers[.contentEncoding] == "gzip")
                #expect(gzip.body.readableBytes * 2 < style.body.readableBytes)
                let script = try await client.execute(uri: "/static/site.js", method: .get)
                #expect(script.headers[.contentType] == "text/javascript; charset=utf-8")
            }
        }
    }

    private func text(_ path: String, _ client: any TestClientProtocol) async throws -> String {
        let answer = try await client.execute(uri: path, method: .get)
        #expect(answer.status == .ok, "\(path)")
        return String(buffer: answer.body)
    }
}
