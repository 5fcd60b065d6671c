extension Marker {
    /// Why a text is not a marker.
    public struct Invalid: Error, Hashable, Sendable, CustomStringConvertible {
        /// What is missing or wrong, and where.
        public let message: String

        /// Where in the text's UTF-8 the marker stops making sense.
        public let offset: Int

        /// The message.
        public var description: String { message }
    }

    /// Why a marker has no value in an environment.
    public struct Unevaluable: Error, Hashable, Sendable, CustomStringConvertible {
        /// Which comparison has no meaning, or which variable no value.
        public let message: String

        /// The message.
        public var description: String { message }
    }
}
