import CheeseboardTesting
import HTTPTypes
import HummingbirdTesting
import IndexAPI
import PackageIndex
import PythonPackaging
import Testing
import WebServer

@Suite struct `The JSON API` {
    @Test func `is as in the golden files`() async throws {
        try await withServer { server, client in
            try await Self.fill(server.test)
            for (name, path) in [
                ("project-document", "/pypi/blue-cheese/json"),
                ("release-document", "/pypi/blue-cheese/1.0/json"),
            ] {
                try expectGolden(try await client.get(path).whole, "\(name).txt")
            }
        }
    }

    @Test func `has sorted keys everywhere, and releases only without a version`() async throws {
        try await withServer { server, client in
            try await Self.fill(server.test)
            let project = try await client.get("/pypi/blue-cheese/json")
            let release = try await client.get("/pypi/blue-cheese/1.0/json")
            #expect(try project.json()["releases"] != nil)
            #expect(try release.json()["releases"] == nil)
            for answer in [project, release] {
                #expect(answer["Content-Type"] == "application/json")
                for part in ["info", "urls", "vulnerabilities", "ownership", "last_serial"] {
                    #expect(try answer.json()[part] != nil)
                }
            }
            let releases = try #require(try project.json()["releases"] as? [String: [Any]])
            #expect(Set(releases.keys) == ["1.0", "2.0", "2.1rc1"])
            #expect(try #require(releases["2.0"]).count == 1)
            for keys in topLevelKeys(project.text) { #expect(keys == keys.sorted(), "\(keys)") }
        }
    }

    @Test(arguments: [
        "/pypi/blue-cheese/json/", "/pypi/blue-cheese/2.0/json", "/pypi/blue-cheese/2/json",
    ])
    func `finds a version however it is written`(_ path: String) async throws {
        try await withServer { server, client in
            try await Self.fill(server.test)
            let info = try #require(try await client.get(path).json()["info"] as? [String: Any])
            #expect(info["version"] as? String == "2.0")
        }
    }

    @Test(arguments: [
        "/pypi/none/json", "/pypi/blue-cheese/3.0/json", "/pypi/blue-cheese/rubbish/json",
        "/pypi/-/json", "/pypi/%3Cb%3E/json", "/pypi/feta/json", "/pypi/feta/1.0/json",
        "/pypi/halloumi/json",
    ])
    func `says Not Found as PyPI does`(_ path: String) async throws {
        try await withServer { server, client in
            try await Self.fill(server.test)
            let answer = try await client.get(path)
            #expect(answer.status == .notFound)
            #expect(answer["Content-Type"] == "application/json")
            #expect(answer.text == #"{"message":"Not Found"}"#)
        }
    }

    /// Versions published and versions yanked, with the one that is the latest.
    @Test(
        arguments: [
            (["1.0", "2.0"], [], "2.0"), (["1.0", "2.0rc1"], [], "1.0"),
            (["2.0", "1.10", "1.9"], [], "2.0"),
            (["1.0", "2.0"], ["2.0"], "1.0"), (["1.0rc1", "1.0.dev2"], [], "1.0rc1"),
            (["1.0", "2.0"], ["1.0", "2.0"], "2.0"), (["1.0rc1", "2.0"], ["2.0"], "1.0rc1"),
        ] as [([String], [String], String)])
    func `shows the latest by PyPI's rule`(
        _ versions: [String], _ yanked: [String], _ latest: String
    ) async throws {
        try await withServer { server, client in
            for version in versions { try await server.test.publish(storedWheel("brie", version)) }
            for version in yanked {
                try await server.test.index.yankRelease(
                    try Version(version), of: try ProjectName("brie"), reason: "bad",
                    by: .machineOwner)
            }
            let document = try await client.get("/pypi/brie/json").json()
            let info = try #require(document["info"] as? [String: Any])
            #expect(info["version"] as? String == latest)
            #expect(info["yanked"] as? Bool == yanked.contains(latest))
            #expect(info["yanked_reason"] as? String == (yanked.contains(latest) ? "bad" : nil))
        }
    }

    @Test func `keeps each host's addresses apart`() async throws {
        try await withServer(proxy: ProxySettings(prefix: "/python")) { server, client in
            try await server.test.publish(storedWheel("brie", "1.0"))
            let document = try await client.get("/pypi/brie/json").json()
            let url = try #require((document["urls"] as? [[String: Any]])?.first?["url"] as? String)
            #expect(url.hasPrefix("http://localhost/python/packages/"))
            let path = url.replacing("http://localhost", with: "")
            #expect(try await client.get(path).status == .ok)
        }
    }

    @Test func `is kept once for all the names that clients give the server`() async throws {
        try await TestIndex.with { test in
            try await test.publish(storedWheel("brie", "1.0"))
            let server = try TestServer(test)
            try await server.listen { port in
                func ask(_ host: String) async throws -> RawResponse {
                    let answer = try await RawConnection.open(port: port) { connection in
                        try await connection.send(
                            "GET /pypi/brie/json HTTP/1.1\r\nHost: \(host)\r\n"
                                + "Accept-Encoding: gzip\r\n\r\n")
                        return await connection.response()
                    }
                    return try #require(answer)
                }
                let first = try await ask("cheese.example")
                #expect(first.status == 200 && first["content-encoding"] == "gzip")
                let cost = server.pages.cost
                for number in 0..<20 {
                    let other = try await ask("host\(number).example")
                    #expect(other.text.contains(#""http://host\#(number).example/packages/"#))
                    #expect(!other.text.contains("cheese.example"))
                    #expect(other["etag"] != first["etag"])
                }
                #expect(server.pages.cost == cost)
                let again = try await ask("cheese.example")
                #expect(again.body == first.body && again["etag"] == first["etag"])
            }
        }
    }

    private static func fill(_ test: TestIndex) async throws {
        try await test.publish(
            storedWheel("Blue.Cheese", "1.0") { wheel in
                wheel.metadataText = """
                    Metadata-Version: 2.4
                    Name: Blue.Cheese
                    Version: 1.0
                    Summary: <b>"Blue"</b> & 'old' \\ 😀
                    Author: Alma
                    Author-email: alma@index.example
                    Maintainer: Bo
                    Maintainer-email: bo@index.example
                    License-Expression: MIT
                    Keywords: cheese,blue
                    Platform: any
                    Platform: other
                    Home-page: https://index.example/home
                    Download-URL: https://index.example/download
                    Project-URL: Source, https://index.example/source
                    Classifier: Programming Language :: Python :: 3
                    Requires-Python: >=3.8
                    Requires-Dist: crackers>=1; extra == "party"
                    Provides-Extra: party
                    Dynamic: Requires-Dist
                    Description-Content-Type: text/markdown

                    # Blue
                    </script>\u{2028}

                    """
            }, form: ["comment": ["a \"comment\""]])
        test.clock.advance(by: .seconds(60))
        try await test.publish(storedWheel("blue-cheese", "2.0"))
        try await test.publish(storedWheel("blue-cheese", "2.1rc1"))
        for name in ["feta", "halloumi"] { try await test.publish(storedWheel(name, "1.0")) }
        try await test.index.changeStatus(
            of: try ProjectName("feta"), to: .quarantined, reason: nil, by: .machineOwner)
        try await test.index.deleteRelease(
            try Version("1.0"), of: try ProjectName("halloumi"), by: .machineOwner)
    }

    /// The keys of every object in a JSON text, object by object, in the order written.
    private func topLevelKeys(_ text: String) -> [[String]] {
        var finished: [[String]] = []
        var open: [[String]] = []
        var isInString = false
        var isEscaped = false
        var current = ""
        for character in text {
            if isInString {
                if isEscaped {
                    isEscaped = false
                } else if character == "\\" {
                    isEscaped = true
                } else if character == "\"" {
                    isInString = false
                    continue
                }
                current.append(character)
                continue
            }
            switch character {
            case "\"":
                isInString = true
                current = ""
            case "{": open.append([])
            case "}": if let keys = open.popLast() { finished.append(keys) }
            case ":": if !open.isEmpty { open[open.count - 1].append(current) }
            default: break
            }
        }
        return finished
    }
}
