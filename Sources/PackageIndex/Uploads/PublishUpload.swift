import BlobStorage
import Database
import PythonPackaging

extension Index {
    /// Publishes a file, or says why not.
    ///
    /// The file is judged outside of any transaction; one transaction then publishes the file, its
    /// release, its journal entries and its job together, after asking again what another upload
    /// may have changed meanwhile. The blobs are durable before a row names them.
    package func publish(_ upload: Upload, by principal: Principal) async throws -> UploadOutcome {
        // Where it was not kept it is of no use any more, and its space is free at once.
        defer { upload.file.discard() }
        let now = clock.now()
        let settings = self.settings
        let judged = try await blocking.run { [upload] in
            try Judgement.form(upload, settings: settings, now: now)
        }
        let early = try await database.read { connection in
            try Self.admit(upload, judged, by: principal, settings, at: now, in: connection)
        }
        if early.isUnchanged(upload.form.filename, upload.digests) {
            return UploadOutcome(isUnchanged: true, warnings: [])
        }
        let content = try await judging.run { [upload] in
            try Judgement.content(upload, facts: early, settings: settings, now: now)
        }
        // Both wait for the disk, so they wait together.
        async let metadata = content.wheelMetadata.asyncMap { try await blobs.put($0) }
        try await blobs.keep(upload.file)
        let metadataDigest = try await metadata
        let isUnchanged = try await change { connection, journal in
            try Self.insert(
                upload, judged, content, metadata: metadataDigest, by: principal, settings,
                at: now, connection, &journal)
        }
        return UploadOutcome(isUnchanged: isUnchanged, warnings: content.warnings)
    }

    /// Whether the principal may upload to the project, and what the index holds that bears on it.
    private static func admit(
        _ upload: Upload, _ judged: Judgement, by principal: Principal, _ settings: IndexSettings,
        at now: Timestamp, in connection: any SQLConnection
    ) throws -> PublicationFacts {
        let name = judged.project
        let project = try Project.find(name.normalized, in: connection)
        try authorizeUpload(
            principal, project: project, named: name.normalized, at: now, in: connection)
        try checkOpen(project, name, settings)
        let facts = try PublicationFacts.gather(
            filename: upload.form.filename, version: judged.filename.version,
            digests: upload.digests, project: project,
            reader: principal.privateReader(at: now), in: connection)
        let examination = upload.examination(facts: facts, settings: settings, now: now)
        if !facts.isUnchanged(upload.form.filename, upload.digests) {
            try examination.run(.index)
        }
        return facts
    }

    private static func checkOpen(
        _ project: Project?, _ name: ProjectName, _ settings: IndexSettings
    ) throws {
        guard let project else {
            if settings.profile == .pypi { try ProjectNamePolicy.check(name) }
            return
        }
        guard project.deletedAt == nil else {
            throw Refusal(
                .projectDeleted,
                "The project '\(project.name)' was deleted; its name is not free yet.")
        }
        guard project.status.takesUploads else {
            throw Refusal(
                .projectClosed,
                "The project '\(project.name)' is \(project.status.rawValue) and takes no uploads.")
        }
    }

    /// Writes the rows; true where another client published the very same file first.
    private static func insert(
        _ upload: Upload, _ judged: Judgement, _ content: JudgedContent,
        metadata: BlobStorage.SHA256Digest?, by principal: Principal, _ settings: IndexSettings,
        at now: Timestamp, _ connection: any SQLConnection, _ journal: inout JournalDraft
    ) throws -> Bool {
        let project = try ensureProject(
            judged.project, by: principal.user, at: now, connection, &journal)
        let facts = try admit(
            upload, judged, by: principal, settings, at: now, in: connection)
        if facts.isUnchanged(upload.form.filename, upload.digests) { return true }
        let release = try ensureRelease(
            judged.filename.version, content.release, of: project, at: now, by: principal.user,
            connection, &journal)
        let isNew = try connection.run(
            """
            INSERT INTO filenames (filename, project, first_used_at) VALUES ($1, $2, $3)
            ON CONFLICT (filename) DO NOTHING
            """, upload.form.filename, project.normalizedName, now.microseconds)
        guard isNew == 1 else {
            throw Refusal(
                .fileExists,
                "File already exists ('\(upload.form.filename)', with blake2_256 "
                    + "hash '\(upload.digests.blake2b)').")
        }
        let yank = try Yank(of: release, connection)
        let file = FileRow(upload, judged, content, metadata: metadata)
        let id = try file.insert(
            project: project, release: release, uploader: principal.user, at: now, connection)
        if let yank { try yank.extend(to: id, connection) }
        try connection.run(
            """
            UPDATE projects SET name = $1, total_bytes = total_bytes + $2 WHERE id = $3
            """, content.name, upload.file.byteCount, project.id)
        try Job.enqueue(
            .inspectFile, key: "inspect-file:\(id)", payload: "\(id)", at: now, connection)
        journal.append(
            .addFile, project: project.normalizedName, version: release.version,
            filename: upload.form.filename, detail: file.pythonTag, by: principal.user.name)
        return false
    }

    /// The project, locked; made with the uploader as its owner where there is none.
    private static func ensureProject(
        _ name: ProjectName, by user: User, at now: Timestamp, _ connection: any SQLConnection,
        _ journal: inout JournalDraft
    ) throws -> Project {
        let isNew =
            try connection.run(
                """
                INSERT INTO projects (uid, name, normalized_name, created_at) VALUES ($1, $2, $3, $4)
                ON CONFLICT (normalized_name) DO NOTHING
                """, Identifier.random(), name.spelling, name.normalized, now.microseconds) == 1
        guard isNew else {
            try connection.run(
                "UPDATE projects SET revision = revision + 1 WHERE normalized_name = $1",
                name.normalized)
            return try Project.present(name.normalized, in: connection)
        }
        let project = try Project.present(name.normalized, in: connection)
        try connection.run(
            "INSERT INTO roles (project_id, user_id, role, created_at) VALUES ($1, $2, $3, $4)",
            project.id, user.id, ProjectRole.owner.rawValue, now.microseconds)
        journal.append(.createProject, project: project.normalizedName, by: user.name)
        journal.append(
            .changeRole, project: project.normalizedName, detail: "add Owner \(user.name)",
            by: user.name)
        return project
    }

    /// The release; made, or made anew where it was deleted, with this file's metadata.
    private static func ensureRelease(
        _ version: Version, _ metadata: ReleaseMetadata, of project: Project, at now: Timestamp,
        by user: User, _ connection: any SQLConnection, _ journal: inout JournalDraft
    ) throws -> Release {
        if let release = try Release.find(version, of: project, in: connection),
            release.deletedAt == nil
        {
            return release
        }
        try connection.run(
            """
            INSERT INTO releases (project_id, version, canonical_version, metadata, created_at)
            VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (project_id, canonical_version) DO UPDATE SET
                version = excluded.version, metadata = excluded.metadata,
                created_at = excluded.created_at, deleted_at = NULL
            """,
            project.id, version.normalized, version.canonical, metadata.stored(), now.microseconds)
        journal.append(
            .newRelease, project: project.normalizedName, version: version.normalized,
            by: user.name)
        return try Release.required(version, of: project, in: connection)
    }
}
