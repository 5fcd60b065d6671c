/// A module that a release lets others import (PEP 794).
///
/// It is the value of `Import-Name` or `Import-Namespace`: a dotted name, and `; private` behind it
/// if others had better not.
public struct ImportName: Hashable, Sendable, CustomStringConvertible {
    /// The dotted name.
    public let name: String

    /// Whether it is meant only for the release itself.
    public let isPrivate: Bool

    /// Reads the value of the field.
    public init(_ text: String) throws(ImportName.Invalid) {
        let halves = text.halves(aroundFirst: ";")
        let name = Self.trimmedAtEnd(halves?.before ?? text[...])
        for part in name.pieces(separatedBy: ".") {
            guard PythonIdentifier.isValid(part) else {
                throw Invalid(
                    "\(Quoted(name)) cannot be imported: \(Quoted(String(part))) is not an "
                        + "identifier")
            }
            guard !PythonIdentifier.isKeyword(part) else {
                throw Invalid(
                    "\(Quoted(name)) cannot be imported: \(Quoted(String(part))) is a keyword of "
                        + "Python")
            }
        }
        if let option = halves?.after, Self.trimmedAtStart(option) != "private" {
            throw Invalid("\(Quoted(text)): only 'private' may stand behind the ';'")
        }
        self.name = name
        isPrivate = halves != nil
    }

    /// The value as one would write it.
    public var description: String { isPrivate ? "\(name) ; private" : name }

    private static func trimmedAtEnd(_ text: Substring) -> String {
        let bytes = Array(text.utf8)
        return String(
            decoding: bytes[..<Whitespace.trimmedRange(of: bytes).upperBound], as: UTF8.self)
    }

    private static func trimmedAtStart(_ text: Substring) -> String {
        let bytes = Array(text.utf8)
        return String(
            decoding: bytes[Whitespace.trimmedRange(of: bytes).lowerBound...], as: UTF8.self)
    }

    /// Why a text does not name something to import.
    public struct Invalid: Error, Hashable, Sendable, CustomStringConvertible {
        /// What is wrong with the name.
        public let message: String

        /// The message.
        public var description: String { message }

        init(_ message: String) {
            self.message = message
        }
    }
}
