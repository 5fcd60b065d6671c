import NIOCore

/// Judges whether the client of one connection keeps up: a value without clock or channel.
///
/// Only the client's share of the time counts: while the server does not ask for bytes, nobody is
/// slow.
struct RequestPace {
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
    private var isAnswered = false
    private var drained = 0

    init(limits: ConnectionLimits, connectedAt now: NIODeadline) {
        self.limits = limits
        phase = .head(since: now, limit: limits.headTimeout)
    }

    mutating func headArrived() {
        phase = .body
        windowBytes = 0
        waited = .zero
        waitingSince = nil
        isAnswered = false
        drained = 0
    }

    /// Notes bytes of a body; false once more was dropped after the answer than is worth it.
    mutating func bodyArrived(byteCount: Int, at now: NIODeadline) -> Bool {
        windowBytes += byteCount
        stopWaiting(at: now)
        guard isAnswered else { return true }
        drained += byteCount
        return drained <= limits.drainedBytes
    }

    mutating func requestEnded(at now: NIODeadline) {
        phase = isAnswered ? .head(since: now, limit: limits.keepAlive) : .answering
    }

    mutating func responseEnded(at now: NIODeadline) {
        isAnswered = true
        if case .answering = phase { phase = .head(since: now, limit: limits.keepAlive) }
    }

    mutating func serverAsksForBytes(at now: NIODeadline) {
        if waitingSince == nil { waitingSince = now }
    }

    mutating func writability(_ isWritable: Bool, at now: NIODeadline) {
        stalledSince = isWritable ? nil : stalledSince ?? now
    }

    /// Whether the connection should be closed because of its client.
    mutating func isTooSlow(at now: NIODeadline) -> Bool {
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
