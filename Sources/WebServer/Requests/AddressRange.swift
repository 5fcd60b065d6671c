/// A range of IPv4 or IPv6 addresses in CIDR notation; a bare address is a range of one.
package struct AddressRange: Sendable, Hashable {
    private let bytes: [UInt8]
    private let bits: Int

    /// Reads `10.0.0.0/8`, `::1` and their like; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let address = parts.first, parts.count <= 2 else { return nil }
        guard let bytes = Self.version4(address) ?? Self.version6(address) else { return nil }
        let all = bytes.count * 8
        let bits = parts.count == 2 ? Int(parts[1]) ?? -1 : all
        guard (0...all).contains(bits) else { return nil }
        // An IPv4 address inside IPv6 is the IPv4 address.
        if bytes.count == 16, bytes.prefix(12) == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF],
            bits >= 96
        {
            self.bytes = Array(bytes.suffix(4))
            self.bits = bits - 96
        } else {
            self.bytes = bytes
            self.bits = bits
        }
    }

    /// Whether every address of the other range is in this one.
    func contains(_ other: AddressRange) -> Bool {
        guard bytes.count == other.bytes.count, bits <= other.bits else { return false }
        return (0..<bits).allSatisfy { bit in
            let mask = UInt8(0x80) >> UInt8(bit % 8)
            return bytes[bit / 8] & mask == other.bytes[bit / 8] & mask
        }
    }

    /// The network that one household or machine has for itself: an IPv4 address, the /64 of an IPv6
    /// one.
    var household: String {
        bytes.prefix(bytes.count == 16 ? 8 : 4).map { String($0, radix: 16) }
            .joined(separator: bytes.count == 16 ? ":" : ".")
    }

    private static func version4(_ text: Substring) -> [UInt8]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        let bytes = parts.compactMap { part in
            part.utf8.count <= 3 && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
                ? UInt8(part) : nil
        }
        return bytes.count == 4 ? bytes : nil
    }

    private static func version6(_ text: Substring) -> [UInt8]? {
        guard text.utf8.count <= 45, text.contains(":") else { return nil }
        let text = text.prefix { $0 != "%" }
        guard let gap = text.firstRange(of: "::") else {
            guard let bytes = groups(text), bytes.count == 16 else { return nil }
            return bytes
        }
        guard let head = groups(text[..<gap.lowerBound], isEnd: false),
            let tail = groups(text[gap.upperBound...]),
            head.count + tail.count <= 14
        else { return nil }
        return head + [UInt8](repeating: 0, count: 16 - head.count - tail.count) + tail
    }

    /// The bytes of groups between colons, the last of which may be an IPv4 address at the end.
    private static func groups(_ text: Substring, isEnd: Bool = true) -> [UInt8]? {
        guard !text.isEmpty else { return [] }
        var bytes: [UInt8] = []
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        for (place, part) in parts.enumerated() {
            if isEnd, place == parts.count - 1, let last = version4(part) {
                bytes += last
                continue
            }
            guard (1...4).contains(part.utf8.count), let group = UInt16(part, radix: 16) else {
                return nil
            }
            bytes += [UInt8(group >> 8), UInt8(truncatingIfNeeded: group)]
        }
        return bytes
    }
}
