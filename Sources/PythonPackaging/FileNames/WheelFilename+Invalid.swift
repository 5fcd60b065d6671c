extension WheelFilename {
    /// Why a text is not the file name of a wheel.
    public struct Invalid: Error, Hashable, Sendable, CustomStringConvertible {
        /// What is wrong and how the name of a wheel looks.
        public let message: String

        /// The message.
        public var description: String { message }

        init(_ text: String, _ reason: String) {
            message =
                "\(Quoted(text)) is not the file name of a wheel: \(reason); wheels are called "
                + "name-version-python-abi-platform.whl, as example-1.0-py3-none-any.whl"
        }
    }
}
