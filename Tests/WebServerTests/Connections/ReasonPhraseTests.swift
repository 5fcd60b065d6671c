import CheeseboardTesting
import PackageIndex
import Testing
import WebServer

/// What a refusal's text may do to a status line, over real sockets.
@Suite(.timeLimit(.minutes(2))) struct `The text of a status line` {
    @Test(arguments: [
        "a\r\nSet-Cookie: x=1\r\n\r\n<script>", "a\nX-Injected: 1", "a\rb", "a\0b",
        "a\u{7F}\u{1B}[31m",
        "emoji 😀 and é and \u{2028} and \u{85}", String(repeating: "long ", count: 400),
        String(repeating: "é", count: 2_000), "", " ", "\u{10FFFF}\u{FEFF}",
    ])
    func `is one short line of printable ASCII, whatever it says`(_ text: String) async throws {
        try await TestIndex.with { test in
            let server = try TestServer(
                test, replacing: [.uploadAtRoot: { _, _ in throw Refusal(.filenameInvalid, text) }])
            let token = try await test.token()
            try await server.listen { port in
                try await RawConnection.open(port: port) { connection in
                    try await connection.send(
                        "POST / HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(token)\r\n"
                            + "Content-Length: 0\r\n\r\n")
                    let response = try #require(await connection.response())
                    #expect(response.status == 400)
                    #expect(response.reason.utf8.count <= 512)
                    #expect(response.reason.utf8.allSatisfy { (0x20...0x7E).contains($0) })
                    #expect(response["set-cookie"] == nil && response["x-injected"] == nil)
                    #expect(response["cheeseboard-reason-phrase"] == nil)
                    #expect(response["content-type"] == "text/plain; charset=utf-8")
                    #expect(response.text.unicodeScalars.starts(with: text.unicodeScalars))
                }
            }
        }
    }

    @Test func `is the message itself, where that is ASCII`() async throws {
        try await TestIndex.with { test in
            try await TestServer(test).listen { port in
                try await RawConnection.open(port: port) { connection in
                    try await connection.send(
                        "POST /simple/ HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n")
                    let response = try #require(await connection.response())
                    #expect(
                        response.statusLine
                            == "HTTP/1.1 405 POST is not for this address. Uploads go to /legacy/.")
                    #expect(response["allow"] == "GET, HEAD")
                }
            }
        }
    }

    @Test func `survives a file name made to split the response`() async throws {
        let name = "a\r\nX-Injected: 1\r\n\r\n😀\0" + String(repeating: "n", count: 2_000)
        try await TestIndex.with { test in
            let token = try await test.token()
            let form =
                "--b\r\nContent-Disposition: form-data; name=\":action\"\r\n\r\nfile_upload\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"content\"; filename*=UTF-8''"
                + percentEncoded(name) + "\r\n\r\nabc\r\n--b--\r\n"
            try await TestServer(test).listen { port in
                try await RawConnection.open(port: port) { connection in
                    try await connection.send(
                        "POST /legacy/ HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(token)\r\n"
                            + "Content-Type: multipart/form-data; boundary=b\r\n"
                            + "Content-Length: \(form.utf8.count)\r\n\r\n" + form)
                    let response = try #require(await connection.response())
                    #expect(response.status == 400, "\(response.statusLine)")
                    #expect(response.reason.utf8.count <= 512)
                    #expect(response["x-injected"] == nil)
                }
            }
        }
    }

    private func percentEncoded(_ text: String) -> String {
        text.utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
