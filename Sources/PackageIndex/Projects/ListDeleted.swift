import Database
package import PythonPackaging

/// Something deleted that can still be brought back.
package struct DeletedItem: Sendable, Equatable {
    /// What it is.
    package enum Subject: Sendable, Equatable {
        /// A whole project, by its name.
        case project(String)
        /// A release, by its version, with the files that went with it.
        case release(String)
        /// One file, by its release's version and its name.
        case file(version: String, filename: String)
    }

    /// What it is.
    package let subject: Subject
    /// When it was deleted.
    package let deletedAt: Timestamp
    /// Until when it can be brought back.
    package let restorableUntil: Timestamp

    /// Something with its times.
    package init(subject: Subject, deletedAt: Timestamp, restorableUntil: Timestamp) {
        self.subject = subject
        self.deletedAt = deletedAt
        self.restorableUntil = restorableUntil
    }
}

extension Index {
    /// The deleted projects that the requester may bring back, newest first.
    package func deletedProjects(of requester: Requester) async throws -> [DeletedItem] {
        let (now, grace) = (clock.now(), settings.deletionGrace)
        let user = try requester.ownAccount(at: now)
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT projects.name, projects.deleted_at FROM roles
                JOIN projects ON projects.id = roles.project_id
                WHERE roles.user_id = $1 AND roles.role = 'owner' AND projects.deleted_at >= $2
                ORDER BY projects.deleted_at DESC, projects.normalized_name
                """, user.id, (now - grace).microseconds
            ).map { row in
                try DeletedItem(.project(try row.get("name")), row, grace)
            }
        }
    }

    /// The deleted releases and files of a project that can be brought back, newest first.
    ///
    /// A file whose release is deleted, too, comes back with the release or after it.
    package func deletedItems(
        of name: ProjectName, by requester: Requester
    ) async throws -> [DeletedItem] {
        let (now, grace) = (clock.now(), settings.deletionGrace)
        let limit = (now - grace).microseconds
        return try await database.read { connection in
            let project = try Project.managed(name, by: requester, at: now, in: connection)
            let releases = try connection.rows(
                """
                SELECT version, deleted_at FROM releases
                WHERE project_id = $1 AND deleted_at >= $2 ORDER BY deleted_at DESC, id DESC
                """, project.id, limit
            ).map { row in
                try DeletedItem(.release(try row.get("version")), row, grace)
            }
            let files = try connection.rows(
                """
                SELECT files.filename, files.deleted_at, releases.version FROM files
                JOIN releases ON releases.id = files.release_id
                WHERE files.project_id = $1 AND files.deleted_at >= $2
                  AND releases.deleted_at IS NULL
                ORDER BY files.deleted_at DESC, files.filename
                """, project.id, limit
            ).map { row in
                try DeletedItem(
                    .file(version: try row.get("version"), filename: try row.get("filename")), row,
                    grace)
            }
            return releases + files
        }
    }
}

extension DeletedItem {
    fileprivate init(_ subject: Subject, _ row: SQLRow, _ grace: Duration) throws {
        self.subject = subject
        deletedAt = Timestamp(microseconds: try row.get("deleted_at"))
        restorableUntil = deletedAt + grace
    }
}
