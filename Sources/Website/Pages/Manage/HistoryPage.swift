import PackageIndex
import WebServer

/// What the page of a project's history shows to its owners.
struct HistoryPage {
    let nav: ManageNav
    let events: [EventRow]
    let hasEvents: Bool
    let olderPath: String?

    init(_ project: String, _ events: [SecurityEvent], limit: Int, _ context: IndexRequestContext) {
        nav = ManageNav(project, at: .history, context)
        let reader = context.principal?.user.name
        self.events = events.map { EventRow($0, reader: reader) }
        hasEvents = !events.isEmpty
        olderPath =
            events.count == limit ? events.last.map { "?before=\($0.id)" } : nil
    }
}

/// A line of a history, as pages show it.
struct EventRow {
    let what: String
    let detail: String?
    let by: String?
    let at: ShownTime
    /// From where and with what; only of what the reader did, as the API has it of nobody.
    let address: String?
    let userAgent: String?

    init(_ event: SecurityEvent, reader: String?) {
        what = event.title
        detail = Self.detail(of: event)
        by = event.actor
        at = ShownTime(event.at)
        let isOwn = event.actor != nil && event.actor == reader
        address = isOwn ? event.client.address : nil
        userAgent = isOwn ? event.client.userAgent : nil
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
