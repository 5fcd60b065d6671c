/// Which network addresses belong to the public internet (IANA's special-purpose registries).
enum PublicAddress {
    /// Whether an address of four or sixteen bytes is one that anybody may be sent to.
    static func isPublic(_ bytes: [UInt8]) -> Bool {
        switch bytes.count {
        case 4: isPublic4(bytes)
        case 16: isPublic6(bytes)
        default: false
        }
    }

    private static let reserved4: [(network: [UInt8], bits: Int)] = [
        ([0, 0, 0, 0], 8), ([10, 0, 0, 0], 8), ([100, 64, 0, 0], 10), ([127, 0, 0, 0], 8),
        ([169, 254, 0, 0], 16), ([172, 16, 0, 0], 12), ([192, 0, 0, 0], 24),
        ([192, 0, 2, 0], 24), ([192, 31, 196, 0], 24), ([192, 52, 193, 0], 24),
        ([192, 88, 99, 0], 24), ([192, 168, 0, 0], 16), ([192, 175, 48, 0], 24),
        ([198, 18, 0, 0], 15), ([198, 51, 100, 0], 24), ([203, 0, 113, 0], 24),
        ([224, 0, 0, 0], 4), ([240, 0, 0, 0], 4),
    ]

    /// Only 2000::/3 is handed out; of it, these are not, or stand for IPv4 addresses.
    private static let reserved6: [(network: [UInt8], bits: Int)] = [
        ([0x20, 0x01, 0x00, 0x00], 23), ([0x20, 0x01, 0x0D, 0xB8], 32), ([0x20, 0x02, 0, 0], 16),
        ([0x26, 0x20, 0x00, 0x4F], 32), ([0x3F, 0xFF, 0, 0], 20),
    ]

    private static func isPublic4(_ bytes: [UInt8]) -> Bool {
        !reserved4.contains { isIn(bytes, $0.network, $0.bits) }
    }

    private static func isPublic6(_ bytes: [UInt8]) -> Bool {
        bytes[0] >> 5 == 1 && !reserved6.contains { isIn(bytes, $0.network, $0.bits) }
    }

    private static func isIn(_ bytes: [UInt8], _ network: [UInt8], _ bits: Int) -> Bool {
        let whole = bits / 8
        guard bytes.prefix(whole) == network.prefix(whole) else { return false }
        let rest = bits % 8
        guard rest > 0 else { return true }
        return bytes[whole] >> UInt8(8 - rest) == network[whole] >> UInt8(8 - rest)
    }
}
