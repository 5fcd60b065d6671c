import Database
import Logging
import Outbound

extension Index {
    /// How many descriptions are put up for rendering at once when the renderer is another one.
    static let descriptionsAtOnce = 500

    /// Asks for a release's description to be rendered.
    static func enqueueDescription(
        of release: Release, _ metadata: ReleaseMetadata, at now: Timestamp,
        _ connection: any SQLConnection
    ) throws {
        // A release that was made anew must not show what it said before.
        try connection.run(
            "DELETE FROM descriptions WHERE release_id = $1 AND rendered_at < $2", release.id,
            release.createdAt.microseconds)
        guard metadata.description?.isEmpty == false else { return }
        try Job.enqueue(
            .renderDescription,
            key: "render-description:\(release.id):\(release.createdAt.microseconds)",
            payload: "\(release.id)", at: now, connection)
    }

    /// Renders a release's description and keeps the outcome.
    ///
    /// Where nothing can be rendered, it is left for the day when that changes; where that is so
    /// for a moment only, the job fails and comes again. May run twice: the second outcome is the
    /// first.
    func renderDescription(_ id: Int64) async throws -> JobResult {
        let row = try await database.read { connection in
            try connection.row(
                "SELECT metadata FROM releases WHERE id = $1 AND deleted_at IS NULL", id)
        }
        guard let row, let renderer = descriptionRenderer else { return { _ in } }
        let metadata = try ReleaseMetadata(stored: try row.get("metadata"))
        let outcome: DescriptionOutcome
        let identity: String
        do {
            identity = try await renderer.identity().renderer + SafeHTML.edition
            outcome = try await DescriptionOutcome(
                of: metadata.description ?? "", contentType: metadata.descriptionContentType,
                by: renderer)
        } catch let missing as RendererMissing {
            if renderer.isFirstComplaint() {
                logger.notice(
                    "\(missing); they are shown as plain text. `cheeseboard descriptions install` helps."
                )
            }
            return { _ in }
        }
        let now = clock.now()
        return { connection in
            let before = try connection.row(
                "SELECT html FROM descriptions WHERE release_id = $1", id)
            let shown = try before.flatMap { try $0.get("html") as String? }
            try connection.run(
                """
                INSERT INTO descriptions (release_id, html, problem, renderer, rendered_at)
                SELECT id, $2, $3, $4, $5 FROM releases WHERE id = $1
                ON CONFLICT (release_id) DO UPDATE SET html = excluded.html,
                    problem = excluded.problem, renderer = excluded.renderer,
                    rendered_at = excluded.rendered_at
                """, id, outcome.html, outcome.problem, identity, now.microseconds)
            if shown != outcome.html { try PageChange.note(.release(id), at: now, in: connection) }
        }
    }

    /// Puts up descriptions that were never rendered, or by another version of the renderer.
    ///
    /// - Returns: How many; at most ``descriptionsAtOnce``.
    /// - Throws: `RendererNotStarted` where the renderer cannot be asked for now.
    @discardableResult
    package func renderOutdatedDescriptions() async throws -> Int {
        guard let descriptionRenderer else { return 0 }
        let identity: String
        do {
            identity = try await descriptionRenderer.identity().renderer + SafeHTML.edition
        } catch is RendererMissing {
            return 0
        }
        let now = clock.now()
        return try await database.write { connection in
            let rows = try connection.rows(
                """
                SELECT releases.id FROM releases
                LEFT JOIN descriptions ON descriptions.release_id = releases.id
                WHERE releases.deleted_at IS NULL
                  AND (descriptions.renderer IS NULL OR descriptions.renderer <> $1)
                  AND NOT EXISTS (
                    SELECT 1 FROM jobs WHERE kind = '\(Job.Kind.renderDescription.rawValue)'
                      AND state IN ('ready', 'running')
                      AND payload = CAST(releases.id AS TEXT))
                ORDER BY releases.id DESC LIMIT $2
                """, identity, Self.descriptionsAtOnce)
            for row in rows {
                let id: Int64 = try row.get("id")
                try Job.enqueue(
                    .renderDescription, key: "render-description:\(id):\(now.microseconds)",
                    payload: "\(id)", at: now, connection)
            }
            return rows.count
        }
    }
}
