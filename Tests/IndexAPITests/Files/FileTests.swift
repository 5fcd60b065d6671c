import CheeseboardTesting
import HTTPTypes
import HummingbirdTesting
import NIOCore
import PackageIndex
import PythonPackaging
import Testing
import WebServer

@Suite struct `Files and their metadata` {
    /// A published wheel with its addresses.
    private struct Published: Sendable {
        let bytes: [UInt8]
        let path: String
        let sha256: String
        let metadata: String
    }

    private func withFile(
        version: String = "1.0+local.1",
        _ body: @Sendable (TestServer, Client, Published) async throws -> Void
    ) async throws {
        try await withServer { server, client in
            let metadata =
                "Metadata-Version: 2.1\nName: brie\nVersion: \(version)\n\nÀ la carte\r\n"
            let wheel = storedWheel("brie", version) { $0.metadataText = metadata }
            try await server.test.publish(wheel)
            let file = try #require(
                try await server.test.index.projectListing("brie", for: nil)?.files.first)
            let published = Published(
                bytes: wheel.bytes, path: "/files/\(file.sha256)/\(wheel.filename)",
                sha256: file.sha256, metadata: metadata)
            try await body(server, client, published)
        }
    }

    @Test func `are sent whole, with what caches and resuming clients need`() async throws {
        try await withFile { _, client, file in
            let answer = try await client.get(file.path)
            #expect(answer.status == .ok)
            #expect(answer.bytes == file.bytes)
            #expect(answer["Content-Length"] == "\(file.bytes.count)")
            #expect(answer["Content-Type"] == "application/octet-stream")
            #expect(answer["ETag"] == "\"\(file.sha256)\"")
            #expect(answer["Accept-Ranges"] == "bytes")
            #expect(answer["Cache-Control"] == "public, max-age=31536000, immutable")
            #expect(answer["Content-Security-Policy"] == "sandbox; default-src 'none'")
            #expect(answer["Content-Encoding"] == nil)
        }
    }

    @Test func `are found by the literal and by the encoded plus`() async throws {
        try await withFile { _, client, file in
            for path in [
                file.path.replacing("+", with: "%2B"), file.path.replacing("+", with: "%2b"),
                file.path.replacing("-", with: "%2D"),
            ] {
                #expect(try await client.get(path).bytes == file.bytes, "\(path)")
                let metadata = try await client.get(path + ".metadata")
                #expect(metadata.text == file.metadata)
            }
            #expect(try await client.get(file.path + "?query=1").bytes == file.bytes)
            #expect(try await client.get(file.path.replacing("+", with: "%20")).status == .notFound)
        }
    }

    @Test func `have their metadata beside them, byte for byte`() async throws {
        try await withFile { server, client, file in
            let answer = try await client.get(file.path + ".metadata")
            #expect(answer.status == .ok)
            #expect(answer.bytes == Array(file.metadata.utf8))
            #expect(answer["Content-Type"] == "text/plain; charset=utf-8")
            let json = try await client.get(
                "/simple/brie/", ["Accept": "application/vnd.pypi.simple.v1+json"]
            ).json()
            let listed = try #require((json["files"] as? [[String: Any]])?.first)
            let digest = try #require((listed["core-metadata"] as? [String: String])?["sha256"])
            #expect(answer["ETag"] == "\"\(digest)\"")
            #expect(listed["dist-info-metadata"] as? [String: String] == ["sha256": digest])
        }
    }

    /// Ranges of a file of a thousand bytes, as status and Content-Range.
    @Test(arguments: [
        ("bytes=0-0", "206 bytes 0-0/N"), ("bytes=0-99", "206 bytes 0-99/N"),
        ("bytes=100-", "206 bytes 100-L/N"), ("bytes=-100", "206 bytes S-L/N"),
        ("bytes=-1", "206 bytes L-L/N"), ("bytes=0-", "206 bytes 0-L/N"),
        ("bytes=5-99999999", "206 bytes 5-L/N"), ("bytes=-99999999", "206 bytes 0-L/N"),
        ("bytes=0-99999999999999999999999999", "206 bytes 0-L/N"), ("BYTES=0-0", "206 bytes 0-0/N"),
        ("bytes= 0 - 9 ", "206 bytes 0-9/N"),
        ("bytes=N-", "416 bytes */N"), ("bytes=99999999-", "416 bytes */N"),
        ("bytes=-0", "416 bytes */N"), ("bytes=99999999999999999999999-", "416 bytes */N"),
        ("bytes=0-1,5-6", "200"), ("bytes=0-0,-1", "200"), ("bytes=", "200"), ("bytes=-", "200"),
        ("bytes=5-4", "200"), ("bytes=a-b", "200"), ("bytes=1", "200"), ("bytes=--1", "200"),
        ("bytes=1-2-3", "200"), ("bytes=+1-2", "200"), ("bytes=0x1-2", "200"), ("items=0-1", "200"),
        ("0-1", "200"), ("", "200"), ("bytes=١-٢", "200"),
    ])
    func `are sent in the part that is asked for`(_ range: String, _ expected: String) async throws
    {
        try await withFile { _, client, file in
            let count = file.bytes.count
            let range = range.replacing("N", with: "\(count)")
            let expected = expected.replacing("N", with: "\(count)")
                .replacing("L", with: "\(count - 1)").replacing("S", with: "\(count - 100)")
            let answer = try await client.get(file.path, ["Range": range])
            let shown = answer["Content-Range"].map { " \($0)" } ?? ""
            #expect("\(answer.status.code)\(shown)" == expected)
            switch answer.status.code {
            case 206:
                let ends = expected.split { " -/".contains($0) }.compactMap { Int($0) }
                #expect(answer.bytes == Array(file.bytes[ends[1]...ends[2]]))
                #expect(answer["Content-Length"] == "\(answer.bytes.count)")
                #expect(answer["ETag"] == "\"\(file.sha256)\"")
            case 416: #expect(try answer.json()["code"] as? String == "range-not-satisfiable")
            default: #expect(answer.bytes == file.bytes)
            }
            let head = try await client.ask(.head, file.path, ["Range": range])
            #expect(head.status == .ok && head["Content-Length"] == "\(count)")
        }
    }

    @Test func `are resumed only where they are the same`() async throws {
        try await withFile { _, client, file in
            for (condition, status) in [
                ("\"\(file.sha256)\"", 206), ("\"other\"", 200), ("W/\"\(file.sha256)\"", 200),
                ("Mon, 01 Jun 2026 12:00:00 GMT", 200), ("", 200),
            ] {
                let answer = try await client.get(
                    file.path, ["Range": "bytes=10-", "If-Range": condition])
                #expect(answer.status.code == status, "\(condition)")
            }
        }
    }

    @Test func `are not sent to who has them`() async throws {
        try await withFile { _, client, file in
            for path in [file.path, file.path + ".metadata"] {
                let tag = try #require(try await client.get(path)["ETag"])
                for method in [HTTPRequest.Method.get, .head] {
                    let answer = try await client.ask(
                        method, path, ["If-None-Match": tag, "Range": "bytes=0-1"])
                    #expect(answer.status == .notModified)
                    #expect(answer.body.readableBytes == 0)
                    #expect(answer["ETag"] == tag && answer["Cache-Control"] != nil)
                }
                #expect(try await client.get(path, ["If-None-Match": "\"x\""]).status == .ok)
            }
        }
    }

    @Test func `are nowhere at another address`() async throws {
        try await withFile { server, client, file in
            let zeros = String(repeating: "0", count: 64)
            let name = file.path.split(separator: "/")[2]
            for path in [
                "/files/\(zeros)/\(name)", "/files/\(file.sha256.uppercased())/\(name)",
                "/files/\(file.sha256)/other-1.0-py3-none-any.whl",
                "/files/\(file.sha256)/.metadata",
                "/files/\(file.sha256)/\(name).metadata.metadata",
                "/files/\(file.sha256)/\(name).asc",
                "/files/\(zeros)/\(name).metadata", "/files/\(file.sha256)/%5C..%5C\(name)",
            ] {
                let answer = try await client.get(path)
                #expect(answer.status == .notFound, "\(path)")
                #expect(answer["Content-Type"] == "application/problem+json")
                #expect(try answer.json()["code"] as? String == "file-unknown")
            }
        }
    }

    @Test func `of a source distribution have no metadata beside them`() async throws {
        try await withServer { server, client in
            let sdist = SourceDistributionBuilder(name: "brie", version: "1.0").make()
            try await server.test.publish(sdist)
            let listing = try #require(try await server.test.index.projectListing("brie", for: nil))
            let path = "/files/\(listing.files[0].sha256)/\(sdist.filename)"
            #expect(try await client.get(path).bytes == sdist.bytes)
            #expect(try await client.get(path + ".metadata").status == .notFound)
            let page = try await client.get("/simple/brie/")
            #expect(!page.text.contains("data-core-metadata"))
        }
    }

    @Test func `stay while yanked and go when deleted or quarantined`() async throws {
        try await withFile(version: "1.0") { server, client, file in
            let index = server.test.index
            let name = try ProjectName("brie")
            try await index.yankRelease(
                try Version("1.0"), of: name, reason: "bad", by: .machineOwner)
            #expect(try await client.get(file.path).status == .ok)
            try await index.changeStatus(of: name, to: .quarantined, reason: nil, by: .machineOwner)
            #expect(try await client.get(file.path).status == .notFound)
            #expect(try await client.get(file.path + ".metadata").status == .notFound)
            try await index.changeStatus(of: name, to: .active, reason: nil, by: .machineOwner)
            #expect(try await client.get(file.path).status == .ok)
            try await index.deleteFile("brie-1.0-py3-none-any.whl", of: name, by: .machineOwner)
            #expect(try await client.get(file.path).status == .notFound)
        }
    }

    @Test func `larger than a chunk come in order`() async throws {
        try await withServer { server, client in
            var random = SeededRandom(seed: 7)
            let noise = random.bytes(700_001)
            let wheel = storedWheel("brie", "1.0") { $0.files.append(("brie/noise.bin", noise)) }
            try await server.test.publish(wheel)
            let listing = try #require(try await server.test.index.projectListing("brie", for: nil))
            let path = "/files/\(listing.files[0].sha256)/\(wheel.filename)"
            #expect(try await client.get(path).bytes == wheel.bytes)
            let part = try await client.get(path, ["Range": "bytes=262140-600000"])
            #expect(part.bytes == Array(wheel.bytes[262_140...600_000]))
        }
    }

    @Test func `that storage has lost are a failure, not a wrong answer`() async throws {
        try await withFile { server, client, file in
            let blobs = try server.test.folder.files(in: "blobs")
            for blob in blobs {
                try removeFile("\(server.test.folder.path)/blobs/\(blob)")
            }
            #expect(try await client.get(file.path).status == .internalServerError)
        }
    }
}
