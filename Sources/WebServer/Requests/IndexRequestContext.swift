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
    /// The session of whoever is signed in; pages alone have one.
    package var session: Session?
    /// The values in the address, as in `name`.
    package var values: [String: String] = [:]
    /// The fields of the form that a page sent.
    package var form = FormFields()
    /// The name of what the page before wants told, as its cookie has it.
    package var noticeName: String?
    /// What the client called itself.
    package var userAgent: String?
    /// Whether the client takes what is compressed.
    package internal(set) var takesGzip = false
    /// The secret in this browser that ties forms to it while nobody is signed in.
    var visitor = VisitorSecret()
    /// Whether the browser has yet to be told that secret.
    package internal(set) var isNewVisitor = true
    /// The secret of the session, from which the mark of its forms is derived.
    var sessionSecret: BearerSecret?

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.channel.remoteAddress
        connection = ClientConnection(source.channel)
        origin = RequestOrigin(scheme: "http", host: "localhost", prefix: "", client: nil)
    }

    /// What the marks of this browser's forms are made from.
    package var formSecret: BearerSecret { sessionSecret ?? visitor.value }

    /// The field that tells a new browser the secret behind the mark of its forms.
    package var visitorCookie: String {
        Cookie.visitor.field(visitor.value.text, seconds: nil, at: origin)
    }

    /// Where the request came from, as histories show it and limits count it.
    package var trace: ClientTrace {
        ClientTrace(
            address: origin.client, userAgent: userAgent,
            network: origin.client.flatMap { AddressRange($0)?.household })
    }
}
