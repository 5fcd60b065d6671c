import NIOCore
import NIOHTTPTypes

/// The connection that a request came by, for what a response cannot say.
package struct ClientConnection: Sendable {
    private let channel: any Channel

    init(_ channel: any Channel) {
        self.channel = channel
    }

    /// Waits until the system has taken all that was written.
    ///
    /// Writing alone does not wait: the event loop hears of it later, and only then knows that the
    /// client takes nothing. Whoever sends more than a little waits here before making more of it,
    /// so that a client who does not read holds one piece in memory and not the whole answer.
    ///
    /// - Throws: Where the connection is closed.
    package func drained() async throws {
        try await channel.writeAndFlush(HTTPResponsePart.body(ByteBuffer()))
    }

    /// Lets a client that asked first (`Expect: 100-continue`) send its body.
    func inviteBody() {
        channel.triggerUserOutboundEvent(BodyInvitation(), promise: nil)
    }
}

/// The event that tells the connection guard that the body will be read.
struct BodyInvitation: Sendable {}
