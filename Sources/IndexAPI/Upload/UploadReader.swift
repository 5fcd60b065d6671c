import Hummingbird
import NIOCore
import PackageIndex
import WebServer

/// Reads an upload's form as it streams in: fields into memory, the file to disk while it is
/// hashed.
struct UploadReader {
    private let index: Index
    private var fields: [(name: String, value: String)] = []
    private var part: MultipartPart?
    private var text: [UInt8] = []
    private var file: ArrivingFile?
    private var filePart: MultipartPart?
    private let fileLimit: Int

    init(_ index: Index, fileLimit: Int) {
        self.index = index
        self.fileLimit = fileLimit
    }

    /// The upload in a request's body.
    ///
    /// Refused where the body is no form or the file is over the limit; the temporary file is gone
    /// then.
    static func read(
        _ request: Request, into index: Index, by principal: Principal
    ) async throws -> Upload {
        var reader = UploadReader(index, fileLimit: try await index.largestFile(by: principal))
        do {
            return try await reader.read(request)
        } catch let invalid as MultipartInvalid {
            reader.file?.discard()
            throw invalid.kind == .tooLarge
                ? Refusal(.fileTooLarge, "The form is too large: \(invalid.message).")
                : Refusal(.requestMalformed, "The form cannot be read: \(invalid.message).")
        } catch {
            reader.file?.discard()
            throw error
        }
    }

    private mutating func read(_ request: Request) async throws -> Upload {
        guard let type = request.headers[.contentType] else {
            throw Refusal(.requestMalformed, "The request has no Content-Type.")
        }
        // PyPI reads the action from the address as well as from the form.
        let query = PercentEncoding.formFields((request.uri.query ?? "").utf8) ?? []
        fields += query.filter { $0.name == ":action" }
        var limits = MultipartLimits()
        limits.totalBytes = min(fileLimit, .max / 2) + limits.fieldBytes + (2 << 20)
        var parser = try MultipartParser(
            boundary: MultipartParser.boundary(fromContentType: type), limits: limits)
        var body = request.body.makeAsyncIterator()
        while let buffer = try await Self.next(&body) {
            let bytes = Array(buffer.readableBytesView)
            for event in try parser.feed(bytes) { try await take(event, from: bytes) }
        }
        try parser.finish()
        guard let file, let filePart else {
            throw Refusal(.contentMissing, "Upload payload does not have a file.")
        }
        return try await file.finish(
            UploadForm(
                fields: fields, filename: filePart.fileName ?? "",
                contentType: filePart.contentType))
    }

    /// The next bytes of the body; refused where the client went away in the middle.
    private static func next(_ body: inout RequestBody.AsyncIterator) async throws -> ByteBuffer? {
        do {
            return try await body.next(isolation: #isolation)
        } catch {
            throw Refusal(.requestMalformed, "The request's body was cut off on its way.")
        }
    }

    private mutating func take(_ event: MultipartEvent, from bytes: [UInt8]) async throws {
        switch event {
        case .partBegan(let part): try await begin(part)
        case .body(let range): try await append(bytes[range])
        case .heldBack(let held): try await append(held[...])
        case .partEnded: try end()
        }
    }

    private mutating func begin(_ part: MultipartPart) async throws {
        self.part = part
        text = []
        guard part.fileName != nil else { return }
        switch part.name {
        case "content":
            guard file == nil else {
                throw Refusal(.fieldRepeated, "content: the form has several files.")
            }
            file = try await index.receiveFile(limit: fileLimit)
            filePart = part
        case "gpg_signature":
            break
        default:
            throw Refusal(
                .fieldInvalid, "\(Shown.short(part.name)): this field must not be a file.")
        }
    }

    private mutating func append(_ bytes: ArraySlice<UInt8>) async throws {
        guard let part else { return }
        guard part.fileName != nil else {
            text += bytes
            return
        }
        guard part.name == "content" else { return }
        try await file?.append(bytes)
    }

    private mutating func end() throws {
        defer { part = nil }
        guard let part, part.fileName == nil else { return }
        guard part.name != "content" else {
            throw Refusal(.contentMissing, "Upload payload does not have a file.")
        }
        guard let value = String(validating: text, as: UTF8.self) else {
            throw Refusal(.fieldInvalid, "\(Shown.short(part.name)): the value is not UTF-8.")
        }
        fields.append((part.name, value))
    }
}
