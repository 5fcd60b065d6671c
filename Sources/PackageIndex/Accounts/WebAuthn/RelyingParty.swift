/// The site as authenticators know it: the name that credentials are bound to, and the one origin
/// whose pages may ask for them.
package struct RelyingParty: Sendable, Hashable {
    /// The host's name, without a port.
    package let id: String
    /// The scheme, host and port of the pages, as in `https://index.example`.
    package let origin: String

    /// Whether browsers make credentials for it: not for a host that is a number.
    package var isNamed: Bool {
        !id.hasPrefix("[")
            && id.split(separator: ".").last.map { !$0.allSatisfy(\.isNumber) } ?? false
    }

    /// The party of an origin; nil where that is no `scheme://host[:port]`.
    package init?(origin: String) {
        let halves = origin.split(separator: "/", omittingEmptySubsequences: false)
        guard halves.count == 3, halves[0].hasSuffix(":"), halves[1].isEmpty, !halves[2].isEmpty
        else { return nil }
        let authority = halves[2]
        if authority.hasPrefix("[") {
            guard let end = authority.firstIndex(of: "]") else { return nil }
            id = String(authority[...end])
        } else {
            id = String(authority.prefix { $0 != ":" })
        }
        self.origin = origin
    }
}
