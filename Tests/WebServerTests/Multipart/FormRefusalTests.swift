import CheeseboardTesting
import Testing
import WebServer

@Suite struct `Refusing a form` {
    @Test(arguments: malformedForms)
    func `a form that could mean two things is refused`(_ body: String, _ reason: String) throws {
        for size in [1, 3, 50, .max] {
            let error = #expect(throws: MultipartInvalid.self) {
                try readForm(body, chunks: [size])
            }
            let message = error?.description ?? ""
            #expect(message.contains(reason), "\(message)")
            #expect(error?.kind == .malformed)
        }
    }

    @Test func `bytes that are not UTF-8 are no header`() {
        var body = Array(form(field + "; filename=~").utf8)
        for index in body.indices where body[index] == UInt8(ascii: "~") { body[index] = 0xe9 }
        #expect(throws: MultipartInvalid.self) { try readForm(body, boundary: "b") }
    }

    @Test(arguments: [
        (MultipartLimits(totalBytes: 60), "larger than 60 bytes"),
        (MultipartLimits(parts: 2), "more than 2 parts"),
        (MultipartLimits(headerBytes: 20), "headers of a part are larger than 20 bytes"),
        (MultipartLimits(fieldBytes: 8), "fields are larger than 8 bytes together"),
    ])
    func `a form over a limit is refused as too large`(
        _ limits: MultipartLimits, _ reason: String
    ) throws {
        let part = "--b\r\n\(field)\r\n\r\nabc\r\n"
        let body = part + part + part + "--b--\r\n"
        for size in [1, 3, 50, .max] {
            let error = #expect(throws: MultipartInvalid.self) {
                try readForm(body, chunks: [size], limits: limits)
            }
            #expect(error?.kind == .tooLarge)
            #expect(error?.message.contains(reason) == true)
        }
        #expect(try readForm(body).count == 3)
    }

    @Test func `a form may be as large as its limits`() throws {
        let part = "--b\r\n\(field)\r\n\r\nabc\r\n"
        let body = part + part + "--b--\r\n"
        let limits = MultipartLimits(
            parts: 2, headerBytes: field.utf8.count + 4, fieldBytes: 6,
            totalBytes: body.utf8.count)
        for size in [1, 7, .max] {
            #expect(try readForm(body, chunks: [size], limits: limits).count == 2)
        }
    }

    @Test func `a file's bytes are no field's`() throws {
        let body = form(field + "; filename=f", String(repeating: "x", count: 100))
        #expect(try readForm(body, limits: MultipartLimits(fieldBytes: 8)).count == 1)
    }

    @Test func `a parser that has failed stays failed`() throws {
        var parser = try MultipartParser(boundary: "b")
        let first = #expect(throws: MultipartInvalid.self) { try parser.feed(Array("--bx".utf8)) }
        let again = #expect(throws: MultipartInvalid.self) { try parser.feed([]) }
        let end = #expect(throws: MultipartInvalid.self) { try parser.finish() }
        #expect(first == again)
        #expect(first == end)
    }

    @Test(arguments: [
        ("multipart/form-data; boundary=abc", "abc"),
        ("Multipart/Form-Data;BOUNDARY=\"a b=c\"; charset=utf-8", "a b=c"),
        (
            "multipart/form-data; charset=utf-8; boundary=----WebKitFormBoundaryx",
            "----WebKitFormBoundaryx"
        ),
        ("multipart/form-data; boundary==_Part_1.2", "=_Part_1.2"),
    ])
    func `the boundary is taken from the Content-Type`(
        _ contentType: String, _ boundary: String
    ) throws {
        #expect(try MultipartParser.boundary(fromContentType: contentType) == boundary)
        _ = try MultipartParser(boundary: boundary)
    }

    @Test(arguments: [
        "", "multipart/form-data", "multipart/mixed; boundary=a", "application/json",
        "multipart/form-data; boundary=", "multipart/form-data; boundary=\"a",
        "multipart/form-data; boundary=a; boundary=b",
    ])
    func `a Content-Type without one clear boundary is refused`(_ contentType: String) {
        #expect(throws: MultipartInvalid.self) {
            try MultipartParser.boundary(fromContentType: contentType)
        }
    }

    @Test(arguments: ["", "a ", "a\r\nb", "a\0", "é", String(repeating: "a", count: 71)])
    func `a boundary that no client may use is refused`(_ boundary: String) {
        #expect(throws: MultipartInvalid.self) { try MultipartParser(boundary: boundary) }
    }

    @Test func `ten thousand broken forms are read or refused`() throws {
        var random = SeededRandom(seed: 20)
        let forms = try ClientForm.all()
        for round in 0..<10_000 {
            let form = forms[round % forms.count]
            let boundary = try MultipartParser.boundary(fromContentType: form.contentType)
            var bytes = form.bytes
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let index = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[index] = .random(in: .min ... .max, using: &random)
                case 1: bytes.remove(at: index)
                case 2:
                    bytes.insert(
                        "\r\n-\"\\;%:\0".utf8.randomElement(using: &random) ?? 0, at: index)
                default: bytes.insert(contentsOf: bytes[index...].prefix(40), at: index)
                }
            }
            let size = Int.random(in: 1...200, using: &random)
            let whole = Result { () throws(MultipartInvalid) in
                try readForm(bytes, boundary: boundary)
            }
            let split = Result { () throws(MultipartInvalid) in
                try readForm(bytes, boundary: boundary, chunks: [size])
            }
            #expect(whole == split)
        }
    }
}

private let field = "Content-Disposition: form-data; name=a"

/// Bodies with the boundary `b`, and what is said of each.
private let malformedForms: [(body: String, reason: String)] = [
    ("", "ends before its last boundary"),
    ("--b", "ends before its last boundary"),
    ("--b\r\n", "ends before its last boundary"),
    ("--b--\r", "ends before its last boundary"),
    ("--b-\r\n", "followed by other characters"),
    ("--bb\r\n", "followed by other characters"),
    ("--b \r\r\n", "followed by other characters"),
    ("--b\n", "followed by other characters"),
    ("--b\r\n\r\nx\r\n--b--\r\n", "no Content-Disposition"),
    ("--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b--\r\n", "no Content-Disposition"),
    (form("Content-Disposition: form-data"), "has no name"),
    (form("Content-Disposition: attachment; name=a"), "is not form-data"),
    (form("Content-Disposition: form-data; name=\"a\0b\""), "not UTF-8 text"),
    (form("Content-Disposition: form-data; name*=utf-8''a%00b"), "control character"),
    (form("Content-Disposition: form-data; name=\"a%0Ab\""), "control character"),
    (form("\(field); filename*=utf-8''a%00b"), "NUL"),
    (form("\(field); filename*=utf-8''a%FFb"), "not UTF-8"),
    (form("\(field); filename*=utf-8''a%4"), "not UTF-8"),
    (form("\(field); filename*=latin-1''a"), "not UTF-8"),
    (form("\(field); filename*=a"), "not UTF-8"),
    (form("\(field); name=b"), "a parameter twice"),
    (form("\(field); filename"), "broken parameter"),
    (form("\(field); filename="), "broken parameter"),
    (form("\(field); =x"), "broken parameter"),
    (form("\(field); filename=\"a"), "broken parameter"),
    (form("\(field); filename=\"a\\\""), "broken parameter"),
    (form("\(field); filename=\"a\"b"), "does not end"),
    (form("\(field); filename=a\"b"), "does not end"),
    (form("\(field)\r\n\(field)"), "'content-disposition' twice"),
    (form("\(field)\r\nX-A: 1\r\nx-a: 2"), "'x-a' twice"),
    (form("\(field)\r\n folded"), "not a header"),
    (form("\(field)\r\n: x"), "not a header"),
    (form("\(field)\r\nX A: x"), "not a header"),
    (form("\(field)\r\nX-A"), "not a header"),
    (form("\(field)\r\nX-A: a\u{7f}"), "not UTF-8 text"),
    (form("\(field)\r\nContent-Transfer-Encoding: base64"), "Content-Transfer-Encoding"),
    (form("\(field)\nX-A: a"), "CR LF"),
    (form("\(field)\r\rX-A: a"), "CR LF"),
    (form(field).replacing("\r\n", with: "\n"), "followed by other characters"),
    (form(field) + "\r\n", "after its last boundary"),
    (form(field) + "x", "after its last boundary"),
    (form(field).replacing("--b--\r\n", with: "--b--x"), "after its last boundary"),
    (form(field).replacing("--b--\r\n", with: "--b--\r\r\n"), "after its last boundary"),
    (String(repeating: "x", count: 10_000) + "\r\n" + form(field), "begin with its boundary"),
]
