import NIOCore
import NIOHTTP1

/// Stands between the HTTP/1 codec and the header types of one connection.
///
/// It closes on clients that do not keep up, answers `Expect: 100-continue`, and writes custom
/// reason phrases, which the codec above it cannot carry.
final class ConnectionGuard: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private let limits: ConnectionLimits
    private let metrics: ServerMetrics
    private var pace: RequestPace
    private var check: RepeatedTask?
    private var isCounted = false
    private var owesContinue = false

    init(limits: ConnectionLimits, metrics: ServerMetrics) {
        self.limits = limits
        self.metrics = metrics
        pace = RequestPace(limits: limits, connectedAt: .now())
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { begin(context) }
    }

    func channelActive(context: ChannelHandlerContext) {
        begin(context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        end()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        end()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            pace.headArrived()
            owesContinue =
                head.version != .http1_0
                && head.headers.first(name: "expect")?.lowercased() == "100-continue"
            sendContinue(context)
        case .body(let bytes):
            owesContinue = false
            guard pace.bodyArrived(byteCount: bytes.readableBytes, at: .now()) else {
                return context.close(promise: nil)
            }
        case .end:
            pace.requestEnded(at: .now())
        }
        context.fireChannelRead(data)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        pace.requestBroke(at: .now())
        context.fireErrorCaught(error)
    }

    func read(context: ChannelHandlerContext) {
        pace.serverAsksForBytes(at: .now())
        context.read()
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        pace.writability(context.channel.isWritable, at: .now())
        context.fireChannelWritabilityChanged()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        var data = data
        var isEnd = false
        switch unwrapOutboundIn(data) {
        case .head(var head):
            if let phrase = head.headers.first(name: "cheeseboard-reason-phrase") {
                head.headers.remove(name: "cheeseboard-reason-phrase")
                head.status = .custom(
                    code: head.status.code, reasonPhrase: ReasonPhrase.sanitized(phrase))
                data = wrapOutboundOut(.head(head))
            }
        case .body:
            break
        case .end:
            pace.responseEnded(at: .now())
            isEnd = true
        }
        context.write(data, promise: promise)
        if isEnd { sendContinue(context) }
    }

    /// Lets a client go on with its body, though never in the middle of an earlier answer.
    private func sendContinue(_ context: ChannelHandlerContext) {
        guard owesContinue, !pace.isAnsweringEarlierRequest else { return }
        owesContinue = false
        let go = HTTPResponseHead(version: .http1_1, status: .continue)
        context.writeAndFlush(wrapOutboundOut(.head(go)), promise: nil)
    }

    private func begin(_ context: ChannelHandlerContext) {
        guard check == nil else { return }
        isCounted = true
        metrics.connectionOpened()
        let shortest = min(limits.headTimeout, limits.keepAlive, limits.bodyWindow)
        let interval = TimeAmount.nanoseconds(
            min(max(shortest.nanoseconds / 4, 20_000_000), 2_000_000_000))
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        check = context.eventLoop.scheduleRepeatedTask(initialDelay: interval, delay: interval) {
            _ in
            let (guardian, context) = bound.value
            if guardian.pace.isTooSlow(at: .now()) { context.close(promise: nil) }
        }
    }

    private func end() {
        check?.cancel()
        check = nil
        if isCounted {
            isCounted = false
            metrics.connectionClosed()
        }
    }
}
