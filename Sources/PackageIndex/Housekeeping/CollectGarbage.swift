import BlobStorage
import Database

extension Index {
    /// Lets go of what was deleted longer ago than the grace period, and of blobs that no row names.
    ///
    /// The names of purged files stay used. May run twice, and beside uploads: a blob goes only in
    /// a write transaction that finds no row for it, and only if it was not kept anew meanwhile.
    package func collectGarbage() async throws {
        try await purgeDeleted()
        let now = clock.now()
        try await database.write { try Self.forgetOldMails(at: now, $0) }
        try await forgetAccounts()
        try await removeOrphans()
    }

    private func purgeDeleted() async throws {
        let now = clock.now()
        let limit = (now - settings.deletionGrace).microseconds
        try await change { connection, journal in
            // The rows stay locked to the end, so that nobody brings half a project back.
            let projects = try connection.rows(
                """
                UPDATE projects SET revision = revision + 1 WHERE deleted_at < $1
                RETURNING normalized_name
                """, limit)
            for row in projects {
                journal.append(.purgeProject, project: try row.get("normalized_name"), by: nil)
            }
            let purged = """
                SELECT id FROM files WHERE deleted_at < $1 OR project_id IN (
                    SELECT id FROM projects WHERE deleted_at < $1)
                """
            try NativeTraits.remove(ofFilesIn: purged, limit, in: connection)
            try connection.run("DELETE FROM inspections WHERE file_id IN (\(purged))", limit)
            try connection.run("DELETE FROM files WHERE id IN (\(purged))", limit)
            let releases = """
                SELECT id FROM releases WHERE (deleted_at < $1 OR project_id IN (
                    SELECT id FROM projects WHERE deleted_at < $1))
                  AND NOT EXISTS (SELECT 1 FROM files WHERE files.release_id = releases.id)
                """
            for table in ["dependencies", "descriptions"] {
                try connection.run("DELETE FROM \(table) WHERE release_id IN (\(releases))", limit)
            }
            try connection.run("DELETE FROM releases WHERE id IN (\(releases))", limit)
            let gone = "SELECT id FROM projects WHERE deleted_at < $1"
            for table in ["dependents", "roles", "invitations", "role_changes", "verified_urls"] {
                try connection.run("DELETE FROM \(table) WHERE project_id IN (\(gone))", limit)
            }
            // What is in somebody's own history, too, stays there.
            try connection.run(
                "DELETE FROM events WHERE user_id IS NULL AND project_id IN (\(gone))", limit)
            try connection.run(
                "UPDATE events SET project_id = NULL WHERE project_id IN (\(gone))", limit)
            try connection.run("DELETE FROM projects WHERE deleted_at < $1", limit)
            try connection.run(
                "DELETE FROM jobs WHERE state = 'done' AND finished_at < $1", limit)
            try connection.run(
                "DELETE FROM page_changes WHERE at < $1",
                (now - PageChange.lifetime).microseconds)
        }
    }

    private func removeOrphans() async throws {
        let limit = (clock.now() - settings.orphanGrace).seconds
        var candidates: [BlobStorage.SHA256Digest] = []
        try await blobs.list { digest, _, modified in
            if modified < limit { candidates.append(digest) }
        }
        let blobs = self.blobs
        for digest in candidates {
            let isNamed = try await database.read { try Self.isNamed(digest, in: $0) }
            if isNamed { continue }
            try await database.write { connection in
                guard try !Self.isNamed(digest, in: connection) else { return }
                _ = try blobs.removeBlocking(digest, keptBefore: limit)
            }
        }
    }

    /// Whether a row names the blob: as a file, as its metadata, or as the catalogue.
    static func isNamed(
        _ digest: BlobStorage.SHA256Digest, in connection: any SQLConnection
    ) throws -> Bool {
        try connection.row(
            """
            SELECT 1 AS found FROM files WHERE sha256 = $1 OR metadata_sha256 = $1
            UNION ALL SELECT 1 FROM catalogues WHERE id = 1 AND sha256 = $1 LIMIT 1
            """, digest.hex) != nil
    }
}
