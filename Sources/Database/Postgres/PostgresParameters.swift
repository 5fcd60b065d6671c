/// The values of a statement's parameters in the binary form in which libpq sends them.
///
/// Each value brings its own type, and NULL none: the server then takes it from the place where the
/// parameter stands.
struct PostgresParameters {
    /// The type numbers that the statement is prepared for.
    let types: [UInt32]
    private let bytes: [UInt8]
    /// Where each value begins in `bytes`; nil for NULL.
    private let offsets: [Int?]
    private let lengths: [Int32]

    init(_ values: [SQLValue], sql: String) throws {
        var types: [UInt32] = []
        var bytes: [UInt8] = []
        var offsets: [Int?] = []
        var lengths: [Int32] = []
        for value in values {
            let start = bytes.count
            var type: PostgresType?
            switch value {
            case .null: break
            case .integer(let integer):
                type = .int8
                Self.append(UInt64(bitPattern: integer), to: &bytes)
            case .real(let real):
                type = .float8
                Self.append(real.bitPattern, to: &bytes)
            case .text(let text):
                type = .text
                bytes.append(contentsOf: text.utf8)
            case .blob(let blob):
                type = .bytea
                bytes.append(contentsOf: blob)
            }
            guard let length = Int32(exactly: bytes.count - start) else {
                throw DatabaseError(.other, "a parameter is larger than 2 GiB", sql: sql)
            }
            types.append(type?.rawValue ?? 0)
            offsets.append(type == nil ? nil : start)
            lengths.append(length)
        }
        // An empty value's pointer must not be nil either, for that would be NULL.
        bytes.append(0)
        (self.types, self.bytes, self.offsets, self.lengths) = (types, bytes, offsets, lengths)
    }

    var count: Int { types.count }

    /// Calls the closure with the three parallel arrays that libpq takes: values, lengths and
    /// formats (all binary).
    func withPointers<R>(
        _ body: (
            UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?
        ) -> R
    ) -> R {
        // SAFETY: every offset lies within `bytes`; all pointers are used only inside the nested
        // closures.
        unsafe bytes.withUnsafeBytes { buffer in
            let values = unsafe offsets.map { offset in
                unsafe offset.flatMap { offset in
                    unsafe buffer.baseAddress.map {
                        unsafe ($0 + offset).assumingMemoryBound(to: CChar.self)
                    }
                }
            }
            let formats = [Int32](repeating: 1, count: count)
            return unsafe values.withUnsafeBufferPointer { values in
                unsafe lengths.withUnsafeBufferPointer { lengths in
                    unsafe formats.withUnsafeBufferPointer { formats in
                        unsafe body(values.baseAddress, lengths.baseAddress, formats.baseAddress)
                    }
                }
            }
        }
    }

    private static func append(_ bits: UInt64, to bytes: inout [UInt8]) {
        for shift in stride(from: 56, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
        }
    }
}
