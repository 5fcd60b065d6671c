package import Hummingbird
package import NIOCore
package import PackageIndex

/// What is known about one request besides its bytes.
package struct IndexRequestContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// The address of the connection's other end.
    package let peer: SocketAddress?
    /// The connection that it came by.
    package let connection: ClientConnection
    /// How the client addressed this server.
    package var origin: RequestOrigin
    /// Who is asking; nil without credentials.
    package var principal: Principal?
    /// The values in the address, as in `name`.
    package var values: [String: String] = [:]

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.channel.remoteAddress
        connection = ClientConnection(source.channel)
        origin = RequestOrigin(scheme: "http", host: "localhost", prefix: "", client: nil)
    }
}
