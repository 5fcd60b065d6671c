import PackageIndex

extension Setting {
    /// What the index lets whom do, and what it takes.
    static let rules: [Setting] = [
        Setting(
            key: "profile", values: "private, pypi; private",
            summary: "Which upload rules hold: a company's own index, or PyPI's in full."
        ) { $0.index.profile = try choice($1) },
        Setting(
            key: "access.read", values: "anonymous, authenticated; anonymous",
            summary: "Who may read pages and files."
        ) { $0.index.readAccess = try choice($1) },
        Setting(
            key: "access.passwordUpload", values: "true, false; true in private",
            summary: "Whether user name and password may upload, or only tokens."
        ) { $0.index.passwordUpload = try truth($1) },
        Setting(
            key: "access.crossOrigin", values: "true, false; true in pypi",
            summary: "Whether scripts of other sites may read what is there for tools."
        ) { $0.index.crossOrigin = try truth($1) },
        Setting(
            key: "projects.visibility", values: "public, private; public",
            summary: "Who sees a new project until its owners say otherwise."
        ) { $0.index.projectVisibility = try choice($1) },
        Setting(
            key: "accounts.registration", values: "open, closed; open in pypi",
            summary: "Whether anybody may make an account."
        ) { $0.index.registration = try choice($1) },
        Setting(
            key: "accounts.requireSecondFactor", values: "true, false; true in pypi",
            summary: "Whether uploading and managing projects need a second factor."
        ) { $0.index.secondFactor = try truth($1) },
        Setting(
            key: "accounts.requireVerifiedEmail", values: "true, false; true in pypi",
            summary:
                "Whether uploading and managing projects need a verified primary e-mail address."
        ) { $0.index.verifiedEmail = try truth($1) },
        Setting(
            key: "limits.fileSize", values: "a size such as 100MiB; 100MiB",
            summary: "The largest file that is taken."
        ) { $0.index.maximumFileBytes = try size($1) },
        Setting(
            key: "limits.projectSize", values: "a size such as 10GiB; 10GiB",
            summary: "What one project's files may take together."
        ) { $0.index.maximumProjectBytes = try size($1) },
        Setting(
            key: "native.refuse", values: "names of findings, comma-separated; none",
            summary: "What in a wheel's native code an upload is refused for, as "
                + "`executable-stack, writable-code, untruthful-tag`; docs/NATIVE.md has the names."
        ) { $0.index.nativeRefusals = try choices($1) },
        Setting(
            key: "native.warn", values: "names of findings, comma-separated; none",
            summary: "What in a wheel's native code an upload is warned of."
        ) { $0.index.nativeWarnings = try choices($1) },
    ]
}
