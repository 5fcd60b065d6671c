extension SourceDistributionFilename {
    /// Why a text is not the file name of a source distribution.
    public struct Invalid: Error, Hashable, Sendable, CustomStringConvertible {
        /// What is wrong and how the name of a source distribution looks.
        public let message: String

        /// The message.
        public var description: String { message }

        init(_ text: String, _ reason: String) {
            message =
                "\(Quoted(text)) is not the file name of a source distribution: \(reason); "
                + "source distributions are called name-version.tar.gz, as example-1.0.tar.gz"
        }
    }
}
