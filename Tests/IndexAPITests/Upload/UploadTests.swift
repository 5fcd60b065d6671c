import CheeseboardTesting
import HTTPTypes
import HummingbirdTesting
import PackageIndex
import PythonPackaging
import Testing
import WebServer

@Suite struct `Uploads over HTTP` {
    private static let uv = "application/json;q=0.9, text/plain;q=0.8, text/html;q=0.7"

    @Test(arguments: ["/legacy/", "/legacy", "/"])
    func `publish, and say nothing where all is well`(_ path: String) async throws {
        try await withServer { server, client in
            let token = try await server.test.token()
            let body = UploadBody(storedWheel("brie", "1.0"))
            for _ in 0..<2 {
                let answer = try await client.upload(body, to: path, token: token)
                #expect(answer.status == .ok)
                #expect(answer.text == "")
            }
            #expect(server.metrics.exposition.contains(#"outcome="published"} 1"#))
            #expect(server.metrics.exposition.contains(#"outcome="unchanged"} 1"#))
            let listing = try await server.test.index.projectListing("brie", for: nil)
            #expect(listing?.files.count == 1)
        }
    }

    @Test(arguments: [
        ("*/*", "text/plain; charset=utf-8"), (uv, "application/problem+json"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "text/plain; charset=utf-8"),
    ])
    func `that contradict a published file are a conflict`(
        _ accept: String, _ type: String
    ) async throws {
        try await withServer { server, client in
            let token = try await server.test.token()
            _ = try await client.upload(UploadBody(storedWheel("brie", "1.0")), token: token)
            let other = storedWheel("brie", "1.0") { $0.files.append(("brie/new.py", [0x23])) }
            let answer = try await client.upload(UploadBody(other), token: token, accept: accept)
            #expect(answer.status == .conflict)
            #expect(answer["Content-Type"] == type)
            let words = "File already exists ('brie-1.0-py3-none-any.whl', with blake2_256 hash '"
            #expect(answer["Cheeseboard-Reason-Phrase"]?.hasPrefix(words) == true)
            if type.hasPrefix("text") {
                #expect(answer.text.hasPrefix(words))
            } else {
                #expect((try answer.json()["title"] as? String)?.hasPrefix(words) == true)
            }
            #expect(try stagedFiles(server) == [])
        }
    }

    @Test func `may send their fields after the file, and no type of the part`() async throws {
        try await withServer { server, client in
            let token = try await server.test.token()
            var body = UploadBody(storedWheel("brie", "1.0"))
            body.hasFileFirst = true
            body.partType = nil
            #expect(try await client.upload(body, token: token).status == .ok)
        }
    }

    @Test(arguments: [":action=file_upload", "%3Aaction=file_upload&x=y"])
    func `may say their action in the address`(_ query: String) async throws {
        try await withServer { server, client in
            let token = try await server.test.token()
            let body = UploadBody(storedWheel("brie", "1.0"), form: [":action": []])
            #expect(try await client.upload(body, token: token).status == .badRequest)
            let path = "/legacy/?" + query
            #expect(try await client.upload(body, to: path, token: token).status == .ok)
            let both = UploadBody(storedWheel("brie", "1.0"))
            #expect(try await client.upload(both, to: path, token: token).status == .ok)
            let other = try await client.upload(both, to: "/legacy/?:action=submit", token: token)
            #expect(other.status == .badRequest)
        }
    }

    /// A change to a good upload, with the code of the refusal.
    struct Change: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let code: RefusalCode
        let apply: @Sendable (inout UploadBody) -> Void

        init(
            _ title: String, _ code: RefusalCode,
            _ apply: @escaping @Sendable (inout UploadBody) -> Void
        ) {
            testDescription = title
            self.code = code
            self.apply = apply
        }
    }

    @Test(arguments: [
        Change("an image", .contentTypeImage) { $0.partType = "image/png" },
        Change("no file name", .contentMissing) { $0.filename = nil },
        Change("no action", .actionUnknown) { $0.fields.removeFirst() },
        Change("another action", .actionGone) { $0.fields[0].value = "submit" },
        Change("another protocol", .protocolVersionUnknown) { $0.fields[1].value = "2" },
        Change("another name", .filenameMismatch) { $0.fields[2].value = "feta" },
        Change("no name", .fieldMissing) { $0.fields.remove(at: 2) },
        Change("two names", .fieldRepeated) { $0.fields.append((name: "name", value: "feta")) },
        Change("a wrong digest", .digestMismatch) { $0.content.append(0) },
    ])
    func `that are not right are refused and leave nothing`(_ change: Change) async throws {
        try await withServer { server, client in
            let token = try await server.test.token()
            var body = UploadBody(storedWheel("brie", "1.0"))
            change.apply(&body)
            let answer = try await client.upload(body, token: token, accept: Self.uv)
            #expect(try answer.json()["code"] as? String == change.code.rawValue, "\(answer.text)")
            #expect(try stagedFiles(server) == [])
            #expect(try await server.test.index.projectListing("brie", for: nil) == nil)
            #expect(server.metrics.exposition.contains(#"outcome="\#(change.code.rawValue)"} 1"#))
        }
    }

    /// Bodies that are no form, with the content type that they come with.
    @Test(
        arguments: [
            (UploadBody.contentType, ""), (UploadBody.contentType, "rubbish"),
            (
                UploadBody.contentType,
                "--cheese\r\nContent-Disposition: form-data; name=\"content\"; filename=\"a\"\r\n\r\nabc"
            ),
            (UploadBody.contentType, "--cheese\r\n\r\nabc\r\n--cheese--\r\n"),
            (UploadBody.contentType, "--cheese--\r\n"),
            (nil, "--cheese--\r\n"), ("application/x-www-form-urlencoded", "a=b"),
            ("multipart/form-data", "--cheese--\r\n"), ("multipart/form-data; boundary=", "x"),
            ("text/plain", "x"),
        ] as [(String?, String)])
    func `that are no form are refused and leave nothing`(
        _ type: String?, _ text: String
    ) async throws {
        try await withServer { server, client in
            var fields = ["Authorization": "Bearer \(try await server.test.token())"]
            fields["Content-Type"] = type
            let answer = try await client.ask(.post, "/legacy/", fields, body: Array(text.utf8))
            #expect(answer.status == .badRequest)
            #expect(try stagedFiles(server) == [])
        }
    }

    @Test(
        arguments: [
            ("gpg_signature", nil), ("name", "field-invalid"), ("content", "field-repeated"),
        ] as [(String, String?)])
    func `may bring a signature as a file, and no other field`(
        _ field: String, _ code: String?
    ) async throws {
        try await withServer { server, client in
            let extra =
                "--cheese\r\nContent-Disposition: form-data; name=\"\(field)\"; "
                + "filename=\"x.asc\"\r\n\r\nsigned\r\n"
            let fields = [
                "Authorization": "Bearer \(try await server.test.token())",
                "Content-Type": UploadBody.contentType, "Accept": Self.uv,
            ]
            let body = UploadBody(storedWheel("brie", "1.0")).bytes.dropLast(12)
            let end = Array("--cheese--\r\n".utf8)
            let answer = try await client.ask(
                .post, "/legacy/", fields, body: body + Array(extra.utf8) + end)
            #expect(answer.status == (code == nil ? .ok : .badRequest), "\(answer.text)")
            if let code { #expect(try answer.json()["code"] as? String == code) }
            #expect(try stagedFiles(server) == [])
        }
    }

    @Test func `that are too large are refused on the way`() async throws {
        var settings = IndexSettings()
        settings.maximumFileBytes = 10_000
        try await withServer(settings: settings) { server, client in
            let token = try await server.test.token()
            let large = storedWheel("brie", "1.0") {
                $0.files.append(("brie/large.bin", [UInt8](repeating: 0, count: 20_000)))
            }
            let answer = try await client.upload(UploadBody(large), token: token, accept: Self.uv)
            #expect(answer.status == .contentTooLarge)
            #expect(try answer.json()["code"] as? String == "file-too-large")
            #expect(try stagedFiles(server) == [])
        }
    }

    @Test func `whose values are not UTF-8 are refused`() async throws {
        try await withServer { server, client in
            let form =
                Array("--cheese\r\nContent-Disposition: form-data; name=\"summary\"\r\n\r\n".utf8)
                + [0xFF, 0xFE] + Array("\r\n--cheese--\r\n".utf8)
            let answer = try await client.ask(
                .post, "/legacy/",
                [
                    "Authorization": "Bearer \(try await server.test.token())",
                    "Content-Type": UploadBody.contentType, "Accept": Self.uv,
                ], body: form)
            #expect(try answer.json()["code"] as? String == "field-invalid")
        }
    }

    @Test func `have warnings in the body where something is odd but taken`() async throws {
        try await withServer { server, client in
            let token = try await server.test.token()
            let wheel = storedWheel("brie", "1.0") { wheel in
                wheel.recordText = """
                    brie/__init__.py,sha256=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA,22
                    brie-1.0.dist-info/METADATA,,
                    brie-1.0.dist-info/WHEEL,,
                    brie-1.0.dist-info/RECORD,,

                    """
            }
            let answer = try await client.upload(UploadBody(wheel), token: token)
            #expect(answer.status == .ok, "\(answer.text)")
            #expect(answer.text.hasPrefix("Warning: "), "\(answer.text)")
            #expect(answer["Content-Type"] == "text/plain; charset=utf-8")
        }
    }

    @Test func `have an address that tells people what it is`() async throws {
        try await withServer(proxy: ProxySettings(prefix: "/python")) { _, client in
            for path in ["/legacy/", "/legacy"] {
                let page = try await client.get(path)
                #expect(page.status == .ok)
                #expect(page.text.contains("--repository-url http://localhost/python/legacy/"))
            }
        }
    }

    @Test(.timeLimit(.minutes(1))) func `that break off are refused and leave nothing`()
        async throws
    {
        try await TestIndex.with { test in
            let server = try TestServer(test)
            let token = try await test.token()
            let body = UploadBody(storedWheel("brie", "1.0")).bytes
            try await server.listen { port in
                for isHalfClosed in [true, false] {
                    for cut in [0, 1, 100, body.count / 2, body.count - 20, body.count - 5] {
                        try await RawConnection.open(port: port) { connection in
                            try await connection.send(
                                "POST /legacy/ HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(token)\r\n"
                                    + "Content-Type: \(UploadBody.contentType)\r\n"
                                    + "Content-Length: \(body.count)\r\n\r\n")
                            try await connection.send(Array(body.prefix(cut)))
                            guard isHalfClosed else { return }
                            connection.finishSending()
                            let answer = await connection.rest()
                            #expect(answer == "" || answer.hasPrefix("HTTP/1.1 400 "), "\(answer)")
                        }
                    }
                }
            }
            #expect(try stagedFiles(server) == [])
            #expect(try await test.index.projectListing("brie", for: nil) == nil)
            #expect(!server.metrics.exposition.contains(#"status="500""#))
        }
    }

    @Test(.timeLimit(.minutes(1))) func `in chunks without a length publish`() async throws {
        try await TestIndex.with { test in
            let token = try await test.token()
            let body = UploadBody(storedWheel("brie", "1.0")).bytes
            try await TestServer(test).listen { port in
                try await RawConnection.open(port: port) { connection in
                    try await connection.send(
                        "POST /legacy/ HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(token)\r\n"
                            + "Content-Type: \(UploadBody.contentType)\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n")
                    for start in stride(from: 0, to: body.count, by: 97) {
                        let chunk = body[start..<min(start + 97, body.count)]
                        try await connection.send(
                            Array("\(String(chunk.count, radix: 16))\r\n".utf8) + chunk
                                + Array("\r\n".utf8))
                    }
                    try await connection.send("0\r\n\r\n")
                    let answer = try #require(await connection.response())
                    #expect(answer.statusLine == "HTTP/1.1 200 OK" && answer.text == "")
                }
            }
        }
    }

    /// What an upload left behind in the folder for arriving files.
    private func stagedFiles(_ server: TestServer) throws -> [String] {
        try server.test.folder.files(in: "staging")
    }
}
