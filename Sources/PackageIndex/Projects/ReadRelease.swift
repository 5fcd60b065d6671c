import Database
package import PythonPackaging

/// One release with its metadata, beside everything its project offers.
package struct ReleaseDetail: Sendable {
    /// The project and all its files.
    package let listing: ProjectListing
    /// The release's version, normalised.
    package let version: String
    /// The release's metadata.
    package let metadata: ReleaseMetadata
    /// The addresses that the release names.
    package let urls: [ReleaseURL]
    /// Who owns and maintains the project, owners first; who only reads it is not told.
    package let roles: [ProjectMember]
}

/// A user with a role in a project.
package struct ProjectMember: Sendable, Equatable {
    /// The user's name.
    package let user: String
    /// The role.
    package let role: ProjectRole

    /// A user with a role.
    package init(user: String, role: ProjectRole) {
        self.user = user
        self.role = role
    }
}

extension Index {
    /// A release with its metadata, the latest where no version is named; nil where there is none
    /// that the caller may see.
    package func releaseDetail(
        of normalizedName: String, version: Version?, for principal: Principal?
    ) async throws -> ReleaseDetail? {
        guard let listing = try await projectListing(normalizedName, for: principal),
            listing.project.status.offersFiles
        else { return nil }
        let wanted = version.map(\.canonical) ?? listing.latestVersion
        guard let wanted else { return nil }
        return try await database.read { connection in
            let row = try connection.row(
                """
                SELECT version, metadata FROM releases
                WHERE project_id = $1 AND canonical_version = $2 AND deleted_at IS NULL
                """, listing.project.id, wanted)
            guard let row else { return nil }
            let metadata = try ReleaseMetadata(stored: try row.get("metadata"))
            return ReleaseDetail(
                listing: listing, version: try row.get("version"), metadata: metadata,
                urls: try projectURLs(of: metadata, in: listing.project, connection),
                roles: try Self.members(of: listing.project, connection))
        }
    }
}

extension ProjectListing {
    /// The canonical form of the version that PyPI calls the latest: not yanked rather than yanked,
    /// final rather than not, then the highest; nil without releases.
    package var latestVersion: String? {
        let yanked = Set(versions).subtracting(files.filter { !$0.isYanked }.map(\.version))
        let hasFiles = Set(files.map(\.version))
        let ranked = versions.enumerated().compactMap { place, text in
            (try? Version(text)).map { version in
                (
                    rank: (
                        yanked.contains(text) && hasFiles.contains(text) ? 0 : 1,
                        version.isPrerelease ? 0 : 1, place
                    ), version: version
                )
            }
        }
        return ranked.max { $0.rank < $1.rank }?.version.canonical
    }
}
