import HTTPTypes
import NIOCore
import NIOHTTP1

/// Stands between the HTTP/1 codec and the header types of one connection.
///
/// It closes on clients that do not keep up, answers `Expect: 100-continue` once the body is wanted,
/// and writes custom reason phrases, which the codec above it cannot carry.
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
    /// Whether the client waits for the word to send its body.
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
        // Who waits for the word to go on is not slow.
        if !owesContinue { pace.serverAsksForBytes(at: .now()) }
        context.read()
    }

    func triggerUserOutboundEvent(
        context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?
    ) {
        guard event is BodyInvitation else {
            return context.triggerUserOutboundEvent(event, promise: promise)
        }
        sendContinue(context)
        promise?.succeed()
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        pace.writability(context.channel.isWritable, at: .now())
        context.fireChannelWritabilityChanged()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        var data = data
        switch unwrapOutboundIn(data) {
        case .head(var head):
            let field = HTTPField.Name.reasonPhrase.canonicalName
            if let phrase = head.headers.first(name: field) {
                head.headers.remove(name: field)
                head.status = .custom(
                    code: head.status.code, reasonPhrase: ReasonPhrase.sanitized(phrase))
                data = wrapOutboundOut(.head(head))
            }
        case .body:
            break
        case .end:
            // Who is refused before the word to go on may send the body or not, but in its time.
            if owesContinue, !pace.isAnsweringEarlierRequest {
                owesContinue = false
                pace.serverAsksForBytes(at: .now())
            }
            pace.responseEnded(at: .now())
        }
        context.write(data, promise: promise)
    }

    /// Lets a client go on with its body, though never in the middle of an earlier answer.
    private func sendContinue(_ context: ChannelHandlerContext) {
        guard owesContinue, !pace.isAnsweringEarlierRequest else { return }
        owesContinue = false
        pace.serverAsksForBytes(at: .now())
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
