/// A Swift value that can be bound to a `$n` parameter.
///
/// An enum over a raw value that can be bound needs no more than the conformance: `enum Role:
/// String, SQLRepresentable`.
package protocol SQLRepresentable {
    /// The value as the database stores it.
    var sqlValue: SQLValue { get }
}

extension SQLValue: SQLRepresentable {
    package var sqlValue: SQLValue { self }
}

extension String: SQLRepresentable {
    package var sqlValue: SQLValue { .text(self) }
}

extension Int: SQLRepresentable {
    package var sqlValue: SQLValue { .integer(Int64(self)) }
}

extension Int64: SQLRepresentable {
    package var sqlValue: SQLValue { .integer(self) }
}

extension Double: SQLRepresentable {
    package var sqlValue: SQLValue { .real(self) }
}

extension Bool: SQLRepresentable {
    package var sqlValue: SQLValue { .integer(self ? 1 : 0) }
}

extension [UInt8]: SQLRepresentable {
    package var sqlValue: SQLValue { .blob(self) }
}

extension Optional: SQLRepresentable where Wrapped: SQLRepresentable {
    package var sqlValue: SQLValue { self?.sqlValue ?? .null }
}

extension SQLRepresentable where Self: RawRepresentable, RawValue: SQLRepresentable {
    package var sqlValue: SQLValue { rawValue.sqlValue }
}
