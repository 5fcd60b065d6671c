extension CompatibilityTag {
    /// Why a text is not a compatibility tag.
    public struct Invalid: Error, Hashable, Sendable, CustomStringConvertible {
        /// What is wrong with the tag.
        public let message: String

        /// The message.
        public var description: String { message }

        init(_ message: String) {
            self.message = message
        }
    }
}
