import NIOCore
import NIOPosix

/// A TCP connection to a server under test, as a client without manners uses it: it sends any bytes
/// at any time and reads what comes.
package struct RawConnection {
    private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private let channel: any Channel
    private var arrived: [UInt8] = []

    /// Runs a test with a connection to a port of this machine and closes it afterwards.
    @discardableResult
    package static func open<T>(
        port: Int, _ body: (inout RawConnection) async throws -> T
    ) async throws -> T {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.allowRemoteHalfClosure, value: true)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
                        wrappingChannelSynchronously: channel,
                        configuration: .init(isOutboundHalfClosureEnabled: true))
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            var connection = RawConnection(
                inbound: inbound.makeAsyncIterator(), outbound: outbound, channel: channel.channel)
            return try await body(&connection)
        }
    }

    /// Sends bytes.
    package func send(_ bytes: [UInt8]) async throws {
        try await outbound.write(ByteBuffer(bytes: bytes))
    }

    /// Sends a text.
    package func send(_ text: String) async throws {
        try await send(Array(text.utf8))
    }

    /// Closes this end and goes on reading.
    package func finishSending() {
        outbound.finish()
    }

    /// Everything until the server closes or breaks the connection.
    package mutating func rest() async -> String {
        while await receive() {}
        defer { arrived = [] }
        return String(decoding: arrived, as: UTF8.self)
    }

    /// The next response; nil where the server closes before it is complete.
    ///
    /// An interim response, and one to HEAD, has a head only.
    package mutating func response(toHead: Bool = false) async -> RawResponse? {
        while true {
            if let (response, length) = RawResponse.parse(arrived, toHead: toHead) {
                arrived.removeFirst(length)
                return response
            }
            guard await receive() else { return nil }
        }
    }

    private mutating func receive() async -> Bool {
        guard let buffer = try? await inbound.next(isolation: #isolation) else { return false }
        arrived += buffer.readableBytesView
        return true
    }
}

/// A response as it was on the wire.
package struct RawResponse: Sendable {
    /// The status line without its end.
    package let statusLine: String
    /// The fields, with names in lower case, in the order sent.
    package let fields: [(name: String, value: String)]
    /// The body.
    package let body: [UInt8]

    /// The status.
    package var status: Int { Int(statusLine.split(separator: " ").dropFirst().first ?? "") ?? 0 }
    /// What follows the status in the status line.
    package var reason: String {
        statusLine.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
            .dropFirst(2).first.map { String($0) } ?? ""
    }
    /// The body as text.
    package var text: String { String(decoding: body, as: UTF8.self) }

    /// The first value of a field.
    package subscript(name: String) -> String? {
        fields.first { $0.name == name.lowercased() }?.value
    }

    /// The response that the bytes begin with and its length; nil until it is complete.
    static func parse(_ bytes: [UInt8], toHead: Bool) -> (RawResponse, Int)? {
        guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
        let head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
        let lines = head.split(separator: "\r\n", omittingEmptySubsequences: false)
        let fields = lines.dropFirst().compactMap { line -> (name: String, value: String)? in
            let halves = line.split(separator: ":", maxSplits: 1)
            guard let name = halves.first else { return nil }
            return (name.lowercased(), String(halves.dropFirst().first ?? "").trimmed)
        }
        let empty = RawResponse(statusLine: String(lines[0]), fields: fields, body: [])
        let rest = bytes[end.upperBound...]
        let hasNoBody = toHead || empty.status < 200 || empty.status == 304
        guard !hasNoBody else { return (empty, end.upperBound) }
        if empty["transfer-encoding"] == "chunked" {
            return unchunked(rest).map { body, length in
                (
                    RawResponse(statusLine: empty.statusLine, fields: fields, body: body),
                    end.upperBound + length
                )
            }
        }
        let count = Int(empty["content-length"] ?? "") ?? 0
        guard rest.count >= count else { return nil }
        return (
            RawResponse(
                statusLine: empty.statusLine, fields: fields, body: Array(rest.prefix(count))),
            end.upperBound + count
        )
    }

    private static func unchunked(_ bytes: ArraySlice<UInt8>) -> ([UInt8], Int)? {
        var body: [UInt8] = []
        var rest = bytes
        while let line = rest.firstRange(of: Array("\r\n".utf8)) {
            let digits = String(decoding: rest[..<line.lowerBound], as: UTF8.self)
            guard let size = Int(digits, radix: 16), rest.endIndex >= line.upperBound + size + 2
            else { return nil }
            body += rest[line.upperBound..<line.upperBound + size]
            rest = rest[(line.upperBound + size + 2)...]
            if size == 0 { return (body, rest.startIndex - bytes.startIndex) }
        }
        return nil
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
