/// The templates that ship inside the program, by the names that pages and other templates use.
enum Templates {
    static let all = [shell, front, search, account, manage].reduce(into: [:]) {
        $0.merge($1) { first, _ in first }
    }

    private static let shell: [String: [UInt8]] = [
        "layout": PackageResources.layout_mustache,
        "csrf": PackageResources.csrf_mustache,
        "trouble": PackageResources.trouble_mustache,
    ]
}
