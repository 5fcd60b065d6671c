import Database
package import PythonPackaging

extension Index {
    /// Yanks every file of a release, so that installers pass it over unless asked for exactly it.
    package func yankRelease(
        _ version: Version, of project: ProjectName, reason: String?, by requester: Requester
    ) async throws {
        try await setYanked(true, version, of: project, reason: Reason(reason).text, by: requester)
    }

    /// Takes a yank back.
    package func unyankRelease(
        _ version: Version, of project: ProjectName, by requester: Requester
    ) async throws {
        try await setYanked(false, version, of: project, reason: nil, by: requester)
    }

    private func setYanked(
        _ isYanked: Bool, _ version: Version, of name: ProjectName, reason: String?,
        by requester: Requester
    ) async throws {
        let now = clock.now()
        try await change { connection, journal in
            let project = try Project.managedAndLocked(
                name, by: requester, at: now, in: connection)
            let release = try Release.required(version, of: project, in: connection)
            try connection.run(
                "UPDATE files SET is_yanked = $1, yanked_reason = $2 WHERE release_id = $3",
                isYanked, reason, release.id)
            try SecurityEvent.record(
                isYanked ? .releaseYanked : .releaseUnyanked, project: project.id,
                ["version": release.version, "reason": reason], by: requester, at: now,
                in: connection)
            let by = requester.mailName
            try tell(
                isYanked
                    ? .yanked(release.version, of: project.name, reason: reason, by: by)
                    : .unyanked(release.version, of: project.name, by: by),
                peopleOf: project, at: now, connection)
            journal.append(
                isYanked ? .yankRelease : .unyankRelease, project: project.normalizedName,
                version: release.version, detail: reason, by: requester.name)
        }
    }
}
