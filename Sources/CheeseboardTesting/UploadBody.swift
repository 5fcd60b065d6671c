/// The body of an upload as clients send it: a form with a file.
package struct UploadBody: Sendable {
    /// The form's fields besides the file.
    package var fields: [(name: String, value: String)]
    /// The name that the file's part gives; nil for a part without one.
    package var filename: String?
    /// The bytes of the file.
    package var content: [UInt8]
    /// The content type of the file's part; uv and flit send none.
    package var partType: String? = "application/octet-stream"
    /// Whether the fields follow the file.
    package var hasFileFirst = false

    /// The body for a distribution, some of its fields changed as in ``TestIndex/publish``.
    package init(
        _ distribution: (filename: String, bytes: [UInt8]), form changes: [String: [String]] = [:]
    ) {
        fields = TestIndex.fields(of: distribution, changes)
        filename = distribution.filename
        content = distribution.bytes
    }

    /// The value of Content-Type.
    package static let contentType = "multipart/form-data; boundary=cheese"

    /// The bytes.
    package var bytes: [UInt8] {
        let texts = fields.flatMap { name, value in
            Array(
                "--cheese\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
                    .utf8)
        }
        var file = "--cheese\r\nContent-Disposition: form-data; name=\"content\""
        if let filename { file += "; filename=\"\(filename)\"" }
        if let partType { file += "\r\nContent-Type: \(partType)" }
        let part = Array((file + "\r\n\r\n").utf8) + content + Array("\r\n".utf8)
        return (hasFileFirst ? part + texts : texts + part) + Array("--cheese--\r\n".utf8)
    }
}
