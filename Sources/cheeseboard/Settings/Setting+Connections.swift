import NIOCore
import PackageIndex
import WebServer

extension Setting {
    /// How clients are met, and what stands before the server.
    static let connections: [Setting] = [
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
    ]
}
