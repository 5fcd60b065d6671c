/// A Swift value that can be read from a column.
///
/// An enum over a raw value that can be read needs no more than the conformance: `enum Role:
/// String, SQLDecodable`.
package protocol SQLDecodable {
    /// Reads the stored value.
    init(sqlValue: SQLValue) throws(SQLTypeMismatch)
}

/// A column held another kind of value than the code asked for, or one that its type does not know.
package struct SQLTypeMismatch: Error, Sendable, Hashable {
    /// What the code asked for, as in "an integer".
    package let expected: String
    /// What the column held, as in "text"; never the value itself.
    package let found: String

    /// A mismatch between what was asked for and the kind of the stored value.
    package init(expected: String, found: SQLValue) {
        self.expected = expected
        self.found = found.kindName
    }
}

extension SQLValue: SQLDecodable {
    package init(sqlValue: SQLValue) { self = sqlValue }
}

extension String: SQLDecodable {
    package init(sqlValue: SQLValue) throws(SQLTypeMismatch) {
        guard case .text(let text) = sqlValue else {
            throw SQLTypeMismatch(expected: "text", found: sqlValue)
        }
        self = text
    }
}

extension Int64: SQLDecodable {
    package init(sqlValue: SQLValue) throws(SQLTypeMismatch) {
        guard case .integer(let integer) = sqlValue else {
            throw SQLTypeMismatch(expected: "an integer", found: sqlValue)
        }
        self = integer
    }
}

extension Int: SQLDecodable {
    package init(sqlValue: SQLValue) throws(SQLTypeMismatch) {
        guard case .integer(let integer) = sqlValue, let value = Int(exactly: integer) else {
            throw SQLTypeMismatch(expected: "an integer", found: sqlValue)
        }
        self = value
    }
}

extension Double: SQLDecodable {
    package init(sqlValue: SQLValue) throws(SQLTypeMismatch) {
        switch sqlValue {
        case .real(let real): self = real
        case .integer(let integer): self = Double(integer)
        case .null, .text, .blob:
            throw SQLTypeMismatch(expected: "a real number", found: sqlValue)
        }
    }
}

extension Bool: SQLDecodable {
    package init(sqlValue: SQLValue) throws(SQLTypeMismatch) {
        switch sqlValue {
        case .integer(0): self = false
        case .integer(1): self = true
        default: throw SQLTypeMismatch(expected: "0 or 1", found: sqlValue)
        }
    }
}

extension [UInt8]: SQLDecodable {
    package init(sqlValue: SQLValue) throws(SQLTypeMismatch) {
        guard case .blob(let bytes) = sqlValue else {
            throw SQLTypeMismatch(expected: "a blob", found: sqlValue)
        }
        self = bytes
    }
}

extension Optional: SQLDecodable where Wrapped: SQLDecodable {
    package init(sqlValue: SQLValue) throws(SQLTypeMismatch) {
        self = sqlValue == .null ? nil : try Wrapped(sqlValue: sqlValue)
    }
}

extension SQLDecodable where Self: RawRepresentable, RawValue: SQLDecodable {
    package init(sqlValue: SQLValue) throws(SQLTypeMismatch) {
        guard let value = Self(rawValue: try RawValue(sqlValue: sqlValue)) else {
            throw SQLTypeMismatch(expected: "a known \(Self.self)", found: sqlValue)
        }
        self = value
    }
}
