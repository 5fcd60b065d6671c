import CheeseboardTesting
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import PackageIndex
import Testing
import WebServer

/// What a test asks a server without a socket.
typealias Client = any TestClientProtocol

/// Runs a test with a server of its own.
func withServer(
    settings: IndexSettings = IndexSettings(), proxy: ProxySettings = ProxySettings(),
    _ body: @Sendable (TestServer, Client) async throws -> Void
) async throws {
    try await TestIndex.with(settings: settings) { test in
        let server = try TestServer(test, proxy: proxy)
        try await server.application.test(.router) { client in try await body(server, client) }
    }
}

extension TestClientProtocol {
    /// The response to GET, with fields given by name.
    func get(_ path: String, _ fields: [String: String] = [:]) async throws -> TestResponse {
        try await ask(.get, path, fields)
    }

    /// The response to a request, with fields given by name.
    func ask(
        _ method: HTTPRequest.Method, _ path: String, _ fields: [String: String] = [:],
        body: [UInt8]? = nil
    ) async throws -> TestResponse {
        var headers = HTTPFields()
        for (name, value) in fields { headers[try #require(HTTPField.Name(name))] = value }
        return try await executeRequest(
            uri: path, method: method, headers: headers, body: body.map { ByteBuffer(bytes: $0) })
    }

    /// The response to an upload.
    func upload(
        _ body: UploadBody, to path: String = "/legacy/", token: String,
        accept: String = "*/*"
    ) async throws -> TestResponse {
        try await ask(
            .post, path,
            [
                "Authorization": "Bearer \(token)", "Content-Type": UploadBody.contentType,
                "Accept": accept,
            ], body: body.bytes)
    }
}

extension TestResponse {
    /// The body as text.
    var text: String { String(buffer: body) }

    /// The body's bytes.
    var bytes: [UInt8] { Array(body.readableBytesView) }

    /// The value of a field.
    subscript(name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }

    /// Everything but the request's id: what a test compares byte for byte.
    var whole: String {
        let fields = headers.filter { $0.name.rawName != "X-Request-ID" }
            .map { "\($0.name.canonicalName): \($0.value)\n" }.sorted()
        return "\(status.code)\n\(fields.joined())\n\(text)"
    }

    /// The body as JSON.
    func json() throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }
}

/// A wheel whose bytes are the same with every version of zlib.
func storedWheel(
    _ name: String, _ version: String, _ change: (inout WheelBuilder) -> Void = { _ in }
) -> (filename: String, bytes: [UInt8]) {
    var wheel = WheelBuilder(name: name, version: version)
    wheel.method = .stored
    change(&wheel)
    return wheel.make()
}

/// Compares with a file in `Golden`; `CHEESEBOARD_REMAKE_GOLDEN=1` writes it afresh.
func expectGolden(
    _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Golden/\(name)")
    if ProcessInfo.processInfo.environment["CHEESEBOARD_REMAKE_GOLDEN"] != nil {
        try Data(text.utf8).write(to: file)
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    #expect(text == golden, "\(name) is different", sourceLocation: sourceLocation)
}

/// Removes a file, as a broken disk would.
func removeFile(_ path: String) throws {
    try FileManager.default.removeItem(atPath: path)
}
