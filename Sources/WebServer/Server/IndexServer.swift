package import Hummingbird
import HummingbirdCore
import HummingbirdTLS
package import Logging
import NIOCore
import NIOSSL

/// Puts the responder behind a socket.
package enum IndexServer {
    /// The application that listens and answers; `ready` is told the port once it accepts
    /// connections.
    ///
    /// Throws where the certificate or the key cannot be read.
    package static func application(
        _ responder: IndexResponder, settings: ServerSettings, metrics: ServerMetrics,
        logger: Logger, ready: @escaping @Sendable (Int) async -> Void
    ) throws -> Application<IndexResponder> {
        let plain = HTTPServerBuilder { answer in
            GuardedChannel(
                base: HTTP1Channel(responder: answer), limits: settings.limits, metrics: metrics)
        }
        var builder = plain
        if let tls = settings.tls {
            builder = try .tls(
                plain, tlsConfiguration: configuration(tls.certificate, tls.key))
        }
        return Application(
            responder: responder, server: builder,
            configuration: ApplicationConfiguration(
                address: .hostname(settings.host, port: settings.port), serverName: "cheeseboard",
                backlog: 1024,
                availableConnectionsDelegate: MaximumAvailableConnections(
                    settings.limits.maximumConnections)),
            onServerRunning: { channel in await ready(channel.localAddress?.port ?? settings.port)
            },
            logger: logger)
    }

    private static func configuration(
        _ certificate: String, _ key: String
    ) throws -> TLSConfiguration {
        let chain = try NIOSSLCertificate.fromPEMFile(certificate).map {
            NIOSSLCertificateSource.certificate($0)
        }
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain,
            privateKey: .privateKey(try NIOSSLPrivateKey(file: key, format: .pem)))
        configuration.minimumTLSVersion = .tlsv12
        configuration.applicationProtocols = ["http/1.1"]
        return configuration
    }
}
