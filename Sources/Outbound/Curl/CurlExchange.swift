/// What one transfer sends and takes, and where it may go; used on the transfer's thread only.
final class CurlExchange {
    /// What is sent.
    private let outgoing: [UInt8]
    private var sent = 0
    /// The most bytes that are taken.
    private let limit: Int
    /// Whether a connection may go to an address of four or sixteen bytes, at a port.
    private let rule: (_ address: [UInt8], _ port: Int) -> Bool

    /// What came.
    private(set) var body: [UInt8] = []
    /// Whether more came than was to be taken.
    private(set) var isOverLimit = false
    /// Whether everything was sent.
    var hasSentAll: Bool { sent == outgoing.count }
    /// Whether an address was refused.
    private(set) var hasRefusedAddress = false
    /// The last of a mail server's answers that was a no.
    private(set) var complaint = ""
    private var headBytes = 0

    /// A head longer than this ends the transfer.
    private static let longestHead = 64 << 10

    init(
        sending outgoing: [UInt8] = [], taking limit: Int = 0,
        allowing rule: @escaping (_ address: [UInt8], _ port: Int) -> Bool = { _, _ in true }
    ) {
        self.outgoing = outgoing
        self.limit = limit
        self.rule = rule
    }

    func nextBytes(atMost count: Int) -> ArraySlice<UInt8> {
        let piece = outgoing[sent..<min(outgoing.count, sent + max(0, count))]
        sent += piece.count
        return piece
    }

    func take(_ bytes: [UInt8]) -> Bool {
        guard body.count + bytes.count <= limit else {
            isOverLimit = true
            body += bytes.prefix(limit - body.count)
            return false
        }
        body += bytes
        return true
    }

    func takeHead(_ bytes: [UInt8]) -> Bool {
        headBytes += bytes.count
        let line = String(decoding: bytes.prefix(512), as: UTF8.self)
            .split { $0.isNewline }.joined(separator: " ")
        if line.hasPrefix("4") || line.hasPrefix("5") { complaint = line }
        return headBytes <= Self.longestHead
    }

    func allows(_ address: [UInt8], port: Int) -> Bool {
        let isAllowed = rule(address, port)
        if !isAllowed { hasRefusedAddress = true }
        return isAllowed
    }
}
