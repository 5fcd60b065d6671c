extension Version {
    /// Why a text is not a version.
    public struct Invalid: Error, Hashable, Sendable, CustomStringConvertible {
        /// What is wrong and where.
        public let message: String

        /// Where in the text's UTF-8 the version stops making sense.
        public let offset: Int

        /// The message.
        public var description: String { message }

        init(_ text: String, at offset: Int, end: Int) {
            self.offset = offset
            let reason =
                if end == 0 || offset >= end {
                    offset == 0 ? "it is empty" : "it ends too early"
                } else {
                    "what stands at byte \(offset) does not belong there"
                }
            message =
                "\(Quoted(text)) is not a valid version: \(reason); "
                + "versions look like 1.2.3, 1.0rc1 or 1.0.post1 (PEP 440)"
        }
    }
}
