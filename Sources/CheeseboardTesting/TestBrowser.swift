package import HTTPTypes
package import HummingbirdTesting
import NIOCore
import Synchronization
import WebServer

/// A browser without scripts for tests: it keeps cookies, and sends forms with the mark that their
/// page gave them.
///
///     let browser = TestBrowser(client)
///     try await browser.submit("/account/login/", ["name": "alma", "password": "…"])
///     #expect(try await browser.get("/manage/account/").status == .ok)
package final class TestBrowser: Sendable {
    private let client: any TestClientProtocol
    private let jar = Mutex<[String: String]>([:])

    /// A browser that has been nowhere yet.
    package init(_ client: any TestClientProtocol) {
        self.client = client
    }

    /// Another browser of the same server, which has been nowhere yet.
    package convenience init(browser: TestBrowser) {
        self.init(browser.client)
    }

    /// The cookies that it keeps, by name; a test may change them.
    package var cookies: [String: String] {
        get { jar.withLock { $0 } }
        set { jar.withLock { $0 = newValue } }
    }

    /// The page at an address; redirects are not followed.
    package func get(_ path: String, _ headers: HTTPFields = [:]) async throws -> TestResponse {
        try await send(.get, path, headers, body: nil)
    }

    /// Sends a form, with the mark from the page at its own address or at another.
    package func submit(
        _ path: String, _ fields: [String: String], from page: String? = nil,
        _ headers: HTTPFields = [:]
    ) async throws -> TestResponse {
        let html = String(buffer: try await get(page ?? path).body)
        return try await post(path, fields.merging(["csrf": Self.mark(in: html)]) { $1 }, headers)
    }

    /// Sends exactly these fields, whatever page they come from.
    package func post(
        _ path: String, _ fields: [String: String], _ headers: HTTPFields = [:]
    ) async throws -> TestResponse {
        let text = fields.sorted { $0.key < $1.key }.map { name, value in
            "\(name)=\(PercentEncoding.field(value))"
        }
        var headers = headers
        headers[.contentType] = "application/x-www-form-urlencoded"
        return try await send(.post, path, headers, body: text.joined(separator: "&"))
    }

    /// Sends a body as a tool does, with these fields.
    package func send(
        _ body: [UInt8], to path: String, _ headers: HTTPFields
    ) async throws -> TestResponse {
        try await client.executeRequest(
            uri: path, method: .post, headers: headers, body: ByteBuffer(bytes: body))
    }

    /// The mark in a page's forms; empty where it has none.
    package static func mark(in html: String) -> String {
        guard let start = html.firstRange(of: #"name="csrf" value=""#)?.upperBound else {
            return ""
        }
        return String(html[start...].prefix { $0 != "\"" })
    }

    private func send(
        _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields, body: String?
    ) async throws -> TestResponse {
        var headers = headers
        let cookies = cookies.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }
        if !cookies.isEmpty { headers[.cookie] = cookies.joined(separator: "; ") }
        let response = try await client.executeRequest(
            uri: path, method: method, headers: headers, body: body.map { ByteBuffer(string: $0) })
        for field in response.headers[values: .setCookie] {
            let parts = field.split(separator: ";").map { $0.drop { $0 == " " } }
            let pair = (parts.first ?? "").split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2 else { continue }
            let isGone = parts.contains("Max-Age=0")
            jar.withLock { $0[String(pair[0])] = isGone ? nil : String(pair[1]) }
        }
        return response
    }
}
