import Database

/// A release's addresses, those that are known to be its project's own apart from the others.
package struct ProjectURLs: Sendable, Equatable {
    /// Pages that link back here, and the project's page here.
    package let verified: [ReleaseMetadata.Link]
    /// What the metadata says and nobody has shown.
    package let unverified: [ReleaseMetadata.Link]
}

extension Index {
    /// The addresses that a release names, the home page and the download page of old with labels of
    /// their own.
    package func projectURLs(of detail: ReleaseDetail) async throws -> ProjectURLs {
        let project = detail.listing.project
        let verified = try await database.read { connection in
            try Self.verifiedURLs(ofProject: project.id, connection)
        }
        let metadata = detail.metadata
        var links: [ReleaseMetadata.Link] = []
        if let page = metadata.homePage { links.append(.init(label: "Homepage", url: page)) }
        if let page = metadata.downloadURL { links.append(.init(label: "Download", url: page)) }
        links += metadata.projectURLs
        let own = ProjectAddress(base: site.base, project: project.normalizedName)
        let isVerified = { (link: ReleaseMetadata.Link) in
            verified.contains(link.url) || own.covers(link.url)
        }
        return ProjectURLs(
            verified: links.filter(isVerified), unverified: links.filter { !isVerified($0) })
    }

    /// The addresses that are known to be a project's own.
    static func verifiedURLs(
        ofProject id: Int64, _ connection: any SQLConnection
    ) throws -> Set<String> {
        Set(
            try connection.rows("SELECT url FROM verified_urls WHERE project_id = $1", id)
                .map { try $0.get("url") as String })
    }
}
