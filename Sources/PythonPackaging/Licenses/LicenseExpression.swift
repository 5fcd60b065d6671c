/// A licence expression: SPDX identifiers joined by `AND`, `OR` and `WITH`.
///
/// Letter case does not count; ``normalized`` has the case of the SPDX list and operators in upper
/// case. Identifiers must be on the list or begin with `LicenseRef-` (PEP 639, PyPUG "License
/// Expression").
public struct LicenseExpression: Hashable, Sendable, CustomStringConvertible {
    /// The expression as it was given.
    public let text: String

    /// The expression as it should be stored and shown.
    public let normalized: String

    /// The identifiers in it that the SPDX list calls deprecated, in the order they stand.
    public let deprecatedIdentifiers: [String]

    /// How many parentheses may be open at a time.
    public static let maximumDepth = 100

    /// Reads an expression.
    public init(_ text: String) throws(LicenseExpression.Invalid) {
        var reader = Reader(text)
        try reader.read()
        self.text = text
        normalized = reader.normalized
        deprecatedIdentifiers = reader.deprecatedIdentifiers
    }

    /// The normalised expression.
    public var description: String { normalized }

    /// Whether the normalised expressions are equal.
    public static func == (left: LicenseExpression, right: LicenseExpression) -> Bool {
        left.normalized == right.normalized
    }

    /// Feeds the normalised expression.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(normalized)
    }

    /// Why a text is not a licence expression.
    public struct Invalid: Error, Hashable, Sendable, CustomStringConvertible {
        /// What is wrong and what may stand there.
        public let message: String

        /// The message.
        public var description: String { message }

        init(_ text: String, _ reason: String) {
            message = "\(Quoted(text)) is not a valid licence expression: \(reason)"
        }
    }
}
