/// A password as someone gave it; it never shows in a text.
struct Password: Sendable, CustomStringConvertible {
    let text: String

    /// Accepts 12 characters or more and at most 4,096 bytes: length is what counts.
    init(_ text: String) throws {
        guard text.count >= 12, text.utf8.count <= 4096 else {
            throw Refusal(
                .passwordUnfit,
                "The password needs at least 12 characters (and at most 4,096 bytes).")
        }
        self.text = text
    }

    var description: String { "(a password)" }
}
