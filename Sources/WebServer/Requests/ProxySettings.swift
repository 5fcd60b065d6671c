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

    /// Whether the fields of a peer with this address are believed.
    package func trusts(_ address: String) -> Bool {
        guard !trusted.isEmpty, let single = AddressRange(address) else { return false }
        return trusted.contains { $0.contains(single) }
    }

    /// A path prefix with a leading and without a final slash; nil where it is not a plain path.
    package static func prefix(_ text: String) -> String? {
        let trimmed = text.hasSuffix("/") ? String(text.dropLast()) : text
        guard trimmed.isEmpty || trimmed.hasPrefix("/"), trimmed.utf8.count <= 255,
            trimmed.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
                .allSatisfy({ !["", ".", ".."].contains($0) }),
            trimmed.utf8.allSatisfy({ byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                    || (0x61...0x7A).contains(byte) || byte == 0x2D || byte == 0x2E || byte == 0x2F
                    || byte == 0x5F || byte == 0x7E
            })
        else { return nil }
        return trimmed
    }
}
