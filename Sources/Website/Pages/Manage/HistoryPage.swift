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
        self.events = events.map(EventRow.init)
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
    let time: String
    let address: String?
    let userAgent: String?

    init(_ event: SecurityEvent) {
        what = event.tag?.title ?? event.tagText
        detail = Self.detail(of: event)
        by = event.actor
        at = ShownTime(event.at)
        time = String(event.at.iso8601Seconds.suffix(8).prefix(5))
        address = event.client.address
        userAgent = event.client.userAgent
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

extension EventTag {
    /// What happened, in the words of a history of a project; nil for tags that only accounts have.
    var title: String? {
        switch self {
        case .roleAdded: "Person added"
        case .roleChanged: "Role changed"
        case .roleRemoved: "Person removed"
        case .roleLeft: "Person left"
        case .roleInvited: "Person invited"
        case .invitationDeclined: "Invitation declined"
        case .invitationRevoked: "Invitation taken back"
        case .roleChangeAsked: "Change of an owner’s role asked for"
        case .roleChangeCancelled: "Change of an owner’s role cancelled"
        case .projectTransferred: "Project transferred"
        case .projectTokenAdded: "Token made for the project"
        case .projectTokenRemoved: "Token for the project revoked"
        case .projectCreated: "Project created"
        case .projectRemoved: "Project deleted"
        case .projectRestored: "Project brought back"
        case .archived: "Archived"
        case .unarchived: "Archiving ended"
        case .deprecated: "Marked as deprecated"
        case .undeprecated: "No longer deprecated"
        case .quarantined: "Quarantined"
        case .unquarantined: "Quarantine ended"
        case .visibilityChanged: "Visibility changed"
        case .limitsChanged: "Limits changed"
        case .nameProhibited: "Name prohibited"
        case .releaseAdded: "Release published"
        case .releaseRemoved: "Release deleted"
        case .releaseRestored: "Release brought back"
        case .releaseYanked: "Release yanked"
        case .releaseUnyanked: "Yank of a release taken back"
        case .fileRemoved: "File deleted"
        case .fileRestored: "File brought back"
        case .fileYanked: "File yanked"
        case .fileUnyanked: "Yank of a file taken back"
        default: nil
        }
    }
}
