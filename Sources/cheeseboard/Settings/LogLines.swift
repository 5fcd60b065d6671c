import Foundation
import Logging
import PackageIndex

/// Writes log lines to standard error, as text for people or as JSON for machines.
struct LogLines: LogHandler {
    let label: String
    let format: ServeSettings.LogFormat
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var fields = metadata
        for (key, value) in event.metadata ?? [:] { fields[key] = value }
        let time = SystemWallClock().now().iso8601
        let sorted = fields.sorted { $0.key < $1.key }
        let line =
            switch format {
            case .text:
                "\(time) \(event.level) \(event.message)"
                    + sorted.map { " \($0.key)=\($0.value)" }.joined()
            case .json:
                json(time, event, sorted)
            }
        Terminal.complain(line)
    }

    private func json(
        _ time: String, _ event: LogEvent, _ fields: [(key: String, value: Logger.MetadataValue)]
    ) -> String {
        var members = [
            ("time", time), ("level", event.level.rawValue), ("message", "\(event.message)"),
        ]
        members += fields.map { ($0.key, "\($0.value)") }
        return "{"
            + members.map { "\(JSONText.quoted($0.0)):\(JSONText.quoted($0.1))" }
            .joined(separator: ",") + "}"
    }
}
