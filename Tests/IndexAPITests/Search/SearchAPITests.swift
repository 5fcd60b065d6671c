import CheeseboardTesting
import Database
import Foundation
import HTTPTypes
import HummingbirdTesting
import PackageIndex
import Testing
import WebServer

@Suite struct `Searching by the API` {
    private struct Answer: Decodable {
        struct Result: Decodable {
            let name: String
            let version: String?
            let is_held: Bool
        }

        struct Count: Decodable, Equatable {
            let value: String
            let count: Int
        }

        let query: String
        let page: Int
        let pages: Int
        let total: Int
        let is_capped: Bool
        let is_complete: Bool
        let results: [Result]
        let facets: [String: [Count]]
    }

    private static func search(_ client: Client, _ query: String) async throws -> Answer {
        let answer = try await client.get("/api/v1/search?\(query)")
        #expect(answer.status == .ok)
        #expect(answer["Content-Type"] == "application/json")
        return try JSONDecoder().decode(Answer.self, from: Data(answer.text.utf8))
    }

    @Test func `answers with results, counts and pages`() async throws {
        try await withServer { server, client in
            for name in ["brie", "edam"] {
                var wheel = WheelBuilder(name: name, version: "1.0")
                wheel.metadata.summary = "A cheese & more"
                wheel.metadata.requiresPython = name == "brie" ? ">=3.12" : nil
                try await server.test.publish(wheel.make())
            }
            #expect(try await !Self.search(client, "q=brie").is_complete)
            try await server.search.refresh()
            let all = try await Self.search(client, "q=cheese+more&order=name")
            #expect(all.results.map(\.name) == ["brie", "edam"])
            #expect(all.results.map(\.version) == ["1.0", "1.0"])
            #expect(all.total == 2 && all.pages == 1 && all.page == 1 && !all.is_capped)
            #expect(all.facets["python"]?.contains(.init(value: "3.12", count: 2)) == true)
            #expect(
                all.facets["days"]
                    == ["7", "30", "365", "1095"].map { Answer.Count(value: $0, count: 2) })
            #expect(
                try await Self.search(client, "q=cheese&python=3.9").results.map(\.name) == ["edam"]
            )
            #expect(
                try await Self.search(client, "q=%00%07brie%00").results.map(\.name) == ["brie"])
            #expect(try await Self.search(client, "q=bire&page=2").results.isEmpty)
            #expect(try await Self.search(client, "").total == 2)
            #expect(try await Self.search(client, "q=brie&order=newest&python=3.12").total == 1)
            let suggestions = try await client.get("/api/v1/search/suggestions?q=bri")
            #expect(
                suggestions.text
                    == #"["bri",["brie"],["A cheese & more"],["http://localhost/search/?q=brie"]]"#)
        }
    }

    @Test(arguments: [
        ("q=\(String(repeating: "a", count: 1_001))", 413), ("q=a&page=0", 400),
        ("q=a&page=501", 400), ("q=a&page=x", 400), ("q=a&order=best", 400), ("q=a&days=-1", 400),
        ("q=%zz", 400), ("q=%ff", 400), ("q=a&nonsense=1", 400), ("q=a&q=b", 400),
    ])
    func `refuses what makes no sense as a problem`(_ query: String, _ status: Int) async throws {
        try await withServer { _, client in
            let answer = try await client.get("/api/v1/search?\(query)")
            #expect(answer.status.code == status)
            #expect(answer["Content-Type"] == "application/problem+json")
        }
    }

    @Test func `private projects are there for their own people only, and not for caches`()
        async throws
    {
        try await withServer { server, client in
            try await server.test.publish(storedWheel("hidden", "1.0"))
            try await server.test.database.write {
                try $0.run("UPDATE projects SET visibility = 'private'")
            }
            try await server.search.refresh()
            let token = try await server.test.token()
            let own = try await client.get(
                "/api/v1/search?q=hidden", ["Authorization": "Bearer \(token)"])
            #expect(own.text.contains(#""is_private":true"#))
            #expect(own["Cache-Control"] == "private, no-cache")
            for path in ["/api/v1/search?q=", "/api/v1/search/suggestions?q="] {
                let one = try await client.get(path + "hidden")
                let other = try await client.get(path + "absent")
                #expect(one.whole.replacing("hidden", with: "absent") == other.whole)
            }
        }
    }
}
