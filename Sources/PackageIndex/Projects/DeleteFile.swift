import Database
package import PythonPackaging

extension Index {
    /// Deletes one file; its name stays used for ever, its bytes go after the grace period, until
    /// which it can be brought back.
    package func deleteFile(
        _ filename: String, of name: ProjectName, by requester: Requester
    ) async throws {
        let now = clock.now()
        try await change { connection, journal in
            let project = try Project.managedAndLocked(
                name, by: requester, at: now, in: connection)
            let file = try FileReference.required(filename, of: project, in: connection)
            try connection.run(
                "UPDATE files SET deleted_at = $1 WHERE id = $2", now.microseconds, file.id)
            try project.recountBytes(in: connection)
            try SecurityEvent.record(
                .fileRemoved, project: project.id,
                ["version": file.version, "filename": filename], by: requester, at: now,
                in: connection)
            try tell(
                .deleted(
                    .file(filename, of: project.name),
                    restorableUntil: now + settings.deletionGrace,
                    by: requester.mailName), peopleOf: project, at: now, connection)
            journal.append(
                .deleteFile, project: project.normalizedName, version: file.version,
                filename: filename, by: requester.name)
        }
    }

    /// Brings a deleted file back, while its grace period lasts.
    package func restoreFile(
        _ filename: String, of name: ProjectName, by requester: Requester
    ) async throws {
        let (now, grace, profile) = (clock.now(), settings.deletionGrace, settings.profile)
        try await change { connection, journal in
            let project = try Project.managedAndLocked(
                name, by: requester, at: now, in: connection)
            guard let file = try FileReference.find(filename, of: project, in: connection),
                let deletedAt = file.deletedAt
            else {
                throw Refusal(
                    .fileUnknown,
                    "The project '\(project.name)' has no deleted file "
                        + "'\(Shown.short(filename))' to bring back.")
            }
            try Self.checkRestorable(deletedAt, grace, at: now)
            _ = try Release.required(try Version(file.version), of: project, in: connection)
            if file.kind == .sdist, profile == .pypi {
                try Self.checkNoSourceDistribution(in: file.release, connection)
            }
            try connection.run("UPDATE files SET deleted_at = NULL WHERE id = $1", file.id)
            try project.recountBytes(within: settings, in: connection)
            try SecurityEvent.record(
                .fileRestored, project: project.id,
                ["version": file.version, "filename": filename], by: requester, at: now,
                in: connection)
            try tell(
                .restored(.file(filename, of: project.name), by: requester.mailName),
                peopleOf: project, at: now,
                connection)
            journal.append(
                .restoreFile, project: project.normalizedName, version: file.version,
                filename: filename, by: requester.name)
        }
    }

    /// Refuses bringing back what was deleted too long ago, whether or not its bytes are gone.
    static func checkRestorable(
        _ deletedAt: Timestamp, _ grace: Duration, at now: Timestamp
    ) throws {
        guard now <= deletedAt + grace else {
            throw Refusal(
                .restoreTooLate,
                "It was deleted on \(deletedAt.day) and could be brought back until "
                    + "\((deletedAt + grace).day).")
        }
    }

    private static func checkNoSourceDistribution(
        in release: Int64, _ connection: any SQLConnection
    ) throws {
        let other = try connection.row(
            """
            SELECT id FROM files
            WHERE release_id = $1 AND kind = 'sdist' AND deleted_at IS NULL LIMIT 1
            """, release)
        guard other == nil else {
            throw Refusal(.sdistExists, "The release has another sdist by now.")
        }
    }
}
