import PackageIndex
import WebServer

/// What the page of one release shows to the project's owners.
struct ManagedReleasePage {
    struct FileRow {
        let filename: String
        let kind: String
        let size: String
        let uploaded: ShownTime
        let isYankedFile: Bool
        let fileReason: String?
        /// Whether its yank was just refused for the reason that was typed.
        let isRefused: Bool
        let typedReason: String
        let yankFilePath: String
        let unyankFilePath: String
        let deleteFilePath: String
    }

    let nav: ManageNav
    let version: String
    let releasesPath: String
    let files: [FileRow]
    let hasFiles: Bool
    let isYanked: Bool
    let releaseReason: String?
    let yankPath: String
    let unyankPath: String
    let deletePath: String
    /// What was typed as the reason of a yank of the release.
    let reason: String
    var problem: String?

    init(_ listing: ProjectListing, version: String, _ context: IndexRequestContext) {
        let name = listing.project.normalizedName
        let values = ["name": name, "version": version]
        nav = ManageNav(
            listing.project, at: .releases, context, title: "Release \(version)")
        self.version = version
        releasesPath = context.link(.projectReleases, values)
        let refused = context.values["filename"]
        reason = refused == nil ? context.form["reason"] : ""
        let own = listing.files.filter { $0.version == version }
        files = own.map { file in
            let values = ["name": name, "filename": file.filename]
            return FileRow(
                filename: file.filename,
                kind: file.kind == .wheel ? "Wheel" : "Source",
                size: ByteCount.text(file.byteCount),
                uploaded: ShownTime(file.uploadedAt), isYankedFile: file.isYanked,
                fileReason: file.yankedReason,
                isRefused: file.filename == refused,
                typedReason: file.filename == refused ? context.form["reason"] : "",
                yankFilePath: context.link(.yankFile, values),
                unyankFilePath: context.link(.unyankFile, values),
                deleteFilePath: context.link(.deleteFileForm, values))
        }
        hasFiles = !own.isEmpty
        isYanked = !own.isEmpty && own.allSatisfy(\.isYanked)
        releaseReason = isYanked ? own.compactMap(\.yankedReason).first : nil
        yankPath = context.link(.yankRelease, values)
        unyankPath = context.link(.unyankRelease, values)
        deletePath = context.link(.deleteReleaseForm, values)
    }
}
