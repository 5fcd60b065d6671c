import CheeseboardTesting
import Database
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Outbound
import PackageIndex
import Testing
import WebServer

/// How refusals and failures are answered, in each face's form.
@Suite struct `Answers that say no` {
    @Test(arguments: [
        (FailureKind.storageFull, 507), (.unavailable, 503), (.rendererUnavailable, 503),
        (.other, 500),
    ])
    func `a failure has an id and no internals`(_ kind: FailureKind, _ status: Int) async throws {
        try await TestIndex.with { test in
            let fail: RouteHandler = { _, _ in throw Self.error(kind) }
            let server = try TestServer(
                test,
                replacing: [
                    .projectList: fail, .upload: fail, .projectJSON: fail, .front: fail,
                ])
            let token = try await test.token()
            let requestID = try #require(HTTPField.Name("X-Request-ID"))
            try await server.application.test(.router) { client in
                for (method, path, type) in [
                    (HTTPRequest.Method.get, "/simple/", "application/problem+json"),
                    (.post, "/legacy/", "text/plain; charset=utf-8"),
                    (.get, "/pypi/brie/json", "application/json"),
                    (.get, "/", "text/html; charset=utf-8"),
                ] {
                    let response = try await client.execute(
                        uri: path, method: method, headers: [.authorization: "Bearer \(token)"])
                    #expect(response.status.code == status)
                    #expect(response.headers[.contentType] == type)
                    let id = try #require(response.headers[requestID])
                    let text = String(buffer: response.body)
                    #expect(text.contains(id))
                    #expect(!text.contains("secret"))
                    #expect(response.headers[.cacheControl] == "no-store")
                    #expect((response.headers[.retryAfter] != nil) == (status == 503))
                }
            }
        }
    }

    @Test func `a route that the wiring forgot is a failure, not a crash`() async throws {
        try await TestIndex.with { test in
            let responder = IndexResponder(index: test.index, handlers: [:])
            try await Application(responder: responder, logger: test.index.logger).test(.router) {
                let answer = try await $0.execute(uri: "/", method: .get)
                #expect(answer.status == .internalServerError)
            }
        }
    }

    /// What clients send as Accept, with the content type of a refusal.
    @Test(arguments: [
        ("application/json;q=0.9, text/plain;q=0.8, text/html;q=0.7", "application/problem+json"),
        ("application/problem+json", "application/problem+json"),
        ("*/*", "text/plain; charset=utf-8"), ("", "text/plain; charset=utf-8"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "text/plain; charset=utf-8"),
    ])
    func `an upload's refusal is in the form that its client shows`(
        _ accept: String, _ type: String
    ) async throws {
        try await TestIndex.with { test in
            try await TestServer(test).application.test(.router) { client in
                let response = try await client.execute(
                    uri: "/legacy/", method: .post, headers: [.accept: accept])
                #expect(response.status == .unauthorized)
                #expect(response.headers[.contentType] == type)
                #expect(
                    response.headers[.wwwAuthenticate]
                        == #"Basic realm="Cheeseboard", charset="UTF-8""#)
                let text = String(buffer: response.body)
                #expect(
                    text
                        == (type.hasPrefix("text")
                            ? "Uploading needs an API token, or a user and password.\n"
                                + "Send an API token (user `__token__`, or as Bearer) or a user name "
                                + "and password.\n"
                            : #"{"type":"about:blank","status":401,"title":"Uploading needs an API "#
                                + #"token, or a user and password","detail":"Send an API token "#
                                + #"(user `__token__`, or as Bearer) or a user name and password.","#
                                + #""code":"credentials-missing"}"#))
            }
        }
    }

    @Test(arguments: RefusalCode.allCases)
    func `every refusal has a status in every form`(_ code: RefusalCode) {
        let refusal = Refusal(code, "no <b>\"way\"</b>")
        for form in [RefusalForm.upload, .problem, .json, .page] {
            let response = Response.refusal(refusal, in: form, accept: nil)
            #expect((400..<500).contains(response.status.code))
            #expect(
                (response.headers[.wwwAuthenticate] != nil) == (response.status == .unauthorized))
            #expect(
                (response.headers[.retryAfter] != nil) == (response.status == .tooManyRequests))
            #expect(response.headers[.cacheControl] == "no-store")
            let wantsStatus: HTTPResponse.Status? =
                switch code {
                case .credentialsMissing: .unauthorized
                case .credentialsInvalid: form == .upload ? .forbidden : .unauthorized
                case .fileExists, .filenameUsed: .conflict
                case .fileTooLarge: .contentTooLarge
                case .methodNotAllowed: .methodNotAllowed
                case .rangeNotSatisfiable: .rangeNotSatisfiable
                case .projectUnknown, .fileUnknown, .pathUnknown: .notFound
                case .actionGone: .gone
                case .tooManySignIns: .tooManyRequests
                default: nil
                }
            if let wantsStatus { #expect(response.status == wantsStatus) }
        }
        #expect(
            Response.refusal(refusal, in: .json, accept: nil).headers[.contentType]
                == "application/json")
    }

    @Test func `a page that says no escapes what it repeats`() async throws {
        try await TestIndex.with { test in
            let server = try TestServer(
                test, replacing: [.front: { _, _ in throw Refusal(.linkInvalid, "<script>&\"") }])
            try await server.application.test(.router) { client in
                let response = try await client.execute(uri: "/", method: .get)
                #expect(response.status == .forbidden)
                #expect(response.headers[.contentType] == "text/html; charset=utf-8")
                let html = String(buffer: response.body)
                #expect(html.contains("<h1>&lt;script&gt;&amp;&quot;</h1>"))
                #expect(!html.contains("<script>"))
            }
        }
    }

    @Test func `HEAD has the head of GET and no body`() async throws {
        try await TestIndex.with { test in
            let wheel = WheelBuilder(name: "brie", version: "1.0").make()
            try await test.publish(wheel)
            let listing = try #require(try await test.index.projectListing("brie", for: nil))
            let sha256 = try #require(listing.files.first?.sha256)
            try await TestServer(test).application.test(.router) { client in
                for path in [
                    "/", "/static/style.css", "/_health", "/legacy/", "/simple/", "/simple/brie/",
                    "/+simple/brie/", "/files/\(sha256)/\(wheel.filename)", "/pypi/brie/json",
                    "/files/\(sha256)/\(wheel.filename).metadata", "/simple/none/", "/simple",
                    "/simple/Brie/", "/nothing", "/files/\(sha256)/x.whl", "/pypi/none/json",
                ] {
                    let get = try await client.execute(uri: path, method: .get)
                    let head = try await client.execute(uri: path, method: .head)
                    #expect(head.status == get.status)
                    #expect(head.body.readableBytes == 0)
                    #expect(
                        head.headers[.contentLength] == String(get.body.readableBytes), "\(path)")
                    #expect(fields(get.headers) == fields(head.headers), "\(path)")
                }
            }
        }
    }

    @Test func `the link's secret is not logged`() async throws {
        let lines = LogRecorder()
        try await TestIndex.with { test in
            let server = try TestServer(test)
            let application = Application(responder: server.responder, logger: lines.logger)
            try await application.test(.router) { client in
                _ = try await client.execute(uri: "/setup/\(server.setup.secret)", method: .get)
                _ = try await client.execute(uri: "/setup/wrong-one", method: .post)
                _ = try await client.execute(uri: "/simple/", method: .get)
            }
            #expect(lines.text.contains("GET /setup/{secret} 200"))
            #expect(lines.text.contains("GET /simple/ 200"))
            #expect(!lines.text.contains(server.setup.secret) && !lines.text.contains("wrong-one"))
        }
    }

    private func fields(_ fields: HTTPFields) -> [String] {
        fields.filter { $0.name.rawName != "X-Request-ID" }
            .map { "\($0.name.canonicalName): \($0.value)" }.sorted()
    }

    private static func error(_ kind: FailureKind) -> any Error {
        switch kind {
        case .storageFull: DatabaseError(.full, "secret path")
        case .unavailable: DatabaseError(.unavailable, "secret host")
        case .rendererUnavailable: RendererNotStarted(reason: "secret path")
        case .other: DatabaseError(.other, "secret SQL")
        }
    }
}
