import HTTPTypes
import Hummingbird
import NIOCore
import Testing
import WebServer

@Suite struct `The origin of a request` {
    /// What a request says of where it comes from, with what is made of it.
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var peer: String? = "10.0.0.1"
        var host: String? = "index.example"
        var fields: [String: String] = [:]
        var isTLS = false
        var prefix = ""
        var base: String
        var client: String?
    }

    private static let forwarded = [
        "X-Forwarded-For": "203.0.113.7", "X-Forwarded-Proto": "https",
        "X-Forwarded-Host": "py.index.example", "X-Forwarded-Prefix": "/python/",
    ]

    @Test(arguments: [
        Case(
            testDescription: "no proxy", peer: "192.0.2.1", base: "http://index.example",
            client: "192.0.2.1"),
        Case(
            testDescription: "TLS and a port", peer: "192.0.2.1", host: "index.example:8443",
            isTLS: true, base: "https://index.example:8443", client: "192.0.2.1"),
        Case(
            testDescription: "a prefix in the settings", peer: "192.0.2.1", prefix: "/python",
            base: "http://index.example/python", client: "192.0.2.1"),
        Case(
            testDescription: "a stranger's fields are ignored", peer: "192.0.2.1",
            fields: forwarded, base: "http://index.example", client: "192.0.2.1"),
        Case(
            testDescription: "a trusted proxy's fields", fields: forwarded,
            base: "https://py.index.example/python", client: "203.0.113.7"),
        Case(
            testDescription: "a trusted proxy inside of IPv6", peer: "::ffff:10.9.9.9",
            fields: forwarded, base: "https://py.index.example/python", client: "203.0.113.7"),
        Case(
            testDescription: "a trusted proxy by IPv6", peer: "2001:db8::5", fields: forwarded,
            base: "https://py.index.example/python", client: "203.0.113.7"),
        Case(
            testDescription: "several proxies: the last address that is not trusted",
            fields: ["X-Forwarded-For": "198.51.100.9, 203.0.113.7, 10.0.0.8 ,10.0.0.9"],
            base: "http://index.example", client: "203.0.113.7"),
        Case(
            testDescription: "only trusted addresses", fields: ["X-Forwarded-For": "10.0.0.8"],
            base: "http://index.example", client: "10.0.0.1"),
        Case(
            testDescription: "addresses that are none",
            fields: ["X-Forwarded-For": "unknown, <script>"], base: "http://index.example",
            client: "10.0.0.1"),
        Case(
            testDescription: "the first of several hosts",
            fields: [
                "X-Forwarded-Host": "a.example, b.example", "X-Forwarded-Proto": "HTTPS,http",
            ],
            base: "https://a.example", client: "10.0.0.1"),
        Case(
            testDescription: "values that are not to be believed even so",
            fields: [
                "X-Forwarded-Host": "a\"><b", "X-Forwarded-Proto": "gopher",
                "X-Forwarded-Prefix": "/a\"b",
            ], base: "http://localhost", client: "10.0.0.1"),
        Case(
            testDescription: "a prefix that would leave the host",
            fields: ["X-Forwarded-Prefix": "//evil.example"], base: "http://index.example",
            client: "10.0.0.1"),
        Case(
            testDescription: "a forwarded prefix over the one in the settings",
            fields: ["X-Forwarded-Prefix": "/deep/down"], prefix: "/python",
            base: "http://index.example/deep/down", client: "10.0.0.1"),
        Case(
            testDescription: "no host at all", peer: "192.0.2.1", host: nil,
            base: "http://localhost", client: "192.0.2.1"),
        Case(
            testDescription: "a host that is none", peer: "192.0.2.1", host: "a b<c>",
            base: "http://localhost", client: "192.0.2.1"),
        Case(
            testDescription: "an IPv6 host", peer: "::1", host: "[::1]:8080",
            base: "http://[::1]:8080", client: "::1"),
        Case(testDescription: "no known peer", peer: nil, base: "http://index.example"),
    ])
    func `only trusted proxies are believed`(_ given: Case) throws {
        var fields = HTTPFields()
        for (name, value) in given.fields { fields[try #require(HTTPField.Name(name))] = value }
        let request = Request(
            head: HTTPRequest(
                method: .get, scheme: "http", authority: given.host, path: "/",
                headerFields: fields), body: RequestBody(buffer: ByteBuffer()))
        let trusted = ["10.0.0.0/8", "2001:db8::/32"].compactMap(AddressRange.init)
        let origin = RequestOrigin(
            request, from: try given.peer.map { try SocketAddress(ipAddress: $0, port: 4711) },
            isTLS: given.isTLS, settings: ProxySettings(trusted: trusted, prefix: given.prefix))
        #expect(origin.base == given.base)
        #expect(origin.client == given.client)
    }

    @Test(arguments: [
        ("10.0.0.0/8", "10.255.255.255", true), ("10.0.0.0/8", "11.0.0.0", false),
        ("10.0.0.5", "10.0.0.5", true), ("10.0.0.5", "10.0.0.4", false),
        ("10.128.0.0/9", "10.127.255.255", false), ("10.128.0.0/9", "10.200.1.1", true),
        ("0.0.0.0/0", "255.255.255.255", true), ("0.0.0.0/0", "::1", false),
        ("::/0", "fe80::1", true), ("::/0", "10.0.0.1", false),
        ("::1", "::1", true), ("::1/128", "::2", false),
        ("2001:db8::/32", "2001:db8:ffff::1", true), ("2001:db8::/32", "2001:db9::1", false),
        ("2001:db8:0:0:0:0:0:1", "2001:db8::1", true), ("fe80::%eth0/10", "fe80::1", true),
        ("::ffff:10.0.0.0/104", "10.1.2.3", true), ("10.0.0.0/8", "::ffff:10.1.2.3", true),
        ("64:ff9b::192.0.2.0/120", "64:ff9b::c000:2ff", true),
    ])
    func `a range contains the addresses with its prefix`(
        _ range: String, _ address: String, _ isInside: Bool
    ) throws {
        let range = try #require(AddressRange(range))
        #expect(ProxySettings(trusted: [range]).trusts(address) == isInside)
    }

    @Test(arguments: [
        "", "/8", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/8/8", "10.0.0", "10.0.0.0.0",
        "10.0.0.256", "10.0.0.+1", "1000.0.0.0", "a.b.c.d", "::/129", ":::", "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7::8:9", "12345::", "g::", "::1::", "1:2:3:4:5:6:7:8::",
        "10.0.0.0/8 ", "localhost", "::10.0.0.256", "1.2.3.4::",
    ])
    func `what is no address or range is none`(_ text: String) {
        #expect(AddressRange(text) == nil)
    }

    @Test(arguments: [
        ("", ""), ("/", ""), ("/python", "/python"), ("/python/", "/python"),
        ("/a/b-c_d.e~f", "/a/b-c_d.e~f"),
    ])
    func `a prefix has a slash in front and none behind`(_ text: String, _ expected: String) {
        #expect(ProxySettings.prefix(text) == expected)
    }

    @Test(arguments: [
        "python", "//host", "/a b", "/a?b", "/a#b", "/a%20b", "/é", "/a//b", "/a/../b", "/./a",
        "/" + String(repeating: "a", count: 300),
    ])
    func `what is no plain path is no prefix`(_ text: String) {
        #expect(ProxySettings.prefix(text) == nil)
    }
}
