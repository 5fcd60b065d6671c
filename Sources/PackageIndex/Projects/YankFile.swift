import Database
package import PythonPackaging

extension Index {
    /// Yanks one file of a release (PEP 592), so that installers pass it over unless asked for
    /// exactly its version.
    package func yankFile(
        _ filename: String, of project: ProjectName, reason: String?, by requester: Requester
    ) async throws {
        try await setYanked(true, filename, of: project, reason: Reason(reason).text, by: requester)
    }

    /// Takes the yank of one file back.
    package func unyankFile(
        _ filename: String, of project: ProjectName, by requester: Requester
    ) async throws {
        try await setYanked(false, filename, of: project, reason: nil, by: requester)
    }

    private func setYanked(
        _ isYanked: Bool, _ filename: String, of name: ProjectName, reason: String?,
        by requester: Requester
    ) async throws {
        let now = clock.now()
        try await change { connection, journal in
            let project = try Project.managedAndLocked(
                name, by: requester, at: now, in: connection)
            let file = try FileReference.required(filename, of: project, in: connection)
            try connection.run(
                "UPDATE files SET is_yanked = $1, yanked_reason = $2 WHERE id = $3", isYanked,
                reason, file.id)
            try SecurityEvent.record(
                isYanked ? .fileYanked : .fileUnyanked, project: project.id,
                ["version": file.version, "filename": filename, "reason": reason],
                by: requester, at: now, in: connection)
            journal.append(
                isYanked ? .yankFile : .unyankFile, project: project.normalizedName,
                version: file.version, filename: filename, detail: reason, by: requester.name)
        }
    }
}
