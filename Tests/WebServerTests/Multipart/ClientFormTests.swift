import Foundation
import Testing
import WebServer

@Suite struct `Forms as clients send them` {
    @Test(arguments: try ClientForm.all())
    func `a client's form holds what the client put in`(_ form: ClientForm) throws {
        let boundary = try MultipartParser.boundary(fromContentType: form.contentType)
        #expect(try read(form, boundary, chunks: [.max]) == form.parts)
    }

    @Test(arguments: try ClientForm.all(), [[1], [2], [3], [7], [64], [1, 40, 3, 13, 5]])
    func `where the chunks end changes nothing`(_ form: ClientForm, _ chunks: [Int]) throws {
        let boundary = try MultipartParser.boundary(fromContentType: form.contentType)
        #expect(try read(form, boundary, chunks: chunks) == form.parts)
    }

    @Test(arguments: try ClientForm.all())
    func `a form that is cut off is refused`(_ form: ClientForm) throws {
        let boundary = try MultipartParser.boundary(fromContentType: form.contentType)
        // The line end after the last boundary is not missed.
        for length in 0..<form.bytes.count - 2 {
            #expect(throws: MultipartInvalid.self) {
                try readForm(Array(form.bytes.prefix(length)), boundary: boundary)
            }
        }
        let unended = Array(form.bytes.dropLast(2))
        #expect(try readForm(unended, boundary: boundary).count == form.parts.count)
    }

    @Test func `every second chunk size up to the whole form gives the same parts`() throws {
        let form = try #require(try ClientForm.all().first { $0.client == "uv" })
        let boundary = try MultipartParser.boundary(fromContentType: form.contentType)
        for size in stride(from: 9, to: form.bytes.count, by: 2) {
            #expect(try read(form, boundary, chunks: [size]) == form.parts)
        }
    }

    private func read(
        _ form: ClientForm, _ boundary: String, chunks: [Int]
    ) throws -> [ClientForm.Part] {
        try readForm(form.bytes, boundary: boundary, chunks: chunks).map { part in
            #expect(part.isComplete)
            return ClientForm.Part(
                name: part.part.name, fileName: part.part.fileName,
                contentType: part.part.contentType, bytes: part.bytes)
        }
    }
}

struct ClientForm: Sendable, CustomTestStringConvertible {
    struct Part: Equatable {
        var name: String
        var fileName: String?
        var contentType: String?
        var bytes: [UInt8]
    }

    private struct Recorded: Decodable {
        struct Part: Decodable {
            var name: String
            var fileName: String?
            var contentType: String?
            var bytes: [String]
        }

        var client: String
        var contentType: String
        var parts: [Part]
        var body: [String]
    }

    var client: String
    var contentType: String
    var parts: [Part]
    var bytes: [UInt8]

    private init(_ recorded: Recorded) {
        client = recorded.client
        contentType = recorded.contentType
        parts = recorded.parts.map {
            Part(
                name: $0.name, fileName: $0.fileName, contentType: $0.contentType,
                bytes: Self.bytes($0.bytes))
        }
        bytes = Self.bytes(recorded.body)
    }

    private static func bytes(_ lines: [String]) -> [UInt8] {
        Data(base64Encoded: lines.joined()).map(Array.init) ?? []
    }

    var testDescription: String { client }

    static func all() throws -> [ClientForm] {
        try JSONDecoder().decode([Recorded].self, from: Data(clientBodies.utf8)).map(
            ClientForm.init)
    }
}
