import PackageIndex
import WebServer

/// What the page of a project's history shows to its owners.
struct HistoryPage {
    let nav: ManageNav
    let events: [EventRow]
    let hasEvents: Bool
    let olderPath: String?

    init(
        _ project: Project, _ events: [SecurityEvent], limit: Int, _ context: IndexRequestContext
    ) {
        nav = ManageNav(project, at: .history, context)
        self.events = events.map(EventRow.init)
        hasEvents = !events.isEmpty
        olderPath =
            events.count == limit ? events.last.map { "?before=\($0.id)" } : nil
    }
}

/// A line of a history, as pages show it.
struct EventRow {
    /// From where something was done and with what.
    struct Place {
        let address: String?
        let userAgent: String?
    }

    let what: String
    let detail: String?
    let by: String?
    let at: ShownTime
    /// Nil where the reader is not told, so that nothing stands in the cell.
    let place: Place?

    init(_ event: SecurityEvent) {
        what = event.title
        detail = Self.detail(of: event)
        by = event.actor
        at = ShownTime(event.at)
        let client = event.client
        place =
            client.address == nil && client.userAgent == nil
            ? nil : Place(address: client.address, userAgent: client.userAgent)
    }

    /// What is known beside the tag, in the order in which people ask.
    private static func detail(of event: SecurityEvent) -> String? {
        let order = [
            "user", "role", "was", "from", "to", "version", "filename", "visibility", "successor",
            "reason", "label", "name", "file", "total",
        ]
        let parts = order.compactMap { key -> String? in
            guard let value = event.detail[key] else { return nil }
            switch key {
            case "user", "version", "filename", "name": return value
            case "file": return "a file: \(value) bytes"
            case "total": return "all files: \(value) bytes"
            case "reason": return "“\(value)”"
            default: return "\(key) \(value)"
            }
        }
        return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }
}
