import Synchronization

/// The address under which people reach this index: what links in mails begin with.
///
/// It comes from the setting `site.url`, never from what a request calls the server. Without the
/// setting it is where the server listens, known once it does.
package final class SiteAddress: Sendable {
    private let configured: String?
    private let hosts: Set<String>
    private let listening = Mutex("http://127.0.0.1:8080")

    /// An address such as `https://index.example/python`, without a final slash; nil leaves it to
    /// where the server listens.
    ///
    /// Other hosts may be named under which people reach it as well.
    package init(_ configured: String? = nil, otherHosts: [String] = []) {
        self.configured = configured
        hosts = Set((otherHosts + [configured.map(Self.host(of:)) ?? ""]).map { $0.lowercased() })
    }

    /// The address, without a final slash.
    package var base: String { configured ?? listening.withLock { $0 } }

    /// Notes where the server listens.
    package func announce(_ base: String) {
        listening.withLock { $0 = base }
    }

    /// Whether people may reach the site under a host, given as in the field `Host`.
    ///
    /// Where no address is configured, under any; one configured also leaves this machine's own names.
    package func allows(host: String) -> Bool {
        guard configured != nil else { return true }
        let host = host.lowercased()
        let name = host.hasPrefix("[") ? host : String(host.prefix { $0 != ":" })
        return hosts.contains(host) || hosts.contains(name)
            || name == "localhost" || name == "127.0.0.1" || name.hasPrefix("[::1]")
    }

    private static func host(of address: String) -> String {
        guard let start = address.firstRange(of: "://")?.upperBound else { return address }
        return String(address[start...].prefix { $0 != "/" })
    }
}
