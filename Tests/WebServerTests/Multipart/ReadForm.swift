import WebServer

/// A part of a form with all its bytes.
struct FormPart: Equatable {
    var part: MultipartPart
    var bytes: [UInt8] = []
    var isComplete = false
}

/// Reads a body fed in chunks of the given sizes, which repeat.
func readForm(
    _ body: [UInt8], boundary: String, chunks: [Int] = [.max],
    limits: MultipartLimits = MultipartLimits()
) throws(MultipartInvalid) -> [FormPart] {
    var parser = try MultipartParser(boundary: boundary, limits: limits)
    var parts: [FormPart] = []
    var rest = body[...]
    var turn = 0
    while !rest.isEmpty {
        let chunk = Array(rest.prefix(chunks[turn % chunks.count]))
        rest = rest.dropFirst(chunk.count)
        turn += 1
        for event in try parser.feed(chunk) {
            switch event {
            case .partBegan(let part): parts.append(FormPart(part: part))
            case .body(let range): parts[parts.count - 1].bytes += chunk[range]
            case .heldBack(let bytes): parts[parts.count - 1].bytes += bytes
            case .partEnded: parts[parts.count - 1].isComplete = true
            }
        }
    }
    try parser.finish()
    return parts
}

/// Reads a body that is written as text, with the boundary `b`.
func readForm(
    _ body: String, chunks: [Int] = [.max], limits: MultipartLimits = MultipartLimits()
) throws(MultipartInvalid) -> [FormPart] {
    try readForm(Array(body.utf8), boundary: "b", chunks: chunks, limits: limits)
}

/// One part with the boundary `b`, then the form's end.
func form(_ headers: String, _ content: String = "x") -> String {
    "--b\r\n\(headers)\r\n\r\n\(content)\r\n--b--\r\n"
}
