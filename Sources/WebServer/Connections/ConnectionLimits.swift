package import NIOCore

/// How long the server waits for a client, and for how much.
package struct ConnectionLimits: Sendable {
    /// How long the first request's head may take from the connection on.
    package var headTimeout: TimeAmount = .seconds(10)
    /// How long a connection may lie idle before its next request's head is complete.
    package var keepAlive: TimeAmount = .seconds(60)
    /// How many bytes of a body must come in each window while the server waits for them.
    package var bodyBytesPerWindow: Int = 10 << 10
    /// The window over which the body's rate is measured.
    package var bodyWindow: TimeAmount = .seconds(10)
    /// How long a client may take nothing of an answer.
    package var stallTimeout: TimeAmount = .seconds(60)
    /// How much of a body is read and dropped after its answer was given early.
    package var drainedBytes: Int = 101 << 20
    /// How many connections may be open; more wait in the system's queue.
    package var maximumConnections: Int = 8_192

    /// The limits that suit an index open to the world.
    package init() {}
}
