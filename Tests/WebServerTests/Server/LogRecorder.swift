import Logging
import Synchronization

/// A logger whose lines a test reads.
final class LogRecorder: Sendable {
    private let lines = Mutex<[String]>([])

    /// What was logged, message by message.
    var text: String { lines.withLock { $0.joined(separator: "\n") } }

    /// The logger, which records from `info` on.
    var logger: Logger {
        var logger = Logger(label: "test") { _ in Handler(recorder: self) }
        logger.logLevel = .info
        return logger
    }

    private struct Handler: LogHandler {
        let recorder: LogRecorder
        var logLevel = Logger.Level.info
        var metadata: Logger.Metadata = [:]

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            recorder.lines.withLock { $0.append("\(event.message)") }
        }
    }
}
