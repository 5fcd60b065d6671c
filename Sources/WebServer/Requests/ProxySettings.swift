/// What stands in front of the server.
package struct ProxySettings: Sendable {
    /// The addresses whose `X-Forwarded-*` fields are believed.
    package var trusted: [AddressRange]
    /// The path under which the server stands, without a final slash; empty for the root.
    package var prefix: String

    /// No proxy, at the root of its host.
    package init(trusted: [AddressRange] = [], prefix: String = "") {
        self.trusted = trusted
        self.prefix = prefix
    }

    func trusts(_ address: String) -> Bool {
        guard !trusted.isEmpty, let single = AddressRange(address) else { return false }
        return trusted.contains { $0.contains(single) }
    }
}
