import Database
package import PythonPackaging

extension Index {
    /// Yanks every file of a release, so that installers pass it over unless asked for exactly it.
    package func yankRelease(
        _ version: Version, of project: ProjectName, reason: String?, by actor: User?
    ) async throws {
        let reason = reason.flatMap { $0.isEmpty ? nil : $0 }
        try await setYanked(true, version, of: project, reason: reason, by: actor)
    }

    /// Takes a yank back.
    package func unyankRelease(
        _ version: Version, of project: ProjectName, by actor: User?
    ) async throws {
        try await setYanked(false, version, of: project, reason: nil, by: actor)
    }

    private func setYanked(
        _ isYanked: Bool, _ version: Version, of name: ProjectName, reason: String?, by actor: User?
    ) async throws {
        try await change { connection, journal in
            let project = try Project.locked(name.normalized, in: connection)
            let release = try Release.required(version, of: project, in: connection)
            try connection.run(
                "UPDATE files SET is_yanked = $1, yanked_reason = $2 WHERE release_id = $3",
                isYanked, reason, release.id)
            journal.append(
                isYanked ? .yankRelease : .unyankRelease, project: project.normalizedName,
                version: release.version, detail: reason, by: actor?.name)
        }
    }
}
