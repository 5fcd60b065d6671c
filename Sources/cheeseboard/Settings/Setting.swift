import Logging
import NIOCore
import Outbound
import PackageIndex
import WebServer

/// One thing that can be set: by the environment, or in the settings file.
struct Setting: Sendable {
    /// The key in the settings file, as `access.read`.
    let key: String
    /// What it takes, for the page of settings.
    let values: String
    /// What it does.
    let summary: String
    let apply: @Sendable (inout ServeSettings, String) throws -> Void

    private static let prefix = "CHEESEBOARD_"

    /// The environment's name for it: `access.read` is `CHEESEBOARD_ACCESS_READ`.
    var variable: String {
        var name = Self.prefix
        for character in key {
            if character == "." {
                name += "_"
            } else {
                if character.isUppercase { name += "_" }
                name += character.uppercased()
            }
        }
        return name
    }

    /// Every setting; `docs/SETTINGS.md` shows them.
    static let all: [Setting] = [
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
        Setting(
            key: "limits.connections", values: "1 to 100000; 8192",
            summary: "How many connections may be open; more wait."
        ) { $0.server.limits.maximumConnections = try integer($1, 1...100_000) },
        Setting(
            key: "limits.searchesPerSecond", values: "0 to 10000; 5 in pypi, 0 in private",
            summary: "How many searches a network may make each second; 0 for any number."
        ) { $0.index.searchRate = try integer($1, 0...10_000) },
        Setting(
            key: "limits.headSeconds", values: "1 to 3600; 10",
            summary: "How long a client may take for the head of its first request."
        ) { $0.server.limits.headTimeout = .seconds(Int64(try integer($1, 1...3600))) },
        Setting(
            key: "limits.idleSeconds", values: "1 to 3600; 60",
            summary: "How long a connection may wait between requests."
        ) { $0.server.limits.keepAlive = .seconds(Int64(try integer($1, 1...3600))) },
        Setting(
            key: "tls.certificate", values: "a PEM file; none",
            summary: "The certificate chain; with `tls.key` the server speaks HTTPS."
        ) { $0.server.tls = (certificate: $1, key: $0.server.tls?.key ?? "") },
        Setting(
            key: "tls.key", values: "a PEM file; none", summary: "The certificate's private key."
        ) { $0.server.tls = (certificate: $0.server.tls?.certificate ?? "", key: $1) },
        Setting(
            key: "proxy.trusted", values: "addresses or ranges, comma-separated; none",
            summary: "Whose `X-Forwarded-For`, `-Proto`, `-Host` and `-Prefix` are believed."
        ) { settings, text in
            settings.server.proxy.trusted = try text.split(separator: ",").map {
                guard let range = AddressRange(String($0.trimmingSpaces)) else {
                    throw SettingInvalid("'\($0)' is not an address or a range like 10.0.0.0/8")
                }
                return range
            }
        },
        Setting(
            key: "proxy.prefix", values: "a path such as /python; none",
            summary: "The path under which the server stands."
        ) { settings, text in
            guard let prefix = ProxySettings.prefix(text) else {
                throw SettingInvalid("'\(text)' is not a path like /python")
            }
            settings.server.proxy.prefix = prefix
        },
        Setting(
            key: "mail.smtp", values: "smtp://USER@HOST:PORT or smtps://…; none",
            summary: "The mail server. Without one, mails become files in DIR/mails/."
        ) { settings, text in
            do {
                settings.mailServer = try SMTPServer(url: text)
            } catch let invalid as SMTPServer.Invalid {
                // The address may have a password in it after all.
                throw SettingInvalid(invalid.message)
            }
        },
        Setting(
            key: "mail.smtpPassword", values: "a text; none",
            summary: "The password for the mail server; better in the environment than in the file."
        ) { $0.mailPassword = Secret($1) },
        Setting(
            key: "mail.smtpPasswordFile", values: "a file; none",
            summary: "A file that holds the password for the mail server."
        ) { $0.mailPasswordFile = $1 },
        Setting(
            key: "mail.encryption", values: "required, opportunistic, off; required",
            summary: "Whether `smtp://` must go on with STARTTLS before anything is said."
        ) { $0.mailEncryption = try choice($1) },
        Setting(
            key: "mail.authorities", values: "a PEM file; the system's",
            summary: "The certificates that may vouch for the mail server."
        ) { $0.mailAuthorities = $1 },
        Setting(
            key: "mail.timeoutSeconds", values: "1 to 120; 60",
            summary: "How long handing one mail over may take."
        ) { $0.mailTimeout = .seconds(try integer($1, 1...120)) },
        Setting(
            key: "mail.from", values: "an address such as Index <index@mail.example>; none",
            summary: "Who mails are from; needed with `mail.smtp`."
        ) { settings, text in
            guard let sender = try? Mailbox(text) else {
                throw SettingInvalid("'\(text)' is not an address that mail can be from")
            }
            settings.index.mailSender = sender
        },
        Setting(
            key: "descriptions.python",
            values: "a path or name; DIR/renderer/bin/python if it is there, else python3",
            summary: "The Python that renders descriptions, with readme_renderer[md] installed."
        ) { $0.descriptionsPython = $1 },
        Setting(
            key: "descriptions.images", values: "show, hide, link; link in private, show in pypi",
            summary: "What becomes of images in descriptions, whose servers would see who reads."
        ) { $0.index.shownImages = try choice($1) },
        Setting(
            key: "outbound.verifyUrls", values: "true, false; true in pypi",
            summary:
                "Whether the addresses that projects name are fetched, to see if they link back."
        ) { $0.index.urlVerification = try truth($1) },
        Setting(
            key: "outbound.allowPrivate", values: "true, false; false",
            summary:
                "Dangerous, for tests: fetch from private addresses too, at what uploads name."
        ) { $0.allowsPrivateAddresses = try truth($1) },
        Setting(
            key: "metrics.port", values: "0 to 65535; 9464",
            summary: "Where 127.0.0.1 serves /metrics to Prometheus; 0 for not at all."
        ) { $0.metricsPort = try integer($1, 0...65535) },
        Setting(
            key: "log.level", values: "trace, debug, info, notice, warning, error; notice",
            summary: "How much is logged; `info` has a line for each request."
        ) { settings, text in
            guard let level = Logger.Level(rawValue: text) else {
                throw SettingInvalid("'\(text)' is not a log level")
            }
            settings.logLevel = level
        },
        Setting(
            key: "log.format", values: "text, json; text", summary: "How log lines are written."
        ) { $0.logFormat = try choice($1) },
    ]
}

/// A setting's value that cannot be used.
struct SettingInvalid: Error {
    let message: String

    init(_ message: String) {
        self.message = message
    }
}

extension Setting {
    /// What the environment may hold under our prefix besides settings: the folder, which is an
    /// option, and what this project's own tests are told.
    private static let otherVariables: Set<String> = [
        "CHEESEBOARD_DATA", "CHEESEBOARD_BINARY", "CHEESEBOARD_TEST_POSTGRES",
        "CHEESEBOARD_WRITE_DOCS", "CHEESEBOARD_REMAKE_GOLDEN",
    ]

    /// The variables under our prefix that mean nothing: most likely misspelt settings.
    static func unknownVariables(in environment: [String: String]) -> [String] {
        let known = otherVariables.union(all.map(\.variable))
        return environment.keys.filter { $0.hasPrefix(prefix) && !known.contains($0) }.sorted()
    }

    private static func integer(_ text: String, _ range: ClosedRange<Int>) throws -> Int {
        guard let number = Int(text), range.contains(number) else {
            throw SettingInvalid(
                "'\(text)' is not a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    private static func truth(_ text: String) throws -> Bool {
        switch text.lowercased() {
        case "true", "yes", "on", "1": true
        case "false", "no", "off", "0": false
        default: throw SettingInvalid("'\(text)' is neither true nor false")
        }
    }

    private static func choice<T: RawRepresentable & CaseIterable>(
        _ text: String
    ) throws -> T where T.RawValue == String {
        guard let value = T(rawValue: text) else {
            let names = T.allCases.map(\.rawValue).joined(separator: ", ")
            throw SettingInvalid("'\(text)' is not one of \(names)")
        }
        return value
    }

    private static func choices<T: RawRepresentable & CaseIterable & Hashable>(
        _ text: String
    ) throws -> Set<T> where T.RawValue == String {
        Set(try text.split(separator: ",").map { try choice(String($0.trimmingSpaces)) })
    }

    static func size(_ text: String) throws -> Int {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let unit = text.dropFirst(digits.count).lowercased().replacing(" ", with: "")
        let shifts = ["": 0, "b": 0, "kib": 10, "k": 10, "mib": 20, "m": 20, "gib": 30, "g": 30]
        guard let number = Int(digits), number > 0, number < 1 << 32, let shift = shifts[unit]
        else {
            throw SettingInvalid("'\(text)' is not a size like 100MiB")
        }
        return number << shift
    }
}
