import BlobStorage
import Database
import PythonPackaging

extension Index {
    /// Publishes a file, or says why not.
    ///
    /// The file is judged outside of any transaction; one transaction then publishes the file, its
    /// release, its journal entries and its job together, after asking again what another upload
    /// may have changed meanwhile. The blobs are durable before a row names them.
    package func publish(
        _ upload: Upload, by principal: Principal, from client: ClientTrace = .local
    ) async throws -> UploadOutcome {
        // Where it was not kept it is of no use any more, and its space is free at once.
        defer { upload.file.discard() }
        let now = clock.now()
        let settings = try await settings(for: upload, by: principal)
        let requester = Requester(principal, from: client)
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
        let warnings = try await checkDescription(of: upload, content.release)
        // Both wait for the disk, so they wait together.
        async let metadata = content.wheelMetadata.asyncMap { try await blobs.put($0) }
        try await blobs.keep(upload.file)
        let metadataDigest = try await metadata
        let isUnchanged = try await change { connection, journal in
            try Self.insert(
                upload, judged, content, metadata: metadataDigest, by: requester, principal,
                settings, at: now, connection, &journal)
        }
        return UploadOutcome(isUnchanged: isUnchanged, warnings: content.warnings + warnings)
    }

    /// The settings that an upload is judged by: a file that is larger than most may be, may be
    /// one of a project that is allowed more.
    private func settings(
        for upload: Upload, by principal: Principal
    ) async throws -> IndexSettings {
        guard upload.file.byteCount > settings.maximumFileBytes,
            let name = try? upload.form.projectName()
        else { return settings }
        let found = try await database.read { connection in
            try Project.find(name.normalized, roleOf: principal.user.id, in: connection)
        }
        guard let (project, role) = found, role?.uploads ?? false else { return settings }
        return settings.with(limitsOf: project)
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
        try checkOpen(project, name, settings, user: principal.user.id, in: connection)
        let facts = try PublicationFacts.gather(
            filename: upload.form.filename, version: judged.filename.version,
            digests: upload.digests, project: project,
            reader: principal.privateReader(at: now), in: connection)
        let examination = upload.examination(
            facts: facts, settings: settings.with(limitsOf: project), now: now)
        if !facts.isUnchanged(upload.form.filename, upload.digests) {
            try examination.run(.index)
        }
        return facts
    }

    private static func checkOpen(
        _ project: Project?, _ name: ProjectName, _ settings: IndexSettings, user: Int64,
        in connection: any SQLConnection
    ) throws {
        guard let project else {
            return try ProjectNamePolicy.check(
                name, in: settings.profile, user: user, connection)
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
        metadata: BlobStorage.SHA256Digest?, by requester: Requester, _ principal: Principal,
        _ settings: IndexSettings, at now: Timestamp, _ connection: any SQLConnection,
        _ journal: inout JournalDraft
    ) throws -> Bool {
        // The body may have come for hours: the token can be revoked by now.
        try requester.hold(in: connection)
        let project = try ensureProject(
            judged.project, settings, by: requester, principal.user, at: now, connection, &journal)
        let facts = try admit(
            upload, judged, by: principal, settings, at: now, in: connection)
        if facts.isUnchanged(upload.form.filename, upload.digests) { return true }
        let release = try ensureRelease(
            judged.filename.version, content.release, of: project, at: now, by: requester,
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
        try enqueueDescription(of: release, content.release, at: now, connection)
        try enqueueURLVerification(of: project, release, settings, at: now, connection)
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
}
