extension HeaderBlock {
    /// Whether headers of mail say that the body is not plainly the text that it seems to be.
    ///
    /// Such headers are no fields of metadata, so what has them is invalid anyhow. It is enough
    /// never to take an encoded body for a description.
    var isEncoded: Bool {
        headers.contains { header in
            let value = String(decoding: header.value, as: UTF8.self).lowercased()
            return switch header.name.lowercased() {
            case "content-type": value.hasPrefix("multipart/") || value.hasPrefix("message/")
            case "content-transfer-encoding": !Self.plainEncodings.contains(Whitespace.trim(value))
            default: false
            }
        }
    }

    private static let plainEncodings: Set<String> = ["", "7bit", "8bit", "binary"]
}
