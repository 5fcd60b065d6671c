/// The PostgreSQL types that are read and sent, under their numbers in `pg_type`.
enum PostgresType: UInt32 {
    case bool = 16
    case bytea = 17
    case char = 18
    case name = 19
    case int8 = 20
    case int2 = 21
    case int4 = 23
    case text = 25
    case oid = 26
    case json = 114
    case float4 = 700
    case float8 = 701
    case unknown = 705
    case bpchar = 1042
    case varchar = 1043
    case numeric = 1700
    case void = 2278

    /// Reads a value from its binary form; nil when the bytes are not of that form.
    ///
    /// A boolean becomes 0 or 1 and a NUMERIC without decimals (as SUM gives) an integer where it
    /// fits, otherwise a real number: what SQLite answers to the same statement.
    func decode(_ bytes: UnsafeRawBufferPointer) -> SQLValue? {
        // SAFETY: the caller's buffer is readable for its whole length during this call; it is only
        // iterated and copied.
        switch self {
        case .bool: unsafe Self.integer(bytes, 1).map { .integer($0 == 0 ? 0 : 1) }
        case .int2: unsafe Self.integer(bytes, 2).map(SQLValue.integer)
        case .int4: unsafe Self.integer(bytes, 4).map(SQLValue.integer)
        case .int8: unsafe Self.integer(bytes, 8).map(SQLValue.integer)
        case .oid: unsafe Self.integer(bytes, 4).map { .integer($0 & 0xFFFF_FFFF) }
        case .float4:
            unsafe Self.integer(bytes, 4).map {
                .real(Double(Float(bitPattern: UInt32(truncatingIfNeeded: $0))))
            }
        case .float8:
            unsafe Self.integer(bytes, 8).map { .real(Double(bitPattern: UInt64(bitPattern: $0))) }
        case .char, .name, .text, .json, .unknown, .bpchar, .varchar:
            unsafe .text(String(decoding: bytes, as: UTF8.self))
        case .bytea: unsafe .blob([UInt8](bytes))
        case .numeric: unsafe PostgresNumeric.decode([UInt8](bytes))
        case .void: .null
        }
    }

    /// A big-endian two's complement number of exactly `size` bytes.
    private static func integer(_ bytes: UnsafeRawBufferPointer, _ size: Int) -> Int64? {
        guard bytes.count == size else { return nil }
        // SAFETY: the caller's buffer is valid during the call, and reduce stays within it.
        let bits = unsafe bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let unused = 64 - size * 8
        return Int64(truncatingIfNeeded: bits << unused) >> unused
    }
}
