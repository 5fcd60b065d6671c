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

    /// Whether the index may be reached under a host, given as in the field `Host`.
    ///
    /// Where no address is configured, under any. One configured also leaves this machine's own
    /// name and literal addresses: a hostile site can have its name lead here, and then reads with
    /// the eyes of whoever visits it, but it cannot have an address's page.
    package func allows(host: String) -> Bool {
        guard configured != nil else { return true }
        let host = host.lowercased()
        let name = host.hasPrefix("[") ? host : String(host.prefix { $0 != ":" })
        return hosts.contains(host) || hosts.contains(name) || name == "localhost"
            || Self.isLiteralAddress(name)
    }

    /// Whether a host is an address and no name; what ends in a number is never looked up as a name
    /// (WHATWG URL, "ends in a number").
    private static func isLiteralAddress(_ name: String) -> Bool {
        if name.hasPrefix("[") { return true }
        let last = name.split(separator: ".", omittingEmptySubsequences: false).last ?? ""
        return !last.isEmpty
            && last.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    private static func host(of address: String) -> String {
        guard let start = address.firstRange(of: "://")?.upperBound else { return address }
        return String(address[start...].prefix { $0 != "/" })
    }
}
