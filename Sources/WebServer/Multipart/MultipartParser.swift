/// Reads a `multipart/form-data` body (RFC 7578) as its bytes come in.
///
/// Feed it the chunks and act on the events; call `finish()` after the last chunk, since only that
/// tells a whole form from one that was cut off. It reads what upload tools and browsers send, and
/// refuses what two readers could understand differently: lines that end with a lone LF, a header
/// or parameter given twice, anything after the form's end. After an error it stays in error.
package struct MultipartParser: Sendable {
    private enum State {
        /// Before the first boundary.
        case preamble
        /// After a boundary: `--`, or the rest of the line.
        case boundaryFound, boundaryDash, boundaryPadding, boundaryCR
        /// In a part's headers, which are collected.
        case headers
        /// In a part's bytes.
        case body
        /// After the last boundary.
        case closed, closedCR, closedLine
        case failed(MultipartInvalid)
    }

    private let limits: MultipartLimits
    private var search: BoundarySearch
    private var state = State.preamble
    private var headerBlock: [UInt8] = []
    private var partIsField = false
    private var partCount = 0
    private var fieldBytes = 0
    private var totalBytes = 0

    /// Begins a form whose parts are set apart by `boundary`: 1 to 70 printable ASCII characters.
    package init(
        boundary: String, limits: MultipartLimits = MultipartLimits()
    ) throws(MultipartInvalid) {
        let bytes = Array(boundary.utf8)
        guard (1...70).contains(bytes.count), bytes.last != UInt8(ascii: " "),
            bytes.allSatisfy({ (0x20...0x7e).contains($0) })
        else {
            throw MultipartInvalid("the form's boundary is not 1 to 70 printable characters")
        }
        self.limits = limits
        search = BoundarySearch(boundary: bytes)
        search.beginLine()
    }

    /// The boundary that a request's Content-Type header names.
    package static func boundary(
        fromContentType contentType: String
    ) throws(MultipartInvalid) -> String {
        let value = try HeaderValue(contentType, of: "Content-Type")
        guard value.main == "multipart/form-data" else {
            throw MultipartInvalid("the Content-Type is not multipart/form-data")
        }
        guard let boundary = value.parameters["boundary"] else {
            throw MultipartInvalid("the Content-Type names no boundary")
        }
        return boundary
    }

    /// Reads the next chunk of the body.
    ///
    /// The positions in the events count from the chunk's first byte.
    package mutating func feed(_ chunk: Span<UInt8>) throws(MultipartInvalid) -> [MultipartEvent] {
        if case .failed(let error) = state { throw error }
        do throws(MultipartInvalid) {
            return try read(chunk)
        } catch {
            state = .failed(error)
            throw error
        }
    }

    /// Reads the next chunk of the body.
    package mutating func feed(_ chunk: [UInt8]) throws(MultipartInvalid) -> [MultipartEvent] {
        try feed(chunk.span)
    }

    /// Throws unless the form was complete.
    package func finish() throws(MultipartInvalid) {
        switch state {
        case .closed, .closedLine: return
        case .failed(let error): throw error
        default: throw MultipartInvalid("the form ends before its last boundary")
        }
    }

    private mutating func read(
        _ chunk: Span<UInt8>
    ) throws(MultipartInvalid) -> [MultipartEvent] {
        let (total, overflow) = totalBytes.addingReportingOverflow(chunk.count)
        guard !overflow, total <= limits.totalBytes else {
            throw MultipartInvalid(
                "the form is larger than \(limits.totalBytes) bytes", kind: .tooLarge)
        }
        var events: [MultipartEvent] = []
        var position = 0
        while position < chunk.count {
            switch state {
            case .preamble: position = try skipPreamble(chunk)
            case .body: position = try readBody(chunk, from: position, into: &events)
            case .headers:
                try readHeader(chunk[position], into: &events)
                position += 1
            default:
                state = try stateAfterBoundary(and: chunk[position])
                position += 1
            }
        }
        totalBytes = total
        return events
    }

    private mutating func skipPreamble(_ chunk: Span<UInt8>) throws(MultipartInvalid) -> Int {
        let result = search.scan(chunk, from: 0)
        let skipped = totalBytes + result.data.upperBound
        guard skipped <= limits.headerBytes else {
            throw MultipartInvalid("the form does not begin with its boundary")
        }
        if result.isFound { state = .boundaryFound }
        return result.end
    }

    private mutating func readBody(
        _ chunk: Span<UInt8>, from position: Int, into events: inout [MultipartEvent]
    ) throws(MultipartInvalid) -> Int {
        let result = search.scan(chunk, from: position)
        if partIsField {
            fieldBytes += result.heldBack.count + result.data.count
            guard fieldBytes <= limits.fieldBytes else {
                throw MultipartInvalid(
                    "the form's fields are larger than \(limits.fieldBytes) bytes together",
                    kind: .tooLarge)
            }
        }
        if !result.heldBack.isEmpty { events.append(.heldBack(result.heldBack)) }
        if !result.data.isEmpty { events.append(.body(result.data)) }
        if result.isFound {
            events.append(.partEnded)
            state = .boundaryFound
        }
        return result.end
    }

    private mutating func readHeader(
        _ byte: UInt8, into events: inout [MultipartEvent]
    ) throws(MultipartInvalid) {
        let isAfterCR = headerBlock.last == UInt8(ascii: "\r")
        guard (byte == UInt8(ascii: "\n")) == isAfterCR else {
            throw MultipartInvalid("a header line of the form does not end with CR LF")
        }
        guard headerBlock.count < limits.headerBytes else {
            throw MultipartInvalid(
                "the headers of a part are larger than \(limits.headerBytes) bytes", kind: .tooLarge
            )
        }
        headerBlock.append(byte)
        guard byte == UInt8(ascii: "\n"),
            headerBlock.count == 2 || headerBlock.suffix(4).elementsEqual("\r\n\r\n".utf8)
        else { return }

        let part = try MultipartPart(headerBlock: headerBlock.dropLast(2))
        headerBlock.removeAll(keepingCapacity: true)
        partIsField = part.fileName == nil
        events.append(.partBegan(part))
        search.beginLine()
        state = .body
    }

    /// RFC 2046 section 5.1.1: a boundary is followed by `--` or by spaces and a line end.
    private mutating func stateAfterBoundary(
        and byte: UInt8
    ) throws(MultipartInvalid) -> State {
        switch (state, byte) {
        case (.boundaryFound, UInt8(ascii: "-")): return .boundaryDash
        case (.boundaryDash, UInt8(ascii: "-")): return .closed
        case (.boundaryFound, UInt8(ascii: " ")), (.boundaryFound, UInt8(ascii: "\t")),
            (.boundaryPadding, UInt8(ascii: " ")), (.boundaryPadding, UInt8(ascii: "\t")):
            return .boundaryPadding
        case (.boundaryFound, UInt8(ascii: "\r")), (.boundaryPadding, UInt8(ascii: "\r")):
            return .boundaryCR
        case (.boundaryCR, UInt8(ascii: "\n")):
            partCount += 1
            guard partCount <= limits.parts else {
                throw MultipartInvalid(
                    "the form has more than \(limits.parts) parts", kind: .tooLarge)
            }
            return .headers
        case (.closed, UInt8(ascii: " ")), (.closed, UInt8(ascii: "\t")): return .closed
        case (.closed, UInt8(ascii: "\r")): return .closedCR
        case (.closedCR, UInt8(ascii: "\n")): return .closedLine
        case (.closed, _), (.closedCR, _), (.closedLine, _):
            throw MultipartInvalid("the form goes on after its last boundary")
        default:
            throw MultipartInvalid("a boundary of the form is followed by other characters")
        }
    }
}
