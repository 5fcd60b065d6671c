import PackageIndex

/// What the page of sessions and history shows.
struct AccountSecurityPage {
    struct Line {
        let uid: String
        let isThis: Bool
        let program: String
        let place: String
        let seenAt: ShownTime
        let begunAt: ShownTime
    }

    struct Happening {
        let text: String
        let detail: String
        let place: String
        let actor: String?
        let at: ShownTime
    }

    let sessions: [Line]
    let hasOthers: Bool
    let events: [Happening]
    let olderPath: String?

    init(_ sessions: [Session], own: Session, _ events: [SecurityEvent], limit: Int) {
        self.sessions = sessions.map { session in
            Line(
                uid: session.uid, isThis: session.id == own.id,
                program: session.userAgent ?? "An unknown program",
                place: session.clientAddress ?? "an unknown address",
                seenAt: ShownTime(session.lastSeenAt), begunAt: ShownTime(session.createdAt))
        }
        hasOthers = sessions.count > 1
        self.events = events.map { Happening($0, reader: own.user.name) }
        olderPath = events.count == limit ? events.last.map { "?before=\($0.id)" } : nil
    }
}

extension AccountSecurityPage.Happening {
    fileprivate init(_ event: SecurityEvent, reader: String) {
        text = event.title
        // What more is known, as in `means: passkey`.
        detail = event.detail.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
            .joined(separator: ", ")
        actor = event.actor == reader ? nil : event.actor
        place = actor == nil ? event.client.address ?? "the server" : ""
        at = ShownTime(event.at)
    }
}
