import Database
import Foundation

/// A line in the history of an account, of a project, or of both.
package struct SecurityEvent: Sendable, Equatable {
    /// The row's number, rising.
    package let id: Int64
    /// What happened; nil for a tag that only a newer version knows.
    package let tag: EventTag?
    /// The tag as it is kept.
    package let tagText: String
    /// Who did it: a user's name, nil for the index or the owner of its machine.
    package let actor: String?
    /// More about it, by name.
    package let detail: [String: String]
    /// Where the request came from; nothing where that is for somebody else to know.
    package private(set) var client: ClientTrace
    /// When.
    package let at: Timestamp

    static let columns = "id, tag, actor, detail, client_address, user_agent, at"

    init(_ row: SQLRow) throws {
        id = try row.get("id")
        tagText = try row.get("tag")
        tag = EventTag(rawValue: tagText)
        actor = try row.get("actor")
        let text: String = try row.get("detail")
        detail = try JSONDecoder().decode([String: String].self, from: Data(text.utf8))
        client = ClientTrace(
            address: try row.get("client_address"), userAgent: try row.get("user_agent"),
            network: nil)
        at = Timestamp(microseconds: try row.get("at"))
    }

    /// The event as a reader may know it: where somebody else was is told to nobody but the owner of
    /// the machine.
    ///
    /// An event without an actor keeps its client, as a failed sign-in to the reader's own account.
    func shown(to reader: Requester) -> SecurityEvent {
        guard !reader.isMachineOwner, let actor, actor != reader.name else { return self }
        var event = self
        event.client = ClientTrace(address: nil, userAgent: nil, network: nil)
        return event
    }

    /// Adds a line to the history of a user, of a project, or of both, in the transaction that
    /// makes it true.
    ///
    /// `user` is the one whom it is about, whoever did it.
    static func record(
        _ tag: EventTag, user: Int64? = nil, project: Int64? = nil,
        _ detail: [String: String?] = [:], by actor: String?, from client: ClientTrace,
        at now: Timestamp, in connection: any SQLConnection
    ) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let text = try encoder.encode(detail.compactMapValues(\.self))
        try connection.run(
            """
            INSERT INTO events
                (user_id, project_id, tag, actor, detail, client_address, user_agent, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """, user, project, tag.rawValue, actor, String(decoding: text, as: UTF8.self),
            client.address, client.userAgent, now.microseconds)
    }

    /// The same, by whoever asked for the change.
    static func record(
        _ tag: EventTag, user: Int64? = nil, project: Int64? = nil,
        _ detail: [String: String?] = [:], by requester: Requester, at now: Timestamp,
        in connection: any SQLConnection
    ) throws {
        try record(
            tag, user: user, project: project, detail, by: requester.name,
            from: requester.client, at: now, in: connection)
    }
}
