import Database

/// An address that a release names.
package struct ReleaseURL: Sendable, Equatable {
    /// What is there, as the release says.
    package let label: String
    /// The address, as written.
    package let url: String
    /// Whether it is known to be the project's own: it links back here, or is the project's page
    /// here.
    package let isVerified: Bool
}

extension Index {
    /// The addresses that a release of a project names, each once, the home page and the download
    /// page of old after the others and with labels of their own.
    func projectURLs(
        of metadata: ReleaseMetadata, in project: Project, _ connection: any SQLConnection
    ) throws -> [ReleaseURL] {
        let verified = try Self.verifiedURLs(ofProject: project.id, connection)
        let own = ProjectAddress(base: site.base, project: project.normalizedName)
        var links = metadata.projectURLs
        for (label, url) in [("Homepage", metadata.homePage), ("Download", metadata.downloadURL)] {
            guard let url, !url.isEmpty, url != "UNKNOWN",
                !links.contains(where: { $0.url == url })
            else { continue }
            links.append(.init(label: label, url: url))
        }
        return links.map { link in
            ReleaseURL(
                label: link.label, url: link.url,
                isVerified: verified.contains(link.url) || own.covers(link.url))
        }
    }

    /// The addresses whose pages are known to link back to a project's page here.
    static func verifiedURLs(
        ofProject id: Int64, _ connection: any SQLConnection
    ) throws -> Set<String> {
        Set(
            try connection.rows("SELECT url FROM verified_urls WHERE project_id = $1", id)
                .map { try $0.get("url") as String })
    }
}
