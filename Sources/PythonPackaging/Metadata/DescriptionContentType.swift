/// The markup of a description: the value of `Description-Content-Type`.
///
/// It has the form of a MIME type, `text/markdown; charset=UTF-8; variant=GFM` (PEP 566).
public struct DescriptionContentType: Hashable, Sendable, CustomStringConvertible {
    /// The markups that there are.
    public enum Markup: String, Hashable, Sendable, CaseIterable {
        /// No markup.
        case plain = "text/plain"

        /// reStructuredText.
        case reStructuredText = "text/x-rst"

        /// Markdown.
        case markdown = "text/markdown"
    }

    /// The dialects of Markdown.
    public enum Variant: String, Hashable, Sendable, CaseIterable {
        /// GitHub's dialect, which is meant if none is named.
        case gitHub = "GFM"

        /// CommonMark.
        case commonMark = "CommonMark"
    }

    /// The value as it is written.
    public let text: String

    /// The markup.
    public let markup: Markup

    /// The dialect of Markdown; nil for other markups.
    public let variant: Variant?

    /// Reads the value of the field.
    public init(_ text: String) throws(DescriptionContentType.Invalid) {
        let type = try MediaType(text)
        guard let markup = Markup(rawValue: type.name) else {
            throw Invalid(
                "\(Quoted(text)) is not a type of description; use text/plain, text/x-rst or "
                    + "text/markdown")
        }
        let charset = type.parameters["charset"] ?? "UTF-8"
        guard charset.lowercased() == "utf-8" else {
            throw Invalid("the charset can only be UTF-8, not \(Quoted(charset))")
        }
        if markup == .markdown {
            let name = type.parameters["variant"] ?? Variant.gitHub.rawValue
            guard let variant = Variant(rawValue: name) else {
                throw Invalid(
                    "\(Quoted(name)) is not a variant of Markdown; use GFM or CommonMark")
            }
            self.variant = variant
        } else {
            variant = nil
        }
        self.text = text
        self.markup = markup
    }

    /// The value as it is written.
    public var description: String { text }

    /// Why a text is not a type of description.
    public struct Invalid: Error, Hashable, Sendable, CustomStringConvertible {
        /// What is wrong with the type.
        public let message: String

        /// The message.
        public var description: String { message }

        init(_ message: String) {
            self.message = message
        }
    }
}
