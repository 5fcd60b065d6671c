/// A value of the binary form in which authenticators answer (RFC 8949).
indirect enum CBORValue: Sendable, Hashable {
    case unsigned(UInt64)
    /// −1 minus the number.
    case negative(UInt64)
    case bytes([UInt8])
    case text(String)
    case array([CBORValue])
    case map([CBORValue: CBORValue])
    case truth(Bool)
    case null
    /// Something that no ceremony asks for, such as a float: well formed and of no use.
    case other

    /// What a map holds under a small number, as COSE keys have it.
    subscript(key: Int) -> CBORValue? {
        guard case .map(let map) = self else { return nil }
        return map[key < 0 ? .negative(UInt64(-1 - key)) : .unsigned(UInt64(key))]
    }

    /// What a map holds under a name.
    subscript(key: String) -> CBORValue? {
        guard case .map(let map) = self else { return nil }
        return map[.text(key)]
    }

    var bytes: [UInt8]? {
        guard case .bytes(let bytes) = self else { return nil }
        return bytes
    }

    /// The number, where it is one that fits.
    var number: Int? {
        switch self {
        case .unsigned(let number): Int(exactly: number)
        case .negative(let number): Int(exactly: number).map { -1 - $0 }
        default: nil
        }
    }
}
