package import NIOCore

/// Judges whether the client of one connection keeps up: a value without clock or channel.
///
/// Only the client's share of the time counts: while the server does not ask for bytes, nobody is
/// slow.
package struct RequestPace {
    private enum Phase {
        case head(since: NIODeadline, limit: TimeAmount)
        case body
        case answering
    }

    private let limits: ConnectionLimits
    private var phase: Phase
    private var windowBytes = 0
    private var waited = TimeAmount.zero
    private var waitingSince: NIODeadline?
    private var stalledSince: NIODeadline?
    /// How many requests wait for the end of their answer; clients may send several ahead.
    private var unanswered = 0
    private var drained = 0

    /// The pace of a connection that was just accepted.
    package init(limits: ConnectionLimits, connectedAt now: NIODeadline) {
        self.limits = limits
        phase = .head(since: now, limit: limits.headTimeout)
    }

    /// Notes that a request's head is complete.
    package mutating func headArrived() {
        phase = .body
        windowBytes = 0
        waited = .zero
        waitingSince = nil
        unanswered += 1
        drained = 0
    }

    /// Whether an answer to an earlier request is not complete yet.
    package var isAnsweringEarlierRequest: Bool { unanswered > 1 }

    /// Notes bytes of a body; false once more was dropped after the answer than is worth it.
    package mutating func bodyArrived(byteCount: Int, at now: NIODeadline) -> Bool {
        windowBytes += byteCount
        stopWaiting(at: now)
        guard unanswered == 0 else { return true }
        drained += byteCount
        return drained <= limits.drainedBytes
    }

    /// Notes the end of a request's body.
    package mutating func requestEnded(at now: NIODeadline) {
        phase = unanswered == 0 ? .head(since: now, limit: limits.keepAlive) : .answering
    }

    /// Notes that an answer was written to its end.
    package mutating func responseEnded(at now: NIODeadline) {
        unanswered = max(0, unanswered - 1)
        guard unanswered == 0, case .answering = phase else { return }
        phase = .head(since: now, limit: limits.keepAlive)
    }

    /// Notes that what came is no HTTP: nothing more will be read, and the client has as long to
    /// take the answer as it had for its head.
    package mutating func requestBroke(at now: NIODeadline) {
        phase = .head(since: now, limit: limits.headTimeout)
    }

    /// Notes that from now on the client is waited for.
    package mutating func serverAsksForBytes(at now: NIODeadline) {
        if waitingSince == nil { waitingSince = now }
    }

    /// Notes whether the client takes what is written.
    package mutating func writability(_ isWritable: Bool, at now: NIODeadline) {
        stalledSince = isWritable ? nil : stalledSince ?? now
    }

    /// Whether the connection should be closed because of its client.
    package mutating func isTooSlow(at now: NIODeadline) -> Bool {
        if let stalledSince, now - stalledSince >= limits.stallTimeout { return true }
        switch phase {
        case .head(let since, let limit):
            return now - since >= limit
        case .answering:
            return false
        case .body:
            let isWaiting = waitingSince != nil
            stopWaiting(at: now)
            if isWaiting { waitingSince = now }
            guard waited >= limits.bodyWindow else { return false }
            let isSlow = windowBytes < limits.bodyBytesPerWindow
            windowBytes = 0
            waited = .zero
            return isSlow
        }
    }

    private mutating func stopWaiting(at now: NIODeadline) {
        if let since = waitingSince { waited = waited + (now - since) }
        waitingSince = nil
    }
}
