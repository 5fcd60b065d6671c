extension ProjectName {
    /// Why a text is not the name of a project.
    public struct Invalid: Error, Hashable, Sendable, CustomStringConvertible {
        /// What is wrong with the name and how a name looks.
        public let message: String

        /// Where in the text's UTF-8 the first unfit byte stands.
        public let offset: Int

        /// The message.
        public var description: String { message }
    }

    static func check(_ text: String) throws(ProjectName.Invalid) {
        let bytes = text.utf8
        guard let first = bytes.first, let last = bytes.last else {
            throw Invalid(message: "a name may not be empty", offset: 0)
        }
        if let offset = bytes.enumerated().first(where: {
            !($0.element.isASCIIAlphanumeric || $0.element.isASCIISeparator)
        })?.offset {
            throw Invalid(
                message: "\(Quoted(text)) is not a valid name: only ASCII letters, digits, "
                    + "'.', '_' and '-' may stand in it",
                offset: offset)
        }
        if !first.isASCIIAlphanumeric || !last.isASCIIAlphanumeric {
            throw Invalid(
                message: "\(Quoted(text)) is not a valid name: it must start and end with "
                    + "an ASCII letter or digit",
                offset: first.isASCIIAlphanumeric ? bytes.count - 1 : 0)
        }
    }
}
