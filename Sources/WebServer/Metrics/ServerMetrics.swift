import HTTPTypes
import Synchronization

/// Counts what the server does, in the form that Prometheus reads.
///
/// Labels are a route's name, a method and a status: never an address or anything a client chose.
package final class ServerMetrics: Sendable {
    private struct Key: Hashable {
        let route: String
        let method: String
        let status: Int
    }

    private struct Timing {
        var counts = [Int](repeating: 0, count: ServerMetrics.bounds.count)
        var total = 0
        var seconds = 0.0
    }

    private struct Counts {
        var requests: [Key: Int] = [:]
        var bytes: [String: Int] = [:]
        var timings: [String: Timing] = [:]
        var uploads: [String: Int] = [:]
        var connections = 0
    }

    private static let bounds: [Double] = [
        0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
    ]
    private static let methods: Set<String> = [
        "GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS",
    ]

    private let counts = Mutex(Counts())

    /// Counters at zero.
    package init() {}

    func count(
        route: Route?, method: HTTPRequest.Method, status: HTTPResponse.Status, bytes: Int,
        elapsed: Duration
    ) {
        let name = route?.name ?? "none"
        let method = Self.methods.contains(method.rawValue) ? method.rawValue : "other"
        let seconds = elapsed / .seconds(1)
        counts.withLock { counts in
            counts.requests[Key(route: name, method: method, status: status.code), default: 0] += 1
            counts.bytes[name, default: 0] += bytes
            var timing = counts.timings[name] ?? Timing()
            timing.total += 1
            timing.seconds += seconds
            if let place = Self.bounds.firstIndex(where: { seconds <= $0 }) {
                timing.counts[place] += 1
            }
            counts.timings[name] = timing
        }
    }

    /// Counts the end of an upload: `published`, `unchanged` or a refusal's code.
    package func countUpload(_ outcome: String) {
        counts.withLock { $0.uploads[outcome, default: 0] += 1 }
    }

    func connectionOpened() {
        counts.withLock { $0.connections += 1 }
    }

    func connectionClosed() {
        counts.withLock { $0.connections -= 1 }
    }

    /// Every counter in Prometheus's text format 0.0.4.
    package var exposition: String {
        let counts = self.counts.withLock { $0 }
        var lines = [
            "# HELP cheeseboard_requests_total Requests answered.",
            "# TYPE cheeseboard_requests_total counter",
        ]
        for (key, count) in counts.requests {
            lines.append(
                "cheeseboard_requests_total{route=\"\(key.route)\",method=\"\(key.method)\","
                    + "status=\"\(key.status)\"} \(count)")
        }
        lines += [
            "# HELP cheeseboard_response_bytes_total Bytes of response bodies.",
            "# TYPE cheeseboard_response_bytes_total counter",
        ]
        for (route, bytes) in counts.bytes {
            lines.append("cheeseboard_response_bytes_total{route=\"\(route)\"} \(bytes)")
        }
        lines += [
            "# HELP cheeseboard_request_seconds How long answers took to begin.",
            "# TYPE cheeseboard_request_seconds histogram",
        ]
        for (route, timing) in counts.timings {
            var below = 0
            for (bound, count) in zip(Self.bounds, timing.counts) {
                below += count
                lines.append(
                    "cheeseboard_request_seconds_bucket{route=\"\(route)\",le=\"\(bound)\"} \(below)"
                )
            }
            lines += [
                "cheeseboard_request_seconds_bucket{route=\"\(route)\",le=\"+Inf\"} \(timing.total)",
                "cheeseboard_request_seconds_sum{route=\"\(route)\"} \(timing.seconds)",
                "cheeseboard_request_seconds_count{route=\"\(route)\"} \(timing.total)",
            ]
        }
        lines += [
            "# HELP cheeseboard_uploads_total Uploads by how they ended.",
            "# TYPE cheeseboard_uploads_total counter",
        ]
        for (outcome, count) in counts.uploads {
            lines.append("cheeseboard_uploads_total{outcome=\"\(outcome)\"} \(count)")
        }
        lines += [
            "# HELP cheeseboard_connections_open Connections open now.",
            "# TYPE cheeseboard_connections_open gauge",
            "cheeseboard_connections_open \(counts.connections)",
        ]
        return lines.joined(separator: "\n") + "\n"
    }
}
