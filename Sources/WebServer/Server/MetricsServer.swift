package import Hummingbird
package import Logging

/// Serves the counters to Prometheus, apart from the index and on this machine alone.
package enum MetricsServer {
    /// The application that answers `GET /metrics` on 127.0.0.1.
    package static func application(
        port: Int, metrics: ServerMetrics, logger: Logger
    ) -> some ApplicationProtocol {
        let router = Router()
        router.get("metrics") { _, _ in
            Response(
                status: .ok, headers: [.contentType: "text/plain; version=0.0.4"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: metrics.exposition)))
        }
        return Application(
            router: router,
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port)),
            logger: logger)
    }
}
