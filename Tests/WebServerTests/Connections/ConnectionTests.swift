import CheeseboardTesting
import HTTPTypes
import Hummingbird
import NIOCore
import PackageIndex
import Testing
import WebServer

/// Connections over real sockets: what goes through the channel handlers.
@Suite(.timeLimit(.minutes(2))) struct `Connections` {
    private func limits(_ change: (inout ConnectionLimits) -> Void) -> ConnectionLimits {
        var limits = ConnectionLimits()
        change(&limits)
        return limits
    }

    @Test func `a head that does not come is not waited for`() async throws {
        try await TestIndex.with { test in
            let limits = limits { $0.headTimeout = .milliseconds(200) }
            try await TestServer(test).listen(limits: limits) { port in
                try await RawConnection.open(port: port) { #expect(await $0.rest() == "") }
                try await RawConnection.open(port: port) { connection in
                    try await connection.send("GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ")
                    #expect(await connection.rest() == "")
                }
            }
        }
    }

    @Test func `an idle connection is closed after its time`() async throws {
        try await TestIndex.with { test in
            let limits = limits { $0.keepAlive = .milliseconds(200) }
            try await TestServer(test).listen(limits: limits) { port in
                try await RawConnection.open(port: port) { connection in
                    try await connection.send("GET /_health HTTP/1.1\r\nHost: a\r\n\r\n")
                    #expect(await connection.response()?.status == 200)
                    #expect(await connection.rest() == "")
                }
            }
        }
    }

    @Test func `a body that comes too slowly is not waited for, and leaves nothing`() async throws {
        try await TestIndex.with { test in
            let token = try await test.token()
            let limits = limits {
                $0.bodyWindow = .milliseconds(200)
                $0.bodyBytesPerWindow = 1_000
            }
            try await TestServer(test).listen(limits: limits) { port in
                try await RawConnection.open(port: port) { connection in
                    try await connection.send(
                        uploadHead(token, contentLength: 1 << 20) + openFilePart)
                    #expect(await connection.rest() == "")
                }
            }
            #expect(try test.folder.files(in: "staging") == [])
        }
    }

    @Test func `an answer given early is followed by the next request's`() async throws {
        try await TestIndex.with { test in
            try await TestServer(test).listen { port in
                try await RawConnection.open(port: port) { connection in
                    try await connection.send(
                        "POST /legacy/ HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n"
                            + "Content-Type: multipart/form-data; boundary=b\r\n\r\n")
                    let refusal = try #require(await connection.response())
                    #expect(refusal.status == 401)
                    #expect(refusal["www-authenticate"]?.hasPrefix("Basic realm=") == true)
                    try await connection.send([UInt8](repeating: 0x61, count: 100_000))
                    try await connection.send("GET /_health HTTP/1.1\r\nHost: a\r\n\r\n")
                    #expect(await connection.response()?.text == #"{"status":"ok"}"#)
                }
            }
        }
    }

    @Test func `what is sent after an early answer is dropped up to a limit`() async throws {
        try await TestIndex.with { test in
            let limits = limits { $0.drainedBytes = 100_000 }
            try await TestServer(test).listen(limits: limits) { port in
                try await RawConnection.open(port: port) { connection in
                    try await connection.send(
                        "POST /legacy/ HTTP/1.1\r\nHost: a\r\nContent-Length: 100000000\r\n\r\n")
                    #expect(await connection.response()?.status == 401)
                    var isOpen = true
                    for _ in 0..<1_000 where isOpen {
                        isOpen =
                            (try? await connection.send([UInt8](repeating: 0x61, count: 100_000)))
                            != nil
                    }
                    #expect(!isOpen)
                    #expect(await connection.rest() == "")
                }
            }
        }
    }

    @Test func `who waits for the word to go on gets it once known, and else the refusal alone`()
        async throws
    {
        try await TestIndex.with { test in
            let token = try await test.token()
            try await TestServer(test).listen { port in
                let head =
                    "POST /legacy/ HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n"
                    + "Content-Length: 4\r\n"
                try await RawConnection.open(port: port) { connection in
                    try await connection.send(head + "Authorization: Bearer \(token)\r\n\r\n")
                    #expect(await connection.response()?.statusLine == "HTTP/1.1 100 Continue")
                    try await connection.send("abcd")
                    #expect(await connection.response()?.status == 400)
                }
                for credentials in ["", "Authorization: Bearer cheeseboard-wrong\r\n"] {
                    try await RawConnection.open(port: port) { connection in
                        try await connection.send(head + credentials + "\r\n")
                        #expect(
                            await connection.response()?.status == (credentials.isEmpty ? 401 : 403)
                        )
                        try await connection.send("abcdGET /_health HTTP/1.1\r\nHost: a\r\n\r\n")
                        #expect(await connection.response()?.status == 200)
                    }
                }
                try await RawConnection.open(port: port) { connection in
                    try await connection.send(
                        "POST /legacy/ HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n"
                            + "abcd")
                    #expect(await connection.response()?.status == 401)
                }
            }
        }
    }

    @Test func `who is refused before the word to go on and says no more is not waited for`()
        async throws
    {
        try await TestIndex.with { test in
            let limits = limits { $0.bodyWindow = .milliseconds(200) }
            try await TestServer(test).listen(limits: limits) { port in
                try await RawConnection.open(port: port) { connection in
                    try await connection.send(
                        "POST /legacy/ HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n"
                            + "Content-Length: 4\r\n\r\n")
                    #expect(await connection.response()?.status == 401)
                    #expect(await connection.rest() == "")
                }
            }
        }
    }

    @Test func `who waits for the word to go on is not taken for slow`() async throws {
        try await TestIndex.with { test in
            let limits = limits { $0.bodyWindow = .milliseconds(100) }
            let server = try TestServer(
                test,
                replacing: [
                    .projectList: { _, _ in
                        // As long as credentials may take to check.
                        try await Task.sleep(for: .milliseconds(600))
                        return Response(status: .ok)
                    }
                ])
            try await server.listen(limits: limits) { port in
                try await RawConnection.open(port: port) { connection in
                    try await connection.send(
                        "GET /simple/ HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n"
                            + "Content-Length: 4\r\n\r\n")
                    #expect(await connection.response()?.status == 200)
                }
            }
        }
    }

    @Test func `requests sent ahead are answered in order, and none in another's middle`()
        async throws
    {
        try await TestIndex.with { test in
            let server = try TestServer(
                test,
                replacing: [
                    .projectList: { _, _ in
                        Response(
                            status: .ok,
                            body: ResponseBody { writer in
                                for _ in 0..<20 {
                                    try await Task.sleep(for: .milliseconds(5))
                                    try await writer.write(ByteBuffer(string: "slow"))
                                }
                                try await writer.finish(nil)
                            })
                    }
                ])
            try await server.listen { port in
                try await RawConnection.open(port: port) { connection in
                    try await connection.send(
                        "GET /simple/ HTTP/1.1\r\nHost: a\r\n\r\n"
                            + "HEAD /_health HTTP/1.1\r\nHost: a\r\n\r\n"
                            + "GET /simple/ HTTP/1.1\r\nHost: a\r\n\r\n"
                            + "POST /legacy/ HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n"
                            + "Content-Length: 2\r\n\r\n")
                    let slow = String(repeating: "slow", count: 20)
                    #expect(await connection.response()?.text == slow)
                    let health = try #require(await connection.response(toHead: true))
                    #expect(health.status == 200 && health["content-length"] == "15")
                    #expect(await connection.response()?.text == slow)
                    #expect(await connection.response()?.status == 401)
                    try await connection.send("ab" + "GET /simple/ HTTP/1.1\r\nHost: a\r\n\r\n")
                    #expect(await connection.response()?.text == slow)
                }
            }
        }
    }

    @Test(arguments: [
        "GET / HTTP/1.1\r\nHost: a\r\nX-Giant: " + String(repeating: "a", count: 200_000)
            + "\r\n\r\n",
        "GET / HTTP/1.1\r\n" + String(repeating: "X-Many: a\r\n", count: 20_000) + "\r\n",
        "GET /" + String(repeating: "a", count: 200_000) + " HTTP/1.1\r\nHost: a\r\n\r\n",
        "NONSENSE\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\u{16}\u{3}\u{1}\u{2}\0\u{1}",
        "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST /legacy/ HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nBad Name: x\r\n\r\n",
    ])
    func `what is no fit HTTP is refused and the server goes on`(_ request: String) async throws {
        try await TestIndex.with { test in
            let limits = limits { $0.headTimeout = .seconds(4) }
            try await TestServer(test).listen(limits: limits) { port in
                try await RawConnection.open(port: port) { connection in
                    // The server may close before everything is sent.
                    try? await connection.send(request)
                    let answer = await connection.rest()
                    #expect(
                        answer == "" || answer.hasPrefix("HTTP/1.1 4"), "\(answer.prefix(100))")
                }
                #expect(try await isHealthy(port))
            }
        }
    }

    @Test func `no more connections are taken than the settings say`() async throws {
        try await TestIndex.with { test in
            let server = try TestServer(test)
            let limits = limits {
                $0.maximumConnections = 4
                $0.headTimeout = .seconds(30)
            }
            try await server.listen(limits: limits) { port in
                try await withThrowingTaskGroup(of: Bool.self) { group in
                    for _ in 0..<12 { group.addTask { try await isHealthy(port) } }
                    for try await isHealthy in group { #expect(isHealthy) }
                }
            }
            #expect(server.metrics.exposition.contains("cheeseboard_connections_open 0\n"))
        }
    }

    @Test func `a client that closes its end still gets its answer`() async throws {
        try await TestIndex.with { test in
            try await TestServer(test).listen { port in
                try await RawConnection.open(port: port) { connection in
                    try await connection.send("GET /_health HTTP/1.1\r\nHost: a\r\n\r\n")
                    connection.finishSending()
                    #expect(await connection.response()?.status == 200)
                    #expect(await connection.rest() == "")
                }
            }
        }
    }

    @Test func `stopping finishes the answer that is under way`() async throws {
        let (asked, isAsked) = AsyncStream.makeStream(of: Void.self)
        try await TestIndex.with { test in
            let server = try TestServer(
                test,
                replacing: [
                    .projectList: { _, _ in
                        isAsked.yield()
                        try await Task.sleep(for: .milliseconds(300))
                        return Response(
                            status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(string: "done")))
                    }
                ])
            try await withThrowingTaskGroup(of: Void.self) { group in
                // Stops as soon as the request is in the handler's hands.
                try await server.listen { port in
                    group.addTask {
                        try await RawConnection.open(port: port) { connection in
                            try await connection.send("GET /simple/ HTTP/1.1\r\nHost: a\r\n\r\n")
                            #expect(await connection.response()?.text == "done")
                            #expect(await connection.rest() == "")
                        }
                    }
                    _ = await asked.first { _ in true }
                }
                try await group.waitForAll()
            }
        }
    }

    private let openFilePart =
        "--b\r\nContent-Disposition: form-data; name=\"content\"; filename=\"a-1.tar.gz\"\r\n\r\nabc"

    private func uploadHead(_ token: String, contentLength: Int) -> String {
        "POST /legacy/ HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(token)\r\n"
            + "Content-Type: multipart/form-data; boundary=b\r\n"
            + "Content-Length: \(contentLength)\r\n\r\n"
    }

    private func isHealthy(_ port: Int) async throws -> Bool {
        try await RawConnection.open(port: port) { connection in
            try await connection.send("GET /_health HTTP/1.1\r\nHost: a\r\n\r\n")
            return await connection.response()?.status == 200
        }
    }
}
