import PackageIndex
import PythonPackaging
import WebServer

/// Writes a release in the shape of PyPI's JSON API.
struct ProjectJSON {
    private let detail: ReleaseDetail
    /// The address of the server, without a final slash.
    private let base: String

    init(_ detail: ReleaseDetail, base: String) {
        self.detail = detail
        self.base = base
    }

    /// The whole document; `releases` stands only where no version was asked for.
    func text(withReleases: Bool) -> String {
        let files = Dictionary(grouping: detail.listing.files, by: \.version)
        var members = [
            ("info", info),
            ("last_serial", String(detail.listing.project.lastSerial)),
            ("ownership", ownership),
        ]
        if withReleases {
            let releases = detail.listing.versions.map { version in
                (version, JSONText.list((files[version] ?? []).map(file)))
            }
            members.append(("releases", JSONText.object(releases.sorted { $0.0 < $1.0 })))
        }
        members.append(("urls", JSONText.list((files[detail.version] ?? []).map(file))))
        members.append(("vulnerabilities", "[]"))
        return JSONText.object(members) + "\n"
    }

    private var info: String {
        let metadata = detail.metadata
        let project = detail.listing.project
        let page = "\(base)\(Route.projectPage.path(["name": project.normalizedName]))"
        let releasePage =
            "\(base)"
            + Route.releasePage.path(["name": project.normalizedName, "version": detail.version])
        let files = detail.listing.files.filter { $0.version == detail.version }
        let isYanked = !files.isEmpty && files.allSatisfy(\.isYanked)
        let reason = isYanked ? files.compactMap(\.yankedReason).first : nil
        return JSONText.object([
            ("author", JSONText.quoted(metadata.author ?? "")),
            ("author_email", JSONText.quoted(metadata.authorEmail ?? "")),
            ("bugtrack_url", "null"),
            ("classifiers", JSONText.array(metadata.classifiers)),
            ("description", JSONText.quoted(metadata.description ?? "")),
            ("description_content_type", JSONText.quoted(metadata.descriptionContentType)),
            ("docs_url", "null"),
            ("download_url", JSONText.quoted(metadata.downloadURL ?? "")),
            ("downloads", #"{"last_day":-1,"last_month":-1,"last_week":-1}"#),
            ("dynamic", JSONText.arrayOrNull(metadata.dynamic)),
            ("home_page", JSONText.quoted(metadata.homePage ?? "")),
            ("keywords", JSONText.quoted(metadata.keywords ?? "")),
            ("license", JSONText.quoted(metadata.license ?? "")),
            ("license_expression", JSONText.quoted(metadata.licenseExpression)),
            ("license_files", JSONText.arrayOrNull(metadata.licenseFiles)),
            ("maintainer", JSONText.quoted(metadata.maintainer ?? "")),
            ("maintainer_email", JSONText.quoted(metadata.maintainerEmail ?? "")),
            ("name", JSONText.quoted(project.name)),
            ("package_url", JSONText.quoted(page)),
            (
                "platform",
                JSONText.quoted(
                    metadata.platforms.isEmpty ? nil : metadata.platforms.joined(separator: ","))
            ),
            ("project_url", JSONText.quoted(page)),
            ("project_urls", projectURLs),
            ("provides_extra", JSONText.arrayOrNull(metadata.providesExtra)),
            ("release_url", JSONText.quoted(releasePage)),
            ("requires_dist", JSONText.arrayOrNull(metadata.requiresDist)),
            ("requires_python", JSONText.quoted(metadata.requiresPython)),
            ("summary", JSONText.quoted(metadata.summary ?? "")),
            ("version", JSONText.quoted(detail.version)),
            ("yanked", isYanked ? "true" : "false"),
            ("yanked_reason", JSONText.quoted(reason)),
        ])
    }

    /// The labelled addresses, with the two old fields among them where they add something.
    private var projectURLs: String {
        let metadata = detail.metadata
        var links = metadata.projectURLs.map { ($0.label, $0.url) }
        for (label, url) in [("Homepage", metadata.homePage), ("Download", metadata.downloadURL)] {
            guard let url, !url.isEmpty, !links.contains(where: { $0.0 == label }) else { continue }
            links.append((label, url))
        }
        guard !links.isEmpty else { return "null" }
        return JSONText.object(links.map { ($0.0, JSONText.quoted($0.1)) })
    }

    private var ownership: String {
        let roles = detail.roles.map { member in
            JSONText.object([
                ("role", JSONText.quoted(member.role == .owner ? "Owner" : "Maintainer")),
                ("user", JSONText.quoted(member.user)),
            ])
        }
        return JSONText.object([("organization", "null"), ("roles", JSONText.list(roles))])
    }

    private func file(_ file: PublishedFile) -> String {
        let digests = JSONText.object([
            ("blake2b_256", JSONText.quoted(file.blake2b)), ("md5", JSONText.quoted(file.md5)),
            ("sha256", JSONText.quoted(file.sha256)),
        ])
        return JSONText.object([
            ("comment_text", JSONText.quoted(file.comment ?? "")),
            (
                "core-metadata",
                file.metadataSHA256.map { #"{"sha256":"\#($0)"}"# } ?? "false"
            ),
            ("digests", digests),
            ("downloads", "-1"),
            ("filename", JSONText.quoted(file.filename)),
            ("has_sig", "false"),
            ("md5_digest", JSONText.quoted(file.md5)),
            ("packagetype", JSONText.quoted(file.kind.rawValue)),
            ("python_version", JSONText.quoted(file.pythonTag)),
            ("requires_python", JSONText.quoted(file.requiresPython)),
            ("size", String(file.byteCount)),
            ("upload_time", JSONText.quoted(file.uploadedAt.iso8601Seconds)),
            ("upload_time_iso_8601", JSONText.quoted(file.uploadedAt.iso8601)),
            ("url", JSONText.quoted(FileAddress.path(of: file, under: "\(base)/packages"))),
            ("yanked", file.isYanked ? "true" : "false"),
            ("yanked_reason", JSONText.quoted(file.yankedReason)),
        ])
    }
}
