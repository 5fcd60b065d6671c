import PackageIndex
import WebServer

/// What the page of a project's releases shows to its owners: them, and what can come back.
struct ReleasesPage {
    struct Row {
        let version: String
        let path: String
        let filesText: String
        let isYanked: Bool
        let hasYanked: Bool
        let uploaded: ShownTime?
        let size: String
    }

    struct DeletedRow {
        let title: String
        let isFile: Bool
        let restorePath: String
        let deleted: ShownTime
        let until: ShownTime
    }

    let nav: ManageNav
    let releases: [Row]
    let hasReleases: Bool
    /// Where the other releases are; nil where the page shows them all.
    let stretch: ListStretch.Links?
    let deleted: [DeletedRow]
    let hasDeleted: Bool
    let deletedStretch: ListStretch.Links?

    init(
        _ listing: ProjectListing, _ deleted: [DeletedItem], query: FormFields,
        _ context: IndexRequestContext
    ) {
        let name = listing.project.normalizedName
        nav = ManageNav(listing.project, at: .releases, context)
        let files = Dictionary(grouping: listing.files, by: \.version)
        let newestFirst = Array(listing.versions.reversed())
        let stretch = ListStretch(of: newestFirst.count, in: query)
        self.stretch = stretch.links
        releases = newestFirst[stretch.range].map { version in
            let files = files[version] ?? []
            let yanked = files.filter(\.isYanked).count
            return Row(
                version: version,
                path: context.link(.projectRelease, ["name": name, "version": version]),
                filesText: files.count.counted("file"),
                isYanked: yanked > 0 && yanked == files.count,
                hasYanked: yanked > 0 && yanked < files.count,
                uploaded: files.map(\.uploadedAt).min().map(ShownTime.init),
                size: ByteCount.text(files.reduce(0) { $0 + $1.byteCount }))
        }
        hasReleases = !releases.isEmpty
        let deletedStretch = ListStretch(
            of: deleted.count, in: query, field: "deleted", place: "#deleted")
        self.deletedStretch = deletedStretch.links
        self.deleted = deleted[deletedStretch.range].compactMap { item in
            let (deleted, until) = (ShownTime(item.deletedAt), ShownTime(item.restorableUntil))
            switch item.subject {
            case .project: return nil
            case .release(let version):
                return DeletedRow(
                    title: version, isFile: false,
                    restorePath: context.link(
                        .restoreRelease, ["name": name, "version": version]),
                    deleted: deleted, until: until)
            case .file(_, let filename):
                return DeletedRow(
                    title: filename, isFile: true,
                    restorePath: context.link(
                        .restoreFile, ["name": name, "filename": filename]),
                    deleted: deleted, until: until)
            }
        }
        hasDeleted = !self.deleted.isEmpty
    }
}
