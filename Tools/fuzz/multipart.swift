// Built with: Sources/WebServer/Multipart Sources/WebServer/Requests/PercentEncoding.swift

/// Reads the input as a form whole and in pieces: both ways the same parts come out.
///
/// The first byte says how long the pieces are.
func readFuzzed(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let form = Array(bytes.dropFirst())
    let whole = read(form, pieces: max(form.count, 1))
    precondition(whole == read(form, pieces: Int(first % 64) + 1))
}

private struct Part: Equatable {
    var head: MultipartPart
    var content: [UInt8] = []
    var hasEnded = false
}

/// The parts, or nil where the form is refused.
private func read(_ form: [UInt8], pieces: Int) -> [Part]? {
    guard var parser = try? MultipartParser(boundary: "b") else { return nil }
    var parts: [Part] = []
    for start in stride(from: 0, to: form.count, by: pieces) {
        let piece = Array(form[start..<min(form.count, start + pieces)])
        guard let events = try? parser.feed(piece) else { return nil }
        for event in events {
            switch event {
            case .partBegan(let head): parts.append(Part(head: head))
            case .body(let range): parts[parts.count - 1].content += piece[range]
            case .heldBack(let bytes): parts[parts.count - 1].content += bytes
            case .partEnded: parts[parts.count - 1].hasEnded = true
            }
        }
    }
    return (try? parser.finish()) == nil ? nil : parts
}
