import CheeseboardTesting
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import PackageIndex
import Testing
import WebServer

@Suite struct `Metrics` {
    @Test func `are valid text for Prometheus and hold nothing that a client chose`() async throws {
        try await TestIndex.with { test in
            let server = try TestServer(test)
            server.metrics.countUpload("published")
            server.metrics.countUpload("file-exists")
            let strange = try #require(HTTPRequest.Method("BREW"))
            try await server.application.test(.router) { client in
                for path in ["/simple/", "/simple/evil\"name/", "/nowhere-evil", "/"] {
                    _ = try await client.execute(uri: path, method: .get)
                }
                _ = try await client.execute(uri: "/simple/", method: strange)
            }
            let text = server.metrics.exposition
            #expect(!text.contains("evil") && !text.contains("BREW"))
            let sample =
                #/[a-z_]+(\{[a-z]+="[A-Za-z0-9_.+\-]*"(,[a-z]+="[A-Za-z0-9_.+\-]*")*\})? [0-9.e+\-]+/#
            let comment = #/# (HELP [a-z_]+ .+|TYPE [a-z_]+ (counter|gauge|histogram))/#
            #expect(text.hasSuffix("\n"))
            let lines = text.dropLast().split(separator: "\n", omittingEmptySubsequences: false)
            for line in lines {
                let isValid =
                    try line.hasPrefix("#")
                    ? comment.wholeMatch(in: line) != nil
                    : sample.wholeMatch(in: line) != nil
                #expect(isValid, "\(line)")
            }
            #expect(
                Set(lines.filter { !$0.hasPrefix("#") }.map { $0.prefix { $0 != " " } }).count
                    == lines.filter { !$0.hasPrefix("#") }.count)
            for line in [
                #"cheeseboard_requests_total{route="projectList",method="GET",status="200"} 1"#,
                #"cheeseboard_requests_total{route="projectList",method="other",status="405"} 1"#,
                #"cheeseboard_requests_total{route="none",method="GET",status="404"} 1"#,
                #"cheeseboard_request_seconds_bucket{route="front",le="+Inf"} 1"#,
                #"cheeseboard_request_seconds_count{route="front"} 1"#,
                #"cheeseboard_uploads_total{outcome="published"} 1"#,
                #"cheeseboard_uploads_total{outcome="file-exists"} 1"#,
                "cheeseboard_connections_open 0",
            ] {
                #expect(lines.contains { $0 == line }, "\(line)")
            }
        }
    }

    @Test func `a histogram's buckets never fall`() async throws {
        try await TestIndex.with { test in
            let server = try TestServer(test)
            try await server.application.test(.router) { client in
                for _ in 0..<20 { _ = try await client.execute(uri: "/_health", method: .get) }
            }
            let counts = server.metrics.exposition.split(separator: "\n")
                .filter { $0.contains("seconds_bucket{route=\"health\"") }
                .compactMap { Int($0.split(separator: " ").last ?? "") }
            #expect(counts.count == 15)
            #expect(counts == counts.sorted() && counts.last == 20)
        }
    }

    @Test func `are served apart from the index`() async throws {
        try await TestIndex.with { test in
            let metrics = ServerMetrics()
            let server = MetricsServer.application(
                port: 0, metrics: metrics, logger: test.index.logger)
            try await server.test(.router) { client in
                let response = try await client.execute(uri: "/metrics", method: .get)
                #expect(response.headers[.contentType] == "text/plain; version=0.0.4")
                #expect(String(buffer: response.body) == metrics.exposition)
            }
        }
    }
}
