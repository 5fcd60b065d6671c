import CheeseboardTesting
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import PackageIndex
import PythonPackaging
import Testing
import WebServer

@Suite struct `The search page` {
    private static func with(
        projects: Int = 2, _ body: @Sendable (any TestClientProtocol) async throws -> Void
    ) async throws {
        try await TestIndex.with { test in
            for number in 0..<projects {
                var wheel = WheelBuilder(name: "cheese-\(number)", version: "1.\(number)")
                wheel.metadata.summary = "Ripe & <soft>"
                wheel.metadata.requiresPython = ">=3.12"
                wheel.metadata.fields = [
                    (name: "License-Expression", value: "MIT"),
                    (name: "Classifier", value: "Framework :: Django :: 4.2"),
                ]
                try await test.publish(wheel.make())
            }
            try await test.index.archiveProject(try ProjectName("cheese-0"), by: .machineOwner)
            var rest: [UInt8]? = Array(#"{"name":"far-cheese","version":"7"}"#.utf8)
            _ = try await test.index.loadCatalogue {
                defer { rest = nil }
                return rest
            }
            let server = try TestServer(test)
            try await server.search.refresh()
            try await server.application.test(.router) { try await body($0) }
            await server.search.close()
        }
    }

    private static func text(
        _ client: any TestClientProtocol, _ path: String, status: HTTPResponse.Status = .ok
    ) async throws -> String {
        try await client.execute(uri: path, method: .get) { response in
            #expect(response.status == status)
            return String(buffer: response.body)
        }
    }

    @Test func `comes compressed to whoever takes that`() async throws {
        try await Self.with { client in
            let plain = try await client.execute(uri: "/search/?q=cheese", method: .get)
            #expect(plain.headers[.contentEncoding] == nil)
            let answer = try await client.execute(
                uri: "/search/?q=cheese", method: .get, headers: [.acceptEncoding: "gzip"])
            #expect(answer.headers[.contentEncoding] == "gzip")
            #expect(answer.headers[.vary] == "Cookie, Accept-Encoding")
            #expect(answer.body.readableBytes < plain.body.readableBytes / 2)
            #expect(answer.body.getBytes(at: 0, length: 2) == [0x1F, 0x8B])
        }
    }

    @Test func `shows results with what is known of them, escaped`() async throws {
        try await Self.with { client in
            let page = try await Self.text(client, "/search/?q=cheese")
            #expect(page.contains(#"<h2 id="search-heading">2 projects for “cheese”</h2>"#))
            let said = try #require(page.firstRange(of: #"id="search-said""#)?.lowerBound)
            let answer = try #require(page.firstRange(of: #"id="search-answer""#)?.lowerBound)
            #expect(said < answer)
            #expect(page.contains(#"<a href="/project/cheese-1/">cheese-1</a>"#))
            #expect(page.contains("Ripe &amp; &lt;soft&gt;"))
            #expect(page.contains("not held here"))
            #expect(!page.contains("cheese-0"))
            #expect(try await Self.text(client, "/search/?q=cheese-0").contains(">archived<"))
            #expect(try await Self.text(client, "/search/?q=zzyzx").contains("Nothing found"))
            let one = try await Self.text(client, "/search/?q=far-cheese")
            #expect(one.contains("1 project for “far-cheese”"))
        }
    }

    @Test func `narrows down by links, which take away what they set`() async throws {
        try await Self.with { client in
            let page = try await Self.text(client, "/search/?q=cheese&o=name")
            #expect(page.contains("/search/?q=cheese&amp;o=name&amp;license=MIT"))
            #expect(page.contains("/search/?q=cheese&amp;o=name&amp;python=3.12"))
            #expect(page.contains("/search/?q=cheese&amp;o=name&amp;days=30"))
            #expect(page.contains(#"days=30">In the last 30 days <span class="count">1</span>"#))
            #expect(page.contains("c=Framework%20%3A%3A%20Django"))
            let narrowed = try await Self.text(
                client, "/search/?q=cheese&license=MIT&days=30&c=Framework+::+Django")
            #expect(narrowed.contains("1 project for “cheese”"))
            #expect(narrowed.contains(#"name="license" value="MIT""#))
            #expect(narrowed.contains(#"name="days" value="30""#))
            #expect(
                narrowed.contains("/search/?q=cheese&amp;c=Framework%20%3A%3A%20Django&amp;days=30")
            )
            #expect(narrowed.contains(#"In the last 30 days <span class="count">1</span>"#))
            #expect(narrowed.contains("In the last year</a>"))
            let ofLanguage = try await Self.text(client, "/search/?q=cheese&language=rust")
            #expect(ofLanguage.contains(">Rust <span"))
        }
    }

    @Test func `has pages where one is not enough, and says which are refused`() async throws {
        try await Self.with(projects: 45) { client in
            let page = try await Self.text(client, "/search/?q=cheese&page=2")
            #expect(page.contains(#"<span aria-current="page">2</span>"#))
            #expect(page.contains("/search/?q=cheese&amp;page=3"))
            #expect(page.contains(#"<a href="/search/?q=cheese">1</a>"#))
            // A plus sign that is none of the query's spaces stays one.
            let plus = try await Self.text(client, "/search/?q=c%2B%2B+cheese&page=9")
            #expect(plus.contains(#"<a href="/search/?q=c%2B%2B%20cheese"#))
            let beyond = try await Self.text(client, "/search/?q=cheese&page=9")
            #expect(beyond.contains("Nothing on this page"))
            #expect(beyond.contains(#"<a href="/search/?q=cheese&amp;page=3">Go to their last"#))
            _ = try await Self.text(client, "/search/?q=cheese&page=501", status: .badRequest)
            _ = try await Self.text(
                client, "/search/?q=\(String(repeating: "a", count: 1_001))",
                status: .contentTooLarge)
        }
    }

    @Test func `is known to browsers, with its script`() async throws {
        try await Self.with { client in
            let page = try await Self.text(client, "/search/")
            #expect(page.contains(#"href="/opensearch.xml""#))
            #expect(page.contains(#"src="/static/search.js?v="#))
            #expect(try await Self.text(client, "/static/search.js").contains("data-live"))
            let description = try await Self.text(client, "/opensearch.xml")
            #expect(description.contains("template=\"http://localhost/search/?q={searchTerms}\""))
        }
    }
}
