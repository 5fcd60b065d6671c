import Database
import PythonPackaging

extension Index {
    /// The project of an upload, locked; made with the uploader as its owner where there is none.
    static func ensureProject(
        _ name: ProjectName, _ settings: IndexSettings, by requester: Requester, _ user: User,
        at now: Timestamp, _ connection: any SQLConnection, _ journal: inout JournalDraft
    ) throws -> Project {
        let isNew =
            try connection.run(
                """
                INSERT INTO projects
                    (uid, name, normalized_name, visibility, look_alike_key, created_at)
                VALUES ($1, $2, $3, $4, $5, $6)
                ON CONFLICT (normalized_name) DO NOTHING
                """, Identifier.random(), name.spelling, name.normalized,
                settings.projectVisibility.rawValue, name.ultranormalized, now.microseconds) == 1
        guard isNew else {
            try Project.lock(name, in: connection)
            return try Project.present(name.normalized, in: connection)
        }
        // Another project, or an administrator, may have come before.
        try ProjectNamePolicy.waitForLookAlikes(of: name, in: connection)
        try ProjectNamePolicy.check(name, in: settings.profile, user: user.id, connection)
        if ProjectNamePolicy.creationRate.profiles.contains(settings.profile) {
            try ProjectNamePolicy.countCreation(by: requester, at: now, in: connection)
        }
        let project = try Project.present(name.normalized, in: connection)
        try SecurityEvent.record(
            .projectCreated, project: project.id, ["name": name.spelling], by: requester, at: now,
            in: connection)
        journal.append(.createProject, project: project.normalizedName, by: user.name)
        try RoleRows.set(
            .owner, of: user, in: project, by: requester, at: now, connection, &journal)
        if project.isPublic {
            try enqueueJudging(ofProject: project.id, settings, at: now, connection)
        }
        return project
    }

    /// The release of an upload; made, or made anew where it was deleted, with this file's metadata.
    static func ensureRelease(
        _ version: Version, _ metadata: ReleaseMetadata, of project: Project, at now: Timestamp,
        by requester: Requester, _ connection: any SQLConnection, _ journal: inout JournalDraft
    ) throws -> Release {
        if let release = try Release.find(version, of: project, in: connection),
            release.deletedAt == nil
        {
            return release
        }
        try connection.run(
            """
            INSERT INTO releases
                (project_id, version, canonical_version, metadata, uploader_id, created_at)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (project_id, canonical_version) DO UPDATE SET
                version = excluded.version, metadata = excluded.metadata,
                uploader_id = excluded.uploader_id, created_at = excluded.created_at,
                deleted_at = NULL
            """,
            project.id, version.normalized, version.canonical, metadata.stored(),
            requester.userID, now.microseconds)
        let release = try Release.required(version, of: project, in: connection)
        try DependencyRows.replace(of: release.id, with: metadata, in: connection)
        try SecurityEvent.record(
            .releaseAdded, project: project.id, ["version": release.version], by: requester,
            at: now, in: connection)
        journal.append(
            .newRelease, project: project.normalizedName, version: version.normalized,
            by: requester.name)
        return release
    }
}
