import CheeseboardTesting
import HTTPTypes
import HummingbirdTesting
import NIOCore
import PackageIndex
import Testing
import WebServer

@Suite struct `The pages for people` {
    private static let policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
        + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

    @Test func `the front page shows how to install and to publish`() async throws {
        try await TestIndex.with { test in
            try await TestServer(test).application.test(.router) { client in
                let page = try await client.execute(uri: "/", method: .get)
                #expect(page.status == .ok)
                #expect(page.headers[.contentType] == "text/html; charset=utf-8")
                let html = String(buffer: page.body)
                for snippet in [
                    "pip install --index-url http://localhost/simple/",
                    "uv add --default-index http://localhost/simple/",
                    "twine upload --repository-url http://localhost/legacy/",
                    "uv publish --publish-url http://localhost/legacy/",
                    #"href="/static/style.css?v="#, #"href="/simple/""#,
                ] {
                    #expect(html.contains(snippet), "\(snippet)")
                }
            }
        }
    }

    @Test func `a prefix stands in every address`() async throws {
        try await TestIndex.with { test in
            let server = try TestServer(test, proxy: ProxySettings(prefix: "/python"))
            try await server.application.test(.router) { client in
                for path in ["/python", "/python/", "/"] {
                    let page = try await client.execute(uri: path, method: .get)
                    let html = String(buffer: page.body)
                    #expect(html.contains("http://localhost/python/simple/"))
                    #expect(html.contains(#"href="/python/static/style.css?v="#))
                    #expect(html.contains(#"href="/python/simple/""#))
                }
                let style = try await client.execute(uri: "/python/static/style.css", method: .get)
                #expect(style.status == .ok)
                let other = try await client.execute(uri: "/pythonic/simple/", method: .get)
                #expect(other.status == .notFound)
            }
        }
    }

    @Test(.timeLimit(.minutes(1))) func `a trusted proxy's host and prefix stand in the snippets`()
        async throws
    {
        try await TestIndex.with { test in
            for isTrusted in [true, false] {
                let trusted = isTrusted ? ["127.0.0.0/8"].compactMap(AddressRange.init) : []
                let server = try TestServer(test, proxy: ProxySettings(trusted: trusted))
                try await server.listen { port in
                    try await RawConnection.open(port: port) { connection in
                        try await connection.send(
                            "GET / HTTP/1.1\r\nHost: inner:8080\r\nX-Forwarded-Proto: https\r\n"
                                + "X-Forwarded-Host: index.example\r\nX-Forwarded-Prefix: /py\r\n\r\n"
                        )
                        let html = try #require(await connection.response()).text
                        let base = isTrusted ? "https://index.example/py" : "http://inner:8080"
                        #expect(html.contains("--index-url \(base)/simple/"))
                        #expect(html.contains("href=\"\(isTrusted ? "/py" : "")/simple/\""))
                    }
                }
            }
        }
    }

    @Test(arguments: ["\"><script>alert(1)</script>", "a'b", "<b>", "a b", "{{base}}"])
    func `a host that is none is not repeated`(_ host: String) async throws {
        try await TestIndex.with { test in
            try await TestServer(test).listen { port in
                try await RawConnection.open(port: port) { connection in
                    try await connection.send("GET / HTTP/1.1\r\nHost: \(host)\r\n\r\n")
                    let page = try #require(await connection.response())
                    #expect(!page.text.contains("//\(host)"))
                }
            }
        }
    }

    @Test func `no page has anything inline, and the policy forbids it`() async throws {
        try await TestIndex.with { test in
            let server = try TestServer(test)
            try await server.application.test(.router) { client in
                let nosniff = try #require(HTTPField.Name("X-Content-Type-Options"))
                for path in ["/", "/setup/\(server.setup.secret)"] {
                    let page = try await client.execute(uri: path, method: .get)
                    #expect(page.headers[.contentSecurityPolicy] == Self.policy)
                    #expect(
                        page.headers[nosniff] == "nosniff")
                    let html = String(buffer: page.body)
                    for inline in ["<script>", "<style", "style=", "onclick", "javascript:"] {
                        #expect(!html.contains(inline))
                    }
                }
            }
        }
    }

    @Test func `the style sheet is there, and nothing beside it`() async throws {
        try await TestIndex.with { test in
            try await TestServer(test).application.test(.router) { client in
                let style = try await client.execute(uri: "/static/style.css", method: .get)
                #expect(style.headers[.contentType] == "text/css; charset=utf-8")
                #expect(style.headers[.cacheControl] == "public, max-age=300")
                let rules = String(buffer: style.body)
                #expect(rules.contains("body {"))
                for kept in [".markdown-alert-note", ".admonition", ".footnotes", ".c1", ".err"] {
                    #expect(rules.contains(kept), "\(kept): a description may have it")
                }
                // A description may have any class as short as those of highlighted code.
                #expect(rules.firstMatch(of: /\n\.[a-z0-9]{1,3}[^a-z0-9-]/) == nil)
                for path in ["/static/other.css", "/static/..%2fstyle.css", "/static/"] {
                    let answer = try await client.execute(uri: path, method: .get)
                    #expect(answer.status == .notFound)
                }
            }
        }
    }
}
