import PackageIndex

/// The values that the API answers with.
extension Shape {
    /// A refusal or a failure (RFC 9457).
    static let problem: Shape = .named(
        "Problem",
        .object([
            .required("type", .text(.address), "Always `about:blank`: the code says more."),
            .required("status", .integer(400...599), "The status of the answer."),
            .required("title", .text(.any), "What was wrong and where."),
            .optional("detail", .text(.any), "What can be done about it."),
            .optional("code", .text(.any), "The stable name of the rule; a failure has none."),
            .optional("message", .text(.any), "What failed."),
        ]))

    /// Some of many values.
    static func page(of shape: Shape) -> Shape {
        .object([
            .required("items", .list(shape), "The values, in order."),
            .required(
                "next", .optional(.text(.address)),
                "The address of the values that follow; null where these are the last."),
        ])
    }

    static let projectEntry: Shape = .named("ProjectEntry", .object(projectMembers))

    static let project: Shape = .named(
        "Project",
        .object(
            projectMembers + [
                .required(
                    "latest_version", .optional(.text(.any)),
                    "The newest release that is neither yanked nor a pre-release, else the newest."),
                .required("versions", .list(.text(.any)), "Every release, oldest first."),
                .required(
                    "people",
                    .list(
                        .object([
                            .required("user", .text(.any), "A user's name."),
                            .required(
                                "role", .text(.choice(["owner", "maintainer"])), "The role."),
                        ])), "Who owns and maintains it, owners first."),
            ]))

    private static let projectMembers: [Member] = [
        .required("name", .text(.any), "The name in the spelling of the latest upload."),
        .required("normalized_name", .text(.any), "The name in addresses."),
        .required(
            "visibility", .text(.choice(["public", "private"])),
            "Whether everyone who may read the index may see it."),
        .required(
            "status", .text(.choice(ProjectStatus.allCases.map(\.rawValue))),
            "The status of PEP 792."),
        .required(
            "status_reason", .optional(.text(.any)), "Why it has that status, in its owner's words."
        ),
        .required(
            "successor", .optional(.text(.any)),
            "The name of a project to use instead, if deprecated."
        ),
        .required("total_bytes", count, "What its files take together."),
        .required("created_at", .text(.time), "When its name was first taken."),
        .required("last_serial", count, "The serial of its newest change."),
    ]

    static let release: Shape = .named(
        "Release",
        .object(
            releaseMembers + [
                .required("metadata", metadata, "What its first file's metadata says."),
                .required("files", .list(file), "Its files, by name."),
            ]))

    static let releaseEntry: Shape = .named("ReleaseEntry", .object(releaseMembers))

    private static let releaseMembers: [Member] = [
        .required("version", .text(.any), "The version, normalised."),
        .required("is_yanked", .boolean, "Whether all of its files are yanked."),
        .required("yanked_reason", .optional(.text(.any)), "Why, where it was said."),
        .required("file_count", count, "How many files it has."),
        .required(
            "published_at", .optional(.text(.time)),
            "When its first file was published; null without files."),
    ]

    static let file: Shape = .named(
        "File",
        .object([
            .required("filename", .text(.any), "Its name, unique in the index for ever."),
            .required("version", .text(.any), "The version of its release."),
            .required("kind", .text(.choice(["sdist", "bdist_wheel"])), "Source or built."),
            .required("python_tag", .text(.any), "A wheel's Python tag, `source` for an sdist."),
            .required(
                "requires_python", .optional(.text(.any)), "The versions of Python that it runs on."
            ),
            .required("byte_count", count, "Its size."),
            .required("sha256", .text(.digest), "The SHA-256 of its bytes."),
            .required("blake2b_256", .text(.digest), "The BLAKE2b-256 of its bytes."),
            .required(
                "metadata_sha256", .optional(.text(.digest)),
                "The SHA-256 of its METADATA, for wheels."),
            .required("is_yanked", .boolean, "Whether installers pass it over."),
            .required("yanked_reason", .optional(.text(.any)), "Why, where it was said."),
            .required("uploaded_at", .text(.time), "When it was published."),
            .required("url", .text(.address), "Where it is downloaded."),
        ]))

    private static let metadata: Shape = .named(
        "Metadata",
        .object([
            .required("summary", .optional(.text(.any)), "What the project does, in one line."),
            .required("description", .optional(.text(.any)), "The long description."),
            .required(
                "description_content_type", .optional(.text(.any)), "The markup of the description."
            ),
            .required("keywords", .optional(.text(.any)), "Words to find it by."),
            .required("author", .optional(.text(.any)), "Who wrote it."),
            .required("author_email", .optional(.text(.any)), "Their mail addresses."),
            .required("maintainer", .optional(.text(.any)), "Who looks after it."),
            .required("maintainer_email", .optional(.text(.any)), "Their mail addresses."),
            .required("license", .optional(.text(.any)), "The licence as free text."),
            .required(
                "license_expression", .optional(.text(.any)), "The licence as an SPDX expression."),
            .required("requires_python", .optional(.text(.any)), "Versions of Python."),
            .required("requires_dist", .list(.text(.any)), "What it needs, as written."),
            .required("provides_extra", .list(.text(.any)), "Names of optional features."),
            .required("classifiers", .list(.text(.any)), "Trove classifiers."),
            .required(
                "project_urls",
                .list(
                    .object([
                        .required("label", .text(.any), "What is there."),
                        .required("url", .text(.any), "The address, as written."),
                        .required(
                            "is_verified", .boolean,
                            "Whether its page links back to the project's page, or is that page."),
                    ])), "Labelled addresses, home page and download page among them."),
        ]))

    static let account: Shape = .named(
        "Account",
        .object([
            .required("name", .text(.any), "The user's name."),
            .required("full_name", .optional(.text(.any)), "How the person is called."),
            .required("is_admin", .boolean, "Whether they administer the index."),
            .required("created_at", .text(.time), "When the account was made."),
            .required(
                "emails",
                .list(
                    .object([
                        .required("address", .text(.any), "The address."),
                        .required("is_primary", .boolean, "Whether notices go there first."),
                        .required("is_verified", .boolean, "Whether it is shown to be theirs."),
                        .required("is_public", .boolean, "Whether the user's page shows it."),
                    ])), "The addresses, the primary one first; they are changed on the site."),
        ]))
}
