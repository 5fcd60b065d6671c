import HTTPTypes
import Hummingbird
import NIOCore
import PackageIndex
import WebServer

/// Hands out files and their metadata.
struct FileHandlers: Sendable {
    private static let metadataSuffix = ".metadata"
    /// How much is read and sent at once.
    private static let chunkBytes = 64 << 10

    private let index: Index

    /// Handlers over an index.
    init(_ index: Index) {
        self.index = index
    }

    /// What answers which route.
    var routes: [Route: RouteHandler] { [.file: file, .mirroredFile: file] }

    /// A file, or its metadata where the name ends in `.metadata` (PEP 658).
    @Sendable private func file(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let name = context.values["filename"] ?? ""
        let isMetadata = name.hasSuffix(Self.metadataSuffix)
        let filename = isMetadata ? String(name.dropLast(Self.metadataSuffix.count)) : name
        guard let file = try await index.offeredFile(filename, for: context.principal),
            file.sha256 == context.values["sha256"],
            let digest = isMetadata ? file.metadataSHA256 : file.sha256,
            let content = try await index.open(file, isMetadata ? .metadata : .content)
        else {
            throw Refusal(.fileUnknown, "There is no file '\(Shown.short(name))' at this address.")
        }
        return send(
            content, digest: digest, type: isMetadata ? "text/plain; charset=utf-8" : nil,
            to: request, context)
    }

    private func send(
        _ content: FileContent, digest: String, type: String?, to request: Request,
        _ context: IndexRequestContext
    ) -> Response {
        let etag = "\"\(digest)\""
        let scope = context.principal == nil ? "public" : "private"
        var headers: HTTPFields = [
            .contentType: type ?? "application/octet-stream", .eTag: etag, .acceptRanges: "bytes",
            .cacheControl: "\(scope), max-age=31536000, immutable",
        ]
        headers[.contentSecurityPolicy] = "sandbox; default-src 'none'"
        if EntityTag.isMatched(etag, by: request.headers[.ifNoneMatch]) {
            headers[.contentType] = nil
            var response = Response(status: .notModified, headers: headers)
            response.headers[.contentLength] = nil
            return response
        }
        let condition = request.headers[.ifRange]
        // Ranges are defined for GET alone (RFC 9110 §14.2).
        let wanted =
            request.method == .get && (condition == nil || condition == etag)
            ? ByteRange(request.headers[.range], size: content.byteCount) : .whole
        switch wanted {
        case .whole:
            return Response(
                status: .ok, headers: headers,
                body: body(content, 0..<content.byteCount, context.connection))
        case .part(let range):
            headers[.contentRange] =
                "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(content.byteCount)"
            return Response(
                status: .partialContent, headers: headers,
                body: body(content, range, context.connection))
        case .unsatisfiable:
            var response = Response.refusal(
                Refusal(
                    .rangeNotSatisfiable, "The file has only \(content.byteCount) bytes."),
                in: .problem, accept: nil)
            response.headers[.contentRange] = "bytes */\(content.byteCount)"
            return response
        }
    }

    private func body(
        _ content: FileContent, _ range: Range<Int>, _ connection: ClientConnection
    ) -> ResponseBody {
        ResponseBody(contentLength: range.count) { writer in
            var position = range.lowerBound
            while position < range.upperBound {
                let chunk = try await chunk(content, position..<range.upperBound)
                position += chunk.readableBytes
                try await writer.write(chunk)
                try await connection.drained()
            }
            try await writer.finish(nil)
        }
    }

    /// The first bytes of a range, in the one buffer that lives while a client is waited for.
    private func chunk(_ content: FileContent, _ range: Range<Int>) async throws -> ByteBuffer {
        ByteBuffer(
            bytes: try await content.read(
                at: range.lowerBound, count: min(Self.chunkBytes, range.count)))
    }
}
