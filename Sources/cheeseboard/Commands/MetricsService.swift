import Logging
import ServiceLifecycle
import WebServer

/// The metrics beside the index: where their port is taken the index goes on without them.
struct MetricsService: Service {
    let port: Int
    let metrics: ServerMetrics
    let logger: Logger

    func run() async throws {
        do {
            try await MetricsServer.application(port: port, metrics: metrics, logger: logger).run()
        } catch {
            logger.warning(
                "metrics are off: 127.0.0.1:\(port) cannot be had (\(error)). Set metrics.port.")
            // A service that returns would end the others.
            try? await gracefulShutdown()
        }
    }
}
