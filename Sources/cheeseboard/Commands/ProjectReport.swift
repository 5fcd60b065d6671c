import PackageIndex

/// A project with its releases and files, as `project show` prints it.
struct ProjectReport {
    private let listing: ProjectListing

    init(_ listing: ProjectListing) {
        self.listing = listing
    }

    var text: String {
        let project = listing.project
        let facts =
            [project.status.rawValue] + (project.isPublic ? [] : ["private"])
            + [ByteCount.text(project.totalBytes)]
        var lines = ["\(project.name)  (\(facts.joined(separator: ", ")))"]
        let files = Dictionary(grouping: listing.files, by: \.version)
        for version in listing.versions.reversed() {
            let released = files[version] ?? []
            let isYanked = !released.isEmpty && released.allSatisfy(\.isYanked)
            let reason = released.compactMap(\.yankedReason).first
            let mark = isYanked ? "  yanked" + (reason.map { ": \($0)" } ?? "") : ""
            lines.append("\n\(version)\(mark)")
            lines +=
                TextTable(
                    released.map {
                        [$0.filename, ByteCount.text($0.byteCount), $0.uploadedAt.day]
                    }, indent: 2
                ).lines
        }
        return lines.joined(separator: "\n")
    }
}
