import CheeseboardTesting
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

/// The secret of a browser in which nobody is signed in, which the marks of its forms are made from.
@Suite struct `Visitors` {
    private static let cookie = "cheeseboard_visitor"

    private func withBrowser(
        _ body: @Sendable (TestBrowser) async throws -> Void
    ) async throws {
        try await TestIndex.with { test in
            let server = try TestServer(test)
            try await server.application.test(.router) { client in
                try await body(TestBrowser(client))
            }
        }
    }

    @Test(arguments: ["/", "/search/?q=brie", "/help/", "/project/nothing/", "/no/such/page"])
    func `are given no secret by a page without forms`(path: String) async throws {
        try await withBrowser { browser in
            let page = try await browser.get(path, [.accept: "text/html"])
            #expect(TestBrowser.mark(in: String(buffer: page.body)).isEmpty)
            #expect(browser.cookies[Self.cookie] == nil)
        }
    }

    @Test func `are given one by the first page with a form, and keep it`() async throws {
        try await withBrowser { browser in
            let first = try await browser.get("/account/login/")
            let secret = try #require(browser.cookies[Self.cookie])
            let second = try await browser.get("/account/login/")
            #expect(second.headers[.setCookie] == nil)
            #expect(browser.cookies[Self.cookie] == secret)
            for page in [first, second] {
                let mark = TestBrowser.mark(in: String(buffer: page.body))
                let answer = try await browser.post(
                    "/account/login/", ["name": "nobody", "password": "wrong", "csrf": mark])
                #expect(!mark.isEmpty)
                #expect(!String(buffer: answer.body).contains("came from another site"))
            }
        }
    }

    @Test func `are given a new one where theirs is none`() async throws {
        try await withBrowser { browser in
            browser.cookies[Self.cookie] = "broken"
            _ = try await browser.get("/account/login/")
            #expect(![nil, "broken"].contains(browser.cookies[Self.cookie]))
        }
    }
}
