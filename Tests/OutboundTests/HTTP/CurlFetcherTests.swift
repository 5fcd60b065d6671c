import CheeseboardTesting
import Outbound
import Testing

@Suite("Fetching pages")
struct CurlFetcherTests {
    @Test(arguments: [
        "http://127.0.0.1/", "http://localhost/", "http://2130706433/", "http://0x7f000001/",
        "http://0177.0.0.1/", "http://127.1/", "http://0/", "http://[::1]/", "http://[::]/",
        "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", "http://[64:ff9b::7f00:1]/",
        "http://10.0.0.1/", "http://172.31.255.255/", "http://192.168.1.1/", "http://100.64.0.1/",
        "http://169.254.169.254/latest/", "http://224.0.0.1/", "http://255.255.255.255/",
        "http://[fe80::1]/", "http://[fc00::1]/", "http://[ff02::1]/", "http://[2002:7f00:1::]/",
        "http://[2001:db8::1]/", "https://127.0.0.1/", "http://198.18.0.1/",
    ])
    func `no address behind the wall is gone to`(address: String) async {
        let fetcher = CurlFetcher(userAgent: "test")
        await #expect(throws: FetchRefused.self) { try await fetcher.fetch(address) }
    }

    @Test(arguments: [
        "", "index.example", "ftp://index.example/", "file:///etc/passwd",
        "gopher://index.example/",
        "http://", "http://u@index.example/", "http://u:p@index.example/",
        "http://index.example:25/", "smtp://index.example/", "dict://index.example/",
        "http://index.example:8080/", "javascript:alert(1)",
    ])
    func `what is no page's address is not gone to`(address: String) async {
        let fetcher = CurlFetcher(userAgent: "test")
        await #expect(throws: FetchRefused.self) { try await fetcher.fetch(address) }
    }

    private func fetch(_ path: String, allowsPrivate: Bool = true) async throws -> FetchedPage {
        let web = try LocalServer.web()
        let fetcher = CurlFetcher(userAgent: "test", allowsPrivate: allowsPrivate)
        let page = try await fetcher.fetch("http://127.0.0.1:\(web.port)\(path)")
        #expect(page.address.hasPrefix("http://127.0.0.1:\(web.port)/"))
        return page
    }

    @Test func `a page is fetched, also where a redirect leads to it`() async throws {
        for path in ["/page", "/away"] {
            let page = try await fetch(path)
            #expect(page.status == 200 && page.body == Array("<p>ripe".utf8))
            #expect(page.mediaType == "text/html" && page.address.hasSuffix("/page"))
        }
        #expect(try await fetch("/status/404").status == 404)
    }

    @Test func `a redirect does not lead to a port where no pages are`() async throws {
        let (web, other) = (try LocalServer.web(), try LocalServer.web())
        let here = "http://127.0.0.1:\(web.port)"
        let free = CurlFetcher(userAgent: "test", allowsPrivate: true)
        #expect(try await free.fetch("\(here)/port/\(other.port)").status == 200)
        let fetcher = CurlFetcher(userAgent: "test", allowsPrivate: true, ports: [web.port])
        #expect(try await fetcher.fetch("\(here)/away").status == 200)
        #expect(try await fetcher.fetch("\(here)/port/\(web.port)").status == 200)
        await #expect(throws: FetchRefused.self) {
            try await fetcher.fetch("\(here)/port/\(other.port)")
        }
        await #expect(throws: FetchRefused.self) {
            try await fetcher.fetch("http://127.0.0.1:\(other.port)/page")
        }
        // Both servers are held up to here.
        #expect(web.port != other.port)
    }

    @Test func `a large page is read to the limit, and no further`() async throws {
        #expect(try await fetch("/large").body.count == 1 << 20)
    }

    @Test func `endless redirects and those to other schemes are given up`() async throws {
        for path in ["/loop", "/out"] {
            await #expect(throws: FetchFailed.self) { try await fetch(path) }
        }
    }
}
