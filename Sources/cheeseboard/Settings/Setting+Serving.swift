import PackageIndex
import WebServer

extension Setting {
    /// Where the server listens, what people call it, and which database it has.
    static let serving: [Setting] = [
        Setting(
            key: "host", values: "an address; 127.0.0.1",
            summary: "Where the server listens; 0.0.0.0 for every interface."
        ) { $0.server.host = $1 },
        Setting(
            key: "port", values: "0 to 65535; 8080", summary: "The port; 0 lets the system choose."
        ) { $0.server.port = try integer($1, 0...65535) },
        Setting(
            key: "site.url", values: "an address such as https://index.example; where it listens",
            summary: "Where people reach the site: what links in mails begin with."
        ) { settings, text in
            let address = text.hasSuffix("/") ? String(text.dropLast()) : text
            guard address.hasPrefix("https://") || address.hasPrefix("http://"),
                !address.contains(where: \.isWhitespace)
            else { throw SettingInvalid("'\(text)' is not an address like https://index.example") }
            settings.siteURL = address
        },
        Setting(
            key: "site.hosts", values: "names, comma-separated; none",
            summary: "Other names under which the index answers where `site.url` is set."
        ) { settings, text in
            settings.siteHosts = text.split(separator: ",").map { String($0.trimmingSpaces) }
        },
        Setting(
            key: "site.securityContact", values: "mailto:… or https://…; none",
            summary:
                "Where to report security problems: `/.well-known/security.txt` and `/security/`."
        ) { settings, text in
            guard text.hasPrefix("mailto:") || text.hasPrefix("https://"),
                text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
            else {
                throw SettingInvalid("'\(text)' is not an address like mailto:a@b or https://…")
            }
            settings.index.securityContact = text
        },
        Setting(
            key: "database.url", values: "postgres://…; the file DIR/cheeseboard.sqlite",
            summary: "A PostgreSQL database instead of SQLite."
        ) { $0.databaseURL = $1 },
        Setting(
            key: "database.connections", values: "1 to 100; 8",
            summary: "How many connections to PostgreSQL are kept."
        ) { $0.databaseConnections = try integer($1, 1...100) },
    ]
}
