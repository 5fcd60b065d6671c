import CheeseboardTesting
import HTTPTypes
import HummingbirdTesting
import PackageIndex
import Testing
import WebServer

@Suite struct `Scripts of other sites` {
    private static let wheel = storedWheel("brie", "1.0")

    /// Everything that tools read.
    private static func paths(_ server: TestServer) async throws -> [String] {
        let file = try #require(
            try await server.test.index.projectListing("brie", for: nil)?.files.first)
        return [
            "/simple/", "/simple/brie/", "/simple/Brie/", "/simple/brie", "/simple/none/",
            "/pypi/brie/json", "/pypi/Brie/json", "/files/\(file.sha256)/\(file.filename)",
            "/files/\(file.sha256)/\(file.filename).metadata", "/rss/updates.xml",
            "/rss/project/brie/releases.xml", "/classifiers.txt", "/api/v1/search?q=brie",
            "/api/v1/search/suggestions?q=brie", "/api/v1/projects/brie", "/api/v1/projects/none",
            "/api/v1/native/statistics", "/api/v1/openapi.json",
        ]
    }

    @Test func `read what tools read where the setting or the profile says so`() async throws {
        var pypi = IndexSettings()
        pypi.profile = .pypi
        for settings in [IndexSettings.open, pypi] {
            try await withServer(settings: settings) { server, client in
                try await server.test.publish(Self.wheel)
                for path in try await Self.paths(server) {
                    let answer = try await client.get(path)
                    #expect(answer["Access-Control-Allow-Origin"] == "*", "\(path)")
                    #expect(answer["Access-Control-Allow-Methods"] == "GET", "\(path)")
                    #expect(
                        answer["Access-Control-Expose-Headers"] == "X-PyPI-Last-Serial", "\(path)")
                }
                for path in ["/", "/project/brie/", "/api/v1/account"] {
                    let answer = try await client.get(path)
                    #expect(answer["Access-Control-Allow-Origin"] == nil, "\(path)")
                }
            }
        }
    }

    @Test func `read nothing of an index whose network may be all that guards it`() async throws {
        var closed = IndexSettings()
        closed.profile = .pypi
        closed.crossOrigin = false
        for settings in [IndexSettings(), closed] {
            try await withServer(settings: settings) { server, client in
                try await server.test.publish(Self.wheel)
                for path in try await Self.paths(server) {
                    for method in [HTTPRequest.Method.get, .options] {
                        let answer = try await client.ask(
                            method, path, ["Origin": "https://evil.example"])
                        let fields = answer.headers.map(\.name.canonicalName)
                            .filter { $0.hasPrefix("access-control") }
                        #expect(fields.isEmpty, "\(method) \(path)")
                    }
                }
            }
        }
    }
}

extension IndexSettings {
    /// Those of an index that scripts of other sites may read.
    static var open: IndexSettings {
        var settings = IndexSettings()
        settings.crossOrigin = true
        return settings
    }
}
