import CheeseboardTesting
import Testing
import WebServer

@Suite struct `Reading a form` {
    @Test(arguments: [
        ("form-data; name=\"content\"; filename=\"a.whl\"", "content", "a.whl"),
        ("form-data; name=content; filename=a.whl", "content", "a.whl"),
        ("Form-Data;NAME=\"content\" ;  FileName = \"a.whl\";", "content", "a.whl"),
        ("form-data; name=\"n\"; filename=\"a b;c.whl\"", "n", "a b;c.whl"),
        ("form-data; name=\"n\"; filename=\"a%22b.whl\"", "n", "a\"b.whl"),
        ("form-data; name=\"n\"; filename=\"a%0D%0Ab%41%.whl\"", "n", "a\r\nb%41%.whl"),
        ("form-data; name=\"n\"; filename=\"a\\\"b\\\\c\\d.whl\"", "n", "a\"b\\c\\d.whl"),
        ("form-data; name=\"n\"; filename=\"C:\\tmp\\a.whl\"", "n", "C:\\tmp\\a.whl"),
        ("form-data; name=\"n\"; filename*=UTF-8''na%C3%AFve%20a.whl", "n", "naïve a.whl"),
        ("form-data; name=\"n\"; filename=\"x\"; filename*=utf-8'en'a.whl", "n", "a.whl"),
        ("form-data; name*=utf-8''we%22ird; filename=\"\"", "we\"ird", ""),
        ("form-data; name=\"naïve\"; filename=\"ünï.whl\"", "naïve", "ünï.whl"),
        ("form-data; name=\"\"; filename=\"x\"; size=3", "", "x"),
    ])
    func `names are read as clients write them`(
        _ disposition: String, _ name: String, _ fileName: String
    ) throws {
        let parts = try readForm(form("Content-Disposition: \(disposition)"))
        #expect(parts.map(\.part.name) == [name])
        #expect(parts.map(\.part.fileName) == [fileName])
        #expect(parts.map(\.bytes) == [Array("x".utf8)])
    }

    @Test func `a part's headers are read in any case`() throws {
        let parts = try readForm(
            form(
                "Content-DISPOSITION: form-data; name=a\r\ncontent-type:\t text/plain \r\n"
                    + "Content-Transfer-Encoding: BINARY\r\nX-More: "))
        #expect(parts.first?.part.name == "a" && parts.first?.part.contentType == "text/plain")
    }

    @Test(arguments: [
        "a preamble\r\n" + form(field), "\r\n" + form(field), "--\r\n--c\r\n" + form(field),
        form(field).replacing("--b\r\n", with: "--b \t \r\n"),
        form(field).replacing("--b--\r\n", with: "--b-- \t"),
        form(field).replacing("--b--\r\n", with: "--b--"),
    ])
    func `what may stand around the parts is passed over`(_ body: String) throws {
        for size in 1...body.utf8.count {
            #expect(try readForm(body, chunks: [size]).map(\.bytes) == [Array("x".utf8)])
        }
    }

    @Test(arguments: [
        "", "\r", "\r\n", "\r\n-", "\r\n--", "\r\n--c", "\r\r\n--c\r\n--", "--c", "\n--b\n",
        "-b--b",
        "\r\n\r\n", "\r\n -b", "x--b", "\r--b", "\r\n-\r\n--\r\r\n-b",
    ])
    func `bytes that only look like a boundary are a part's own`(_ content: String) throws {
        for size in 1...20 {
            let parts = try readForm(form(field, content), chunks: [size])
            #expect(parts.map(\.bytes) == [Array(content.utf8)])
        }
    }

    @Test func `a boundary right after the headers ends an empty part`() throws {
        // RFC 2046: the headers' last line end is the boundary's first.
        let body = "--b\r\n\(field)\r\n\r\n--b\r\n\(field)\r\n\r\nx\r\n--b--\r\n"
        for size in 1...body.utf8.count {
            #expect(try readForm(body, chunks: [size]).map(\.bytes) == [[], Array("x".utf8)])
        }
    }

    @Test func `a form without parts is a form`() throws {
        #expect(try readForm("--b--\r\n").isEmpty)
    }

    @Test func `random bytes close to the boundary come back whole`() throws {
        var random = SeededRandom(seed: 7)
        let boundary = "-b-b"
        for _ in 0..<3000 {
            let count = Int.random(in: 0..<60, using: &random)
            let content = (0..<count).map { _ in
                "\r\n-b".utf8.map { $0 }.randomElement(using: &random) ?? 0
            }
            // At the front of a part the boundary needs no line end of its own.
            guard !(Array("\r\n".utf8) + content).contains(Array("\r\n--\(boundary)".utf8)) else {
                continue
            }
            let body =
                Array("--\(boundary)\r\n\(field)\r\n\r\n".utf8) + content
                + Array("\r\n--\(boundary)--\r\n".utf8)
            let sizes = (0..<9).map { _ in Int.random(in: 1...12, using: &random) }
            let parts = try readForm(body, boundary: boundary, chunks: sizes)
            #expect(parts.map(\.bytes) == [content])
        }
    }

    @Test func `a large part is pointed at and not copied`() throws {
        var parser = try MultipartParser(boundary: "0123456789")
        _ = try parser.feed(Array("--0123456789\r\n\(field)\r\n\r\n".utf8))
        let chunk = [UInt8](repeating: 7, count: 100_000)
        #expect(try parser.feed(chunk) == [.body(0..<100_000)])
        #expect(try parser.feed(chunk) == [.body(0..<100_000)])
        #expect(try parser.feed(Array("x\r\n--01".utf8)) == [.body(0..<1)])
        #expect(
            try parser.feed(Array("x".utf8)) == [.heldBack(Array("\r\n--01".utf8)), .body(0..<1)])
        #expect(try parser.feed(Array("\r\n--0123456789--".utf8)) == [.partEnded])
        try parser.finish()
    }
}

private let field = "Content-Disposition: form-data; name=a"
