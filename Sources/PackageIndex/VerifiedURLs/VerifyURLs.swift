import Database
import Foundation
import Logging
import Outbound
package import PythonPackaging

extension Index {
    /// How many addresses of one project are looked at.
    static let mostVerifiedURLs = 15
    /// How long an address stays verified while its page cannot be had.
    static let verificationGrace: Duration = .seconds(30 * 24 * 3600)

    /// Asks for a project's addresses to be looked at, by somebody who may change it.
    ///
    /// Asking again within a minute asks once. Nothing is looked at where the settings do not have it.
    package func requestURLVerification(
        of name: ProjectName, by requester: Requester
    ) async throws {
        let now = clock.now()
        try await database.write { connection in
            let project = try Project.managedAndLocked(
                name, by: requester, at: now, in: connection)
            guard settings.verifiesURLs else { return }
            try Job.enqueue(
                .verifyURLs, key: "verify-urls:\(project.id):\(now.seconds / 60)",
                payload: "\(project.id)", at: now, connection)
        }
    }

    /// Asks for the addresses of a project with a new release to be looked at.
    static func enqueueURLVerification(
        of project: Project, _ release: Release, _ settings: IndexSettings, at now: Timestamp,
        _ connection: any SQLConnection
    ) throws {
        guard settings.verifiesURLs else { return }
        try Job.enqueue(
            .verifyURLs, key: "verify-urls:\(project.id):release-\(release.id)",
            payload: "\(project.id)", at: now, connection)
    }

    /// Asks again about addresses that were verified a week ago, the oldest first.
    package func enqueueURLChecks() async throws {
        guard settings.verifiesURLs else { return }
        let now = clock.now()
        try await database.write { connection in
            let rows = try connection.rows(
                """
                SELECT project_id FROM verified_urls
                WHERE project_id IN (SELECT id FROM projects WHERE deleted_at IS NULL)
                GROUP BY project_id HAVING MIN(verified_at) < $1
                ORDER BY MIN(verified_at), project_id LIMIT 500
                """, (now - .seconds(7 * 24 * 3600)).microseconds)
            for row in rows {
                let id: Int64 = try row.get("project_id")
                try Job.enqueue(
                    .verifyURLs, key: "verify-urls:\(id):\(now.day)", payload: "\(id)", at: now,
                    connection)
            }
        }
    }

    /// Looks at every address of a project's latest release and notes which link back here.
    ///
    /// May run twice: it notes what is so when it runs. A job from before `outbound.verifyUrls` was
    /// turned off goes nowhere.
    func verifyURLs(ofProject id: Int64) async throws -> JobResult {
        guard settings.verifiesURLs, let fetcher = httpFetcher else { return { _ in } }
        let state = try await database.read { connection -> (name: String, urls: [String])? in
            guard
                let row = try connection.row(
                    """
                    SELECT normalized_name FROM projects WHERE id = $1 AND deleted_at IS NULL
                    """, id)
            else { return nil }
            let releases = try connection.rows(
                """
                SELECT metadata FROM releases WHERE project_id = $1 AND deleted_at IS NULL
                ORDER BY id DESC LIMIT 1
                """, id)
            let urls = try releases.flatMap { release in
                try ReleaseMetadata(stored: try release.get("metadata")).allURLs
            }
            return (try row.get("normalized_name"), urls)
        }
        guard let state else { return { _ in } }
        let own = ProjectAddress(base: site.base, project: state.name)
        var verified: [String] = []
        var refuted: [String] = []
        for url in state.urls.prefix(Self.mostVerifiedURLs) where !own.covers(url) {
            switch await linksBack(url, to: own, fetcher) {
            case true?: verified.append(url)
            case false?: refuted.append(url)
            case nil: break
            }
        }
        return Self.noteURLs(
            ofProject: id, current: state.urls, verified: verified, refuted: refuted,
            at: clock.now())
    }

    /// Whether the page at an address links back; nil where it cannot be had today.
    private func linksBack(
        _ url: String, to own: ProjectAddress, _ fetcher: any HTTPFetcher
    ) async -> Bool? {
        do {
            let page = try await fetcher.fetch(url)
            if page.status >= 500 || page.status == 429 || page.status == 408 { return nil }
            guard page.status == 200, Self.isSameSite(url, page.address) else { return false }
            let type = page.mediaType?.lowercased() ?? ""
            guard type.hasPrefix("text/html") || type.hasPrefix("application/xhtml") else {
                return false
            }
            let search = BacklinkSearch(to: own.text)
            return try await judging.run { search.isFound(in: page.body) }
        } catch is FetchRefused {
            return false
        } catch {
            return nil
        }
    }

    /// Whether a redirect stayed with the host that the address names: other hosts say nothing about
    /// who owns it.
    private static func isSameSite(_ one: String, _ other: String) -> Bool {
        func host(_ text: String) -> String? {
            let host = URLComponents(string: text)?.host?.lowercased()
            return host.map { $0.hasPrefix("www.") ? String($0.dropFirst(4)) : $0 }
        }
        return host(one) != nil && host(one) == host(other)
    }

    private static func noteURLs(
        ofProject id: Int64, current: [String], verified: [String], refuted: [String],
        at now: Timestamp
    ) -> JobResult {
        { connection in
            let known = try verifiedURLs(ofProject: id, connection)
            for url in verified {
                try connection.run(
                    """
                    INSERT INTO verified_urls (project_id, url, verified_at)
                    SELECT id, $2, $3 FROM projects WHERE id = $1
                    ON CONFLICT (project_id, url) DO UPDATE SET verified_at = excluded.verified_at
                    """, id, url, now.microseconds)
            }
            let rows = try connection.rows(
                "SELECT url, verified_at FROM verified_urls WHERE project_id = $1", id)
            let oldest = (now - verificationGrace).microseconds
            for row in rows {
                let url: String = try row.get("url")
                let at: Int64 = try row.get("verified_at")
                guard refuted.contains(url) || !current.contains(url) || at < oldest else {
                    continue
                }
                try connection.run(
                    "DELETE FROM verified_urls WHERE project_id = $1 AND url = $2", id, url)
            }
            if try verifiedURLs(ofProject: id, connection) != known {
                try PageChange.note(.project(id), at: now, in: connection)
            }
        }
    }
}
