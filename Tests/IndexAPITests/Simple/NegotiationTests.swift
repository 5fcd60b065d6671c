import CheeseboardTesting
import HTTPTypes
import HummingbirdTesting
import Testing

@Suite struct `The form of index pages` {
    private static let json = "application/vnd.pypi.simple.v1+json"
    private static let html = "application/vnd.pypi.simple.v1+html; charset=utf-8"
    private static let plain = "text/html; charset=utf-8"

    @Test(
        arguments: [
            // What clients send.
            (
                "application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html; q=0.1, "
                    + "text/html; q=0.01", json
            ),
            (
                "application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, "
                    + "text/html;q=0.01", json
            ),
            ("application/vnd.pypi.simple.v1+json, */*;q=0.1", json),
            (
                "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8",
                plain
            ), ("*/*", plain), (nil, plain), ("", plain), ("text/html", plain),
            // Quality and ties.
            ("text/html, application/vnd.pypi.simple.v1+json", json),
            ("text/html, application/vnd.pypi.simple.v1+html", html),
            ("application/vnd.pypi.simple.v1+html, application/vnd.pypi.simple.v1+json", json),
            ("text/html;q=0.9, application/vnd.pypi.simple.v1+json;q=0.8", plain),
            ("text/html;q=0.5, application/vnd.pypi.simple.v1+html;q=0.6", html),
            ("application/vnd.pypi.simple.v1+json;q=0", plain),
            (
                "application/vnd.pypi.simple.v1+json;q=0.0, application/vnd.pypi.simple.v1+html",
                html
            ),
            ("*/*, application/vnd.pypi.simple.v1+json;q=0.5", plain),
            ("*/*;q=0.5, application/vnd.pypi.simple.v1+json;q=0.5", json),
            ("application/vnd.pypi.simple.v1+json;q=rubbish, text/html;q=0.1", plain),
            ("application/vnd.pypi.simple.v1+json;q=nan, text/html;q=0.1", plain),
            // Names.
            ("application/vnd.pypi.simple.latest+json", json),
            ("application/vnd.pypi.simple.latest+html", html),
            ("APPLICATION/VND.PyPI.simple.V1+JSON ; charset=utf-8", json),
            ("application/vnd.pypi.simple.v2+json", plain), ("application/json", plain),
            ("image/png", plain), ("nonsense, ;, ,", plain),
            ("application/vnd.pypi.simple.v1+json;level=1;q=0.2, text/html;q=0.1", json),
        ] as [(String?, String)])
    func `is the best that is accepted`(_ accept: String?, _ type: String) async throws {
        try await withServer { server, client in
            try await server.test.publish(storedWheel("brie", "1.0"))
            var fields: [String: String] = [:]
            fields["Accept"] = accept
            for path in ["/simple/", "/simple/brie/"] {
                let page = try await client.get(path, fields)
                #expect(page.status == .ok)
                #expect(page["Content-Type"] == type)
                #expect(page.text.hasPrefix(type == Self.json ? "{" : "<!DOCTYPE html>"))
            }
        }
    }

    @Test(arguments: [
        ("application/vnd.pypi.simple.v1+json", json),
        ("application/vnd.pypi.simple.v1%2Bjson", json),
        ("application%2Fvnd.pypi.simple.latest%2Bjson", json), ("text/html", plain),
        ("application/vnd.pypi.simple.v1+html", html), ("json", html),
    ])
    func `may be named in the query`(_ format: String, _ type: String) async throws {
        try await withServer { server, client in
            let page = try await client.get(
                "/simple/?format=\(format)", ["Accept": "application/vnd.pypi.simple.v1+html"])
            #expect(page["Content-Type"] == type)
        }
    }

    @Test func `is HTML for hatch, whatever it accepts`() async throws {
        try await withServer { server, client in
            let wheel = storedWheel("brie", "1.0")
            try await server.test.publish(wheel)
            for (path, root) in [
                ("/+simple/brie/", "../../files/"), ("/legacy/+simple/brie/", "../../../files/"),
            ] {
                let page = try await client.get(path, ["Accept": Self.json])
                #expect(page["Content-Type"] == Self.plain)
                #expect(page.text.contains("<a href=\"\(root)"))
                #expect(page.text.contains(">\(wheel.filename)</a>"))
            }
            for path in ["/+simple/", "/legacy/+simple/"] {
                let page = try await client.get(path, ["Accept": Self.json])
                #expect(page.text.contains("<a href=\"brie/\">brie</a>"))
            }
            #expect(try await client.get("/+simple/BRIE/").status == .ok)
            #expect(try await client.get("/+simple/none/").status == .notFound)
        }
    }
}
