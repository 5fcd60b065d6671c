extension CoreMetadata {
    /// What is wrong with one field.
    public struct FieldError: Hashable, Sendable, CustomStringConvertible {
        /// The name of the field in lower case, as `requires-dist`.
        public let field: String

        /// What is wrong with it.
        public let message: String

        /// The message.
        public var description: String { message }
    }

    /// Why a text is not core metadata.
    public struct Invalid: Error, Hashable, Sendable, CustomStringConvertible {
        /// Everything that is wrong, never empty.
        public let errors: [FieldError]

        /// The messages of all errors.
        public var message: String { errors.map(\.message).joined(separator: "; ") }

        /// The messages of all errors.
        public var description: String { message }
    }
}
