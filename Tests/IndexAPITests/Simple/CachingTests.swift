import CheeseboardTesting
import HTTPTypes
import HummingbirdTesting
import IndexAPI
import NIOCore
import PackageIndex
import PythonPackaging
import Testing
import WebServer

@Suite struct `Copies of index pages` {
    private static let json = "application/vnd.pypi.simple.v1+json"

    @Test(arguments: ["/simple/", "/simple/brie/", "/pypi/brie/json"])
    func `are confirmed by their strong tag`(_ path: String) async throws {
        try await withServer { server, client in
            try await server.test.publish(storedWheel("brie", "1.0"))
            let page = try await client.get(path)
            let tag = try #require(page["ETag"])
            #expect(tag.hasPrefix("\"") && tag.hasSuffix("\""))
            let same = try await client.get(path, ["If-None-Match": "\"x\", \(tag)"])
            #expect(same.status == .notModified)
            #expect(same.body.readableBytes == 0)
            for field in ["ETag", "Cache-Control", "Vary", "X-PyPI-Last-Serial"] {
                #expect(same[field] == page[field] && same[field] != nil, "\(field)")
            }
            #expect(same["Content-Type"] == nil && same["Content-Length"] == nil)
            try await server.test.publish(storedWheel("brie", "1.1"))
            server.pages.forget(["brie"])
            let changed = try await client.get(path, ["If-None-Match": tag])
            #expect(changed.status == .ok)
            #expect(changed["ETag"] != tag)
        }
    }

    @Test func `differ by form and by coding`() async throws {
        try await withServer { server, client in
            for number in 0..<20 {
                try await server.test.publish(storedWheel("brie", "1.\(number)"))
            }
            var tags: Set<String> = []
            for accept in ["text/html", Self.json] {
                for coding in ["identity", "gzip"] {
                    let page = try await client.get(
                        "/simple/brie/", ["Accept": accept, "Accept-Encoding": coding])
                    tags.insert(try #require(page["ETag"]))
                    #expect(page["Vary"] == "Accept, Accept-Encoding")
                    #expect(page["Content-Encoding"] == (coding == "gzip" ? "gzip" : nil))
                    #expect(page.bytes.starts(with: [0x1F, 0x8B]) == (coding == "gzip"))
                }
            }
            #expect(tags.count == 4)
            let plain = try await client.get("/simple/brie/", ["Accept-Encoding": "gzip;q=0, br"])
            #expect(plain["Content-Encoding"] == nil)
            let tag = try #require(plain["ETag"])
            let other = try await client.get(
                "/simple/brie/", ["Accept-Encoding": "gzip", "If-None-Match": tag])
            #expect(other.status == .ok)
        }
    }

    @Test func `are private where somebody signed in`() async throws {
        try await withServer { server, client in
            try await server.test.publish(storedWheel("brie", "1.0"))
            let token = try await server.test.token()
            for path in ["/simple/", "/simple/brie/", "/pypi/brie/json"] {
                let page = try await client.get(path, ["Authorization": "Bearer \(token)"])
                #expect(page["Cache-Control"] == "private, no-cache")
                #expect(page["Vary"]?.hasSuffix(", Authorization") == true)
                #expect(try await client.get(path)["Cache-Control"] == "no-cache")
            }
        }
    }

    @Test func `are made anew after an upload, without waiting`() async throws {
        try await withServer { server, client in
            let token = try await server.test.token()
            for number in 1...3 {
                let body = UploadBody(storedWheel("brie", "1.\(number)"))
                #expect(try await client.upload(body, token: token).status == .ok)
                for (path, accept) in [
                    ("/simple/brie/", Self.json), ("/simple/brie/", "text/html"),
                    ("/legacy/+simple/brie/", "*/*"), ("/pypi/brie/json", "*/*"),
                ] {
                    let page = try await client.get(path, ["Accept": accept])
                    #expect(page.text.contains("brie-1.\(number)-"), "\(path)")
                }
                #expect(try await client.get("/simple/").text.contains("brie"))
            }
        }
    }

    @Test(.timeLimit(.minutes(1))) func `are made anew after a change by another process`()
        async throws
    {
        try await withServer { server, client in
            let test = server.test
            try await test.publish(storedWheel("brie", "1.0"))
            #expect(!(try await client.get("/simple/brie/").text.contains("data-yanked")))
            let position = try await test.index.changePosition()
            let follower = JournalFollower(test.index, pause: .milliseconds(10))
            await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    await follower.run(from: position) {
                        server.pages.forget($0.projects, andLists: $0.touchesLists)
                    }
                }
                group.addTask {
                    try await test.index.yankRelease(
                        try Version("1.0"), of: try ProjectName("brie"), reason: nil,
                        by: .machineOwner)
                    while !(try await client.get("/simple/brie/").text.contains("data-yanked")) {
                        try await Task.sleep(for: .milliseconds(5))
                    }
                }
                try? await group.next()
                group.cancelAll()
            }
            #expect(try await client.get("/simple/brie/").text.contains("data-yanked"))
        }
    }
}
