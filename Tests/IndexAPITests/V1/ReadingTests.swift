import CheeseboardTesting
import Foundation
import HTTPTypes
import HummingbirdTesting
import PackageIndex
import Testing
import WebServer

@Suite struct `Reading by the API` {
    @Test func `projects come in pages, each with the address of the next`() async throws {
        try await withServer { server, client in
            for name in ["brie", "Comte", "edam.cheese"] {
                try await server.test.publish(storedWheel(name, "1.0"))
            }
            var path: String? = "/api/v1/projects?limit=2"
            var names: [String] = []
            while let next = path {
                let page = try await client.get(next).json()
                let items = try #require(page["items"] as? [[String: Any]])
                names += items.compactMap { $0["normalized_name"] as? String }
                path = page["next"] as? String
            }
            #expect(names == ["brie", "comte", "edam-cheese"])
        }
    }

    @Test func `a project, its releases and its files are shown`() async throws {
        try await withServer { server, client in
            for version in ["1.0", "2.0rc1", "1.10"] {
                try await server.test.publish(storedWheel("brie", version))
            }
            let project = try await client.get("/api/v1/projects/Brie").json()
            #expect(project["latest_version"] as? String == "1.10")
            #expect(project["versions"] as? [String] == ["1.0", "1.10", "2.0rc1"])
            #expect((project["people"] as? [[String: String]])?.first?["user"] == "alice")
            let first = try await client.get("/api/v1/projects/brie/releases?limit=2").json()
            let items = try #require(first["items"] as? [[String: Any]])
            #expect(items.compactMap { $0["version"] as? String } == ["2.0rc1", "1.10"])
            let next = try #require(first["next"] as? String)
            let rest = try await client.get(next).json()
            #expect((rest["items"] as? [[String: Any]])?.first?["version"] as? String == "1.0")
            #expect(rest["next"] is NSNull)
            let release = try await client.get("/api/v1/projects/brie/releases/1.10.0").json()
            let files = try #require(release["files"] as? [[String: Any]])
            let address = try #require(files.first?["url"] as? String)
            #expect(try await client.get(address).status == .ok)
            let name = try #require(files.first?["filename"] as? String)
            let file = try await client.get("/api/v1/projects/brie/files/\(name)").json()
            #expect(file["version"] as? String == "1.10")
        }
    }

    @Test func `a release's addresses say which of them are known to be its project's own`()
        async throws
    {
        try await withServer { server, client in
            let own = "\(SiteAddress().base)/project/brie/"
            try await server.test.publish(
                storedWheel("brie", "1.0") { wheel in
                    wheel.metadata.fields = [
                        ("Project-URL", "Here, \(own)"),
                        ("Project-URL", "Source, https://code.index.example/brie"),
                        ("Home-page", "https://home.index.example/"),
                    ]
                })
            let release = try await client.get("/api/v1/projects/brie/releases/1.0").json()
            let metadata = try #require(release["metadata"] as? [String: Any])
            let urls = try #require(metadata["project_urls"] as? [[String: Any]])
            #expect(
                urls.compactMap { $0["label"] as? String } == ["Here", "Source", "Homepage"])
            #expect(urls.compactMap { $0["is_verified"] as? Bool } == [true, false, false])
        }
    }

    @Test(arguments: [
        "/api/v1/projects/none", "/api/v1/projects/-", "/api/v1/projects/brie/releases/9",
        "/api/v1/projects/brie/releases/x", "/api/v1/projects/brie/files/none.whl",
    ])
    func `what is not there is a problem of 404`(_ path: String) async throws {
        try await withServer { server, client in
            try await server.test.publish(storedWheel("brie", "1.0"))
            let answer = try await client.get(path)
            #expect(answer.status == .notFound)
            #expect(answer["Content-Type"] == "application/problem+json")
            #expect(try answer.json()["code"] is String)
        }
    }

    @Test(arguments: [
        "limit=0", "limit=501", "limit=x", "limit=1.0", "limit=+1", "limit=", "limit",
        "limit=1&limit=2",
        "offset=1", "after=", "after=%20", "after=%ff",
    ])
    func `a query with anything unknown or unfit is refused`(_ query: String) async throws {
        try await withServer { _, client in
            let answer = try await client.get("/api/v1/projects?\(query)")
            #expect(answer.status == .badRequest)
            #expect(try answer.json()["code"] as? String == "parameter-invalid")
        }
    }

    @Test func `what everyone may read is kept, asked about and read from anywhere`() async throws {
        try await withServer(settings: .open) { server, client in
            try await server.test.publish(storedWheel("brie", "1.0"))
            let path = "/api/v1/projects/brie"
            let answer = try await client.get(path)
            #expect(answer["Access-Control-Allow-Origin"] == "*")
            #expect(answer["Cache-Control"] == "no-cache")
            let etag = try #require(answer["ETag"])
            let again = try await client.get(path, ["If-None-Match": etag])
            #expect(again.status == .notModified)
            let preflight = try await client.ask(.options, path)
            #expect(preflight.status == .noContent)
            #expect(preflight["Access-Control-Allow-Methods"] == "GET")
            #expect(preflight["Allow"]?.contains("GET, HEAD") == true)
            let missing = try await client.get("/api/v1/projects/none")
            #expect(missing["Access-Control-Allow-Origin"] == "*")
            let token = try await server.test.token()
            let own = try await client.get(path, ["Authorization": "Bearer \(token)"])
            #expect(own["Cache-Control"] == "no-store")
            #expect(own["ETag"] == nil)
        }
    }

    @Test func `another method is refused with those that there are`() async throws {
        try await withServer { _, client in
            let answer = try await client.ask(.post, "/api/v1/projects", body: [])
            #expect(answer.status == .methodNotAllowed)
            #expect(answer["Allow"] == "GET, HEAD, OPTIONS")
            #expect(answer["Content-Type"] == "application/problem+json")
        }
    }

    @Test func `who one is needs a token for managing, and no cookie or password will do`()
        async throws
    {
        try await withServer { server, client in
            let path = "/api/v1/account"
            let token = try await server.test.token()
            let answer = try await client.get(path, ["Authorization": "Bearer \(token)"])
            #expect(try answer.json()["name"] as? String == "alice")
            #expect(answer["Cache-Control"] == "no-store")
            #expect(answer["Access-Control-Allow-Origin"] == nil)
            let reading = try await server.test.token(scopes: [.read])
            #expect(
                try await client.get(path, ["Authorization": "Bearer \(reading)"]).status
                    == .forbidden)
            #expect(try await client.get(path).status == .unauthorized)
            #expect(
                try await client.get(path, ["Cookie": "session=x"]).status == .unauthorized)
            try await server.test.index.addUser(
                name: "bob", email: "bob@index.example", password: "correct horse battery")
            let login = Data("bob:correct horse battery".utf8).base64EncodedString()
            #expect(
                try await client.get(path, ["Authorization": "Basic \(login)"]).status
                    == .unauthorized)
        }
    }

    @Test func `the page of help shows every operation of the document`() async throws {
        try await withServer { _, client in
            let page = try await client.get("/help/api/")
            #expect(page.status == .ok)
            for contract in Contract.all {
                #expect(page.text.contains("\(contract.route.pattern)"), "\(contract.route)")
            }
            #expect(!page.text.contains("<script>"))
            let document = try await client.get("/api/v1/openapi.json")
            #expect(document["Content-Type"] == "application/json")
            #expect(try document.json()["openapi"] as? String == "3.1.0")
            for (path, answer) in [("/help/api/", page), ("/api/v1/openapi.json", document)] {
                let tag = try #require(answer["ETag"])
                let again = try await client.get(path, ["If-None-Match": tag])
                #expect(again.status == .notModified, "\(path)")
                let packed = try await client.get(path, ["Accept-Encoding": "gzip"])
                #expect(packed["Content-Encoding"] == "gzip", "\(path)")
            }
        }
    }
}
