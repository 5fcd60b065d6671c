/// What a form says of one of its parts before the part's bytes.
package struct MultipartPart: Sendable, Equatable {
    /// The field's name, without control characters.
    package let name: String
    /// The file's name as the client gave it, without NUL; nil when the part is a plain field.
    ///
    /// It may be empty, and may hold slashes or line ends: it is no path.
    package let fileName: String?
    /// The part's Content-Type as it stands there, nil when it has none.
    package let contentType: String?
}
