import CheeseboardTesting
import Database
import HTTPTypes
import HummingbirdTesting
import PackageIndex
import PythonPackaging
import Testing
import WebServer

@Suite struct `Index pages` {
    private static let json = ["Accept": "application/vnd.pypi.simple.v1+json"]
    private static let hostile = "</a><script>alert(\"1\")</script> & 'é' 😀\\"

    @Test func `are as in the golden files`() async throws {
        try await withServer { server, client in
            try await Self.fill(server.test)
            for (name, path) in [
                ("list", "/simple/"), ("project", "/simple/blue-cheese/"),
                ("quarantined", "/simple/feta/"), ("archived", "/simple/gouda/"),
                ("empty", "/simple/halloumi/"),
            ] {
                try expectGolden(try await client.get(path).whole, "\(name).html.txt")
                try expectGolden(try await client.get(path, Self.json).whole, "\(name).json.txt")
            }
        }
    }

    @Test func `say the same as HTML and as JSON`() async throws {
        try await withServer { server, client in
            try await Self.fill(server.test)
            let html = try await client.get("/simple/blue-cheese/").text
            let json = try await client.get("/simple/blue-cheese/", Self.json).json()
            let files = try #require(json["files"] as? [[String: Any]])
            #expect(files.count == 5)
            for file in files {
                let name = try #require(file["filename"] as? String)
                let url = try #require(file["url"] as? String)
                let sha256 = try #require((file["hashes"] as? [String: String])?["sha256"])
                #expect(html.contains("<a href=\"\(url)#sha256=\(sha256)\""))
                #expect(html.contains(">\(name)</a>"))
                #expect(Set((file["hashes"] as? [String: String] ?? [:]).keys) == ["sha256"])
            }
        }
    }

    @Test func `list versions by the order of versions, not of letters`() async throws {
        try await withServer { server, client in
            for version in ["1.10", "1.9", "1.9rc1", "2.0.dev1", "1.9.post1", "1!0.1"] {
                try await server.test.publish(storedWheel("brie", version))
            }
            let page = try await client.get("/simple/brie/", Self.json).json()
            let expected = ["1.9rc1", "1.9", "1.9.post1", "1.10", "2.0.dev1", "1!0.1"]
            #expect(page["versions"] as? [String] == expected)
            let files = try #require(page["files"] as? [[String: Any]])
            #expect(
                files.compactMap { $0["filename"] as? String }
                    == expected.map { "brie-\($0)-py3-none-any.whl" })
        }
    }

    @Test(arguments: [
        ("/simple", "/simple/"), ("/simple/brie", "/simple/brie/"),
        ("/simple/Blue_Cheese/", "/simple/blue-cheese/"), ("/simple/a.-_b/", "/simple/a-b/"),
        ("/simple/Blue_Cheese", "/simple/Blue_Cheese/"),
        ("/simple/Blue%5FCheese/", "/simple/blue-cheese/"),
        ("/simple/Brie/?format=text/html", "/simple/brie/?format=text/html"),
        ("/simple?format=text/html", "/simple/?format=text/html"),
        ("/pypi/Blue_Cheese/json", "/pypi/blue-cheese/json"),
        ("/pypi/Blue_Cheese/1.0+a/json", "/pypi/blue-cheese/1.0+a/json"),
        ("/legacy/+simple/brie", "/legacy/+simple/brie/"),
    ])
    func `redirect to the address that they have`(_ path: String, _ target: String) async throws {
        try await withServer { _, client in
            let answer = try await client.get(path)
            #expect(answer.status == .movedPermanently)
            #expect(answer["Location"] == target)
        }
        try await withServer(proxy: ProxySettings(prefix: "/python")) { _, client in
            for given in [path, "/python" + path] {
                let answer = try await client.get(given)
                #expect(answer.status == .movedPermanently)
                #expect(answer["Location"] == "/python" + target)
            }
        }
    }

    @Test(arguments: [
        "/simple/none/", "/simple/-x/", "/simple/%C3%BC/", "/simple/a%20b/", "/simple/%3Cb%3E/",
        "/simple/%0D%0AX:1/", "/simple/.../",
    ])
    func `of no project are nowhere`(_ path: String) async throws {
        try await withServer { _, client in
            let answer = try await client.get(path)
            #expect(answer.status == .notFound)
            #expect(answer["Content-Type"] == "application/problem+json")
            #expect(try answer.json()["code"] as? String == "project-unknown")
            #expect(answer["Location"] == nil)
        }
    }

    @Test(arguments: ["/simple/", "/simple/brie/", "/+simple/", "/legacy/+simple/brie/"])
    func `take no uploads, and say so where uv shows it`(_ path: String) async throws {
        try await withServer { server, client in
            let token = try await server.test.token()
            let answer = try await client.upload(
                UploadBody(storedWheel("brie", "1.0")), to: path, token: token,
                accept: "application/json;q=0.9, text/plain;q=0.8, text/html;q=0.7")
            #expect(answer.status == .methodNotAllowed)
            #expect(answer["Allow"] == "GET, HEAD")
            #expect(answer["Content-Type"] == "application/problem+json")
            #expect(try answer.json()["code"] as? String == "method-not-allowed")
        }
    }

    /// Projects in every state, among them names and reasons that try to break out.
    private static func fill(_ test: TestIndex) async throws {
        let name = try ProjectName("blue-cheese")
        try await test.publish(
            storedWheel("Blue.Cheese", "1.0") { wheel in
                wheel.metadata.requiresPython = ">=3.8, !=3.9.*, <4"
            })
        test.clock.advance(by: .microseconds(1_500_001))
        for version in ["1.1", "1.2", "1.10+local.1"] {
            try await test.publish(storedWheel("Blue.Cheese", version))
        }
        try await test.publish(
            storedWheel("Blue.Cheese", "1.2") { $0.tag = "cp313-cp313-manylinux_2_28_x86_64" },
            form: ["pyversion": ["cp313"]])
        try await test.index.yankRelease(
            try Version("1.1"), of: name, reason: nil, by: test.requester)
        try await test.index.yankRelease(
            try Version("1.2"), of: name, reason: hostile, by: test.requester)
        for other in ["feta", "gouda", "halloumi"] {
            try await test.publish(storedWheel(other, "2.0"))
        }
        try await test.index.changeStatus(
            of: try ProjectName("feta"), to: .quarantined, reason: hostile, by: .machineOwner)
        try await test.index.archiveProject(try ProjectName("gouda"), by: test.requester)
        try await test.index.deleteFile(
            "halloumi-2.0-py3-none-any.whl", of: try ProjectName("halloumi"), by: test.requester)
    }
}
