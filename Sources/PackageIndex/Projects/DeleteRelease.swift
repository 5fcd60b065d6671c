import Database
package import PythonPackaging

extension Index {
    /// Deletes a release with all its files; while the grace period lasts it can be brought back.
    package func deleteRelease(
        _ version: Version, of name: ProjectName, by requester: Requester
    ) async throws {
        let now = clock.now()
        try await change { connection, journal in
            let project = try Project.managedAndLocked(
                name, by: requester, at: now, in: connection)
            let release = try Release.required(version, of: project, in: connection)
            try connection.run(
                "UPDATE releases SET deleted_at = $1 WHERE id = $2", now.microseconds, release.id)
            try connection.run(
                "UPDATE files SET deleted_at = $1 WHERE release_id = $2 AND deleted_at IS NULL",
                now.microseconds, release.id)
            try project.recountBytes(in: connection)
            try SecurityEvent.record(
                .releaseRemoved, project: project.id, ["version": release.version],
                by: requester, at: now, in: connection)
            try tell(
                .deleted(
                    .release(release.version, of: project.name),
                    restorableUntil: now + settings.deletionGrace,
                    by: requester.mailName), peopleOf: project, at: now, connection)
            journal.append(
                .deleteRelease, project: project.normalizedName, version: release.version,
                by: requester.name)
        }
    }

    /// Brings a deleted release back with the files that it had when it was deleted, while its
    /// grace period lasts; files that were deleted before it stay so.
    package func restoreRelease(
        _ version: Version, of name: ProjectName, by requester: Requester
    ) async throws {
        let (now, grace) = (clock.now(), settings.deletionGrace)
        try await change { connection, journal in
            let project = try Project.managedAndLocked(
                name, by: requester, at: now, in: connection)
            guard let release = try Release.find(version, of: project, in: connection),
                let deletedAt = release.deletedAt
            else {
                throw Refusal(
                    .releaseUnknown,
                    "The project '\(project.name)' has no deleted release '\(version)' to bring "
                        + "back.")
            }
            try Self.checkRestorable(deletedAt, grace, at: now)
            try connection.run("UPDATE releases SET deleted_at = NULL WHERE id = $1", release.id)
            try connection.run(
                "UPDATE files SET deleted_at = NULL WHERE release_id = $1 AND deleted_at = $2",
                release.id, deletedAt.microseconds)
            try project.recountBytes(within: settings, in: connection)
            try SecurityEvent.record(
                .releaseRestored, project: project.id, ["version": release.version],
                by: requester, at: now, in: connection)
            try tell(
                .restored(.release(release.version, of: project.name), by: requester.mailName),
                peopleOf: project, at: now,
                connection)
            journal.append(
                .restoreRelease, project: project.normalizedName, version: release.version,
                by: requester.name)
        }
    }
}
