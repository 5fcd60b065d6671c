/// The templates that ship inside the program, by the names that pages and other templates use.
enum Templates {
    static let all = [shell, front, search, account, manage, reading, apiReference].reduce(into: [:]
    ) {
        $0.merge($1) { first, _ in first }
    }

    private static let reading: [String: [UInt8]] = [
        "project": PackageResources.project_mustache,
        "projectFiles": PackageResources.projectFiles_mustache,
        "projectHistory": PackageResources.projectHistory_mustache,
        "projectDetails": PackageResources.projectDetails_mustache,
        "facts": PackageResources.facts_mustache,
        "native": PackageResources.native_mustache,
        "user": PackageResources.user_mustache,
        "classifiers": PackageResources.classifiers_mustache,
        "help": PackageResources.help_mustache,
        "security": PackageResources.security_mustache,
    ]

    private static let shell: [String: [UInt8]] = [
        "layout": PackageResources.layout_mustache,
        "csrf": PackageResources.csrf_mustache,
        "marked": PackageResources.marked_mustache,
        "stretch": PackageResources.stretch_mustache,
        "trouble": PackageResources.trouble_mustache,
    ]
}
