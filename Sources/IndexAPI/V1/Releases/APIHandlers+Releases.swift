import PackageIndex
import PythonPackaging
import WebServer

extension APIHandlers {
    static let releaseActions: [Route: Action] = [
        .apiReleases: listReleases, .apiRelease: showRelease,
    ]

    @Sendable private static func listReleases(_ call: APICall) async throws -> APIAnswer {
        let listing = try await call.listing()
        var versions = listing.versions[...]
        if let after = call.after {
            // What is no version stands before the oldest one, as everywhere.
            let place = try? Version(after)
            versions = versions.prefix { text in
                guard let place, let version = try? Version(text) else { return false }
                return version < place
            }
        }
        let shown = versions.suffix(call.limit)
        let files = Dictionary(grouping: listing.files, by: \.version)
        return .page(
            shown.reversed().map { .object(members(of: $0, with: files[$0] ?? [])) },
            next: versions.count > shown.count ? shown.first : nil)
    }

    @Sendable private static func showRelease(_ call: APICall) async throws -> APIAnswer {
        let name = try call.projectName()
        let version = try call.version()
        let detail = try await call.index.releaseDetail(
            of: name.normalized, version: version, for: call.context.principal)
        guard let detail else {
            _ = try await call.listing()
            throw Refusal(
                .releaseUnknown, "The project '\(name)' has no release '\(version)'.")
        }
        let files = detail.listing.files.filter { $0.version == detail.version }
        return .content(
            .object(
                members(of: detail.version, with: files) + [
                    .init("metadata", value(of: detail.metadata, detail.urls)),
                    .init("files", .array(files.map { call.value(of: $0) })),
                ]))
    }

    private static func members(
        of version: String, with files: [PublishedFile]
    ) -> [JSONValue.Member] {
        let isYanked = !files.isEmpty && files.allSatisfy(\.isYanked)
        return [
            .init("version", .string(version)),
            .init("is_yanked", .boolean(isYanked)),
            .init(
                "yanked_reason",
                .string(isYanked ? files.compactMap(\.yankedReason).first : nil)),
            .init("file_count", .integer(files.count)),
            .init("published_at", .time(files.map(\.uploadedAt).min())),
        ]
    }

    private static func value(of metadata: ReleaseMetadata, _ urls: [ReleaseURL]) -> JSONValue {
        [
            "summary": .string(metadata.summary),
            "description": .string(metadata.description),
            "description_content_type": .string(metadata.descriptionContentType),
            "keywords": .string(metadata.keywords),
            "author": .string(metadata.author),
            "author_email": .string(metadata.authorEmail),
            "maintainer": .string(metadata.maintainer),
            "maintainer_email": .string(metadata.maintainerEmail),
            "license": .string(metadata.license),
            "license_expression": .string(metadata.licenseExpression),
            "requires_python": .string(metadata.requiresPython),
            "requires_dist": .strings(metadata.requiresDist),
            "provides_extra": .strings(metadata.providesExtra),
            "classifiers": .strings(metadata.classifiers),
            "project_urls": .array(
                urls.map { link in
                    [
                        "label": .string(link.label), "url": .string(link.url),
                        "is_verified": .boolean(link.isVerified),
                    ]
                }),
        ]
    }
}
