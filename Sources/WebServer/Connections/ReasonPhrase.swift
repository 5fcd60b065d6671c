/// The text of a status line.
enum ReasonPhrase {
    /// How long it may be, in bytes.
    static let limit = 512

    /// Makes any text fit for a status line: one line of printable ASCII.
    ///
    /// Nothing else stands between a file name with line breaks in it and a split response.
    /// Latin-1 would be allowed, but NIO writes UTF-8: what is not ASCII becomes a question mark.
    static func sanitized(_ text: String) -> String {
        var phrase = ""
        for scalar in text.unicodeScalars.prefix(limit) {
            switch scalar.value {
            case 0x20...0x7E: phrase.unicodeScalars.append(scalar)
            case 0...0x1F, 0x7F...0x9F: phrase.append(" ")
            default: phrase.append("?")
            }
        }
        return phrase
    }
}
