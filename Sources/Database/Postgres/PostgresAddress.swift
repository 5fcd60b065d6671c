import CPostgres

/// Where a PostgreSQL server is and how to log in, read from a URL by libpq's own rules.
///
/// It holds the password and therefore prints without it.
struct PostgresAddress: Sendable, CustomStringConvertible {
    /// libpq's keywords and values, defaults added.
    private let settings: [String: String]
    /// Every piece of the URL that may be a secret, longest first.
    private let secrets: [String]

    /// Reads `postgres://user:password@host:port/database?sslmode=…` or `postgresql://…`.
    ///
    /// - Throws: `DatabaseError` whose text has nothing of the URL: a URL that cannot be read may
    ///   hold its password anywhere.
    init(url: String) throws {
        guard url.hasPrefix("postgres://") || url.hasPrefix("postgresql://") else {
            throw DatabaseError(.other, "the database URL does not begin with postgres://")
        }
        guard var settings = Self.parse(url) else {
            throw DatabaseError(
                .other,
                """
                the database URL cannot be read (it is not shown, for it may hold a password): \
                expected postgres://user:password@host:port/database, with special characters in percent form
                """)
        }
        var secrets = Set([settings["password"], settings["sslpassword"]].compactMap(\.self))
        secrets.formUnion(Self.suspects(in: url))
        self.secrets = secrets.filter { !$0.isEmpty }.sorted { $0.utf8.count > $1.utf8.count }
        settings.merge(Self.defaults) { given, _ in given }
        settings["client_encoding"] = "UTF8"
        self.settings = settings
    }

    /// A server that cannot be reached or a network that went silent shows within seconds, unless
    /// the URL says otherwise.
    private static let defaults = [
        "connect_timeout": "10", "tcp_user_timeout": "30000", "keepalives_idle": "30",
        "fallback_application_name": "cheeseboard",
    ]

    /// What libpq takes to connect; it holds the password.
    var connectionString: String {
        settings.sorted { $0.key < $1.key }
            .map { key, value in
                let escaped = value.flatMap { $0 == "'" || $0 == "\\" ? ["\\", $0] : [$0] }
                return "\(key)='\(String(escaped))'"
            }
            .joined(separator: " ")
    }

    var description: String {
        let host = settings["host"] ?? "the local socket"
        return redact("PostgreSQL at \(host)\(settings["port"].map { ":" + $0 } ?? "")")
    }

    /// A text of libpq's without the pieces of the URL that may be secret.
    func redact(_ text: String) -> String {
        secrets.reduce(text) { text, secret in
            text.split(separator: secret, omittingEmptySubsequences: false)
                .joined(separator: "***")
        }
    }

    /// What stands where a password does, also when an unescaped `/` or `@` in it made libpq read
    /// the URL differently.
    private static func suspects(in url: String) -> [String] {
        let afterScheme = url.drop { $0 != "/" }.drop { $0 == "/" }
        guard let at = afterScheme.lastIndex(of: "@"),
            let colon = afterScheme.firstIndex(of: ":"), colon < at
        else { return [] }
        let password = url[url.index(after: colon)..<at]
        return [String(password)] + password.split { "/?#&=@:".contains($0) }.map(String.init)
    }

    private static func parse(_ url: String) -> [String: String]? {
        // SAFETY: the list that libpq returns ends with an entry without keyword; it and the
        // strings in it live until freed below, and are copied before.
        guard let options = unsafe PQconninfoParse(url, nil) else { return nil }
        defer { unsafe PQconninfoFree(options) }
        var settings: [String: String] = [:]
        var next = unsafe options
        while let keyword = unsafe next.pointee.keyword {
            if let value = unsafe next.pointee.val {
                unsafe settings[String(cString: keyword)] = String(cString: value)
            }
            unsafe next += 1
        }
        return settings
    }
}
