/// Why somebody did something, in their own words: at most 500 characters.
struct Reason: Sendable, Equatable {
    /// The words; nil where nothing was said.
    let text: String?

    /// Accepts nothing, or any text that every database takes.
    init(_ text: String?) throws {
        let trimmed = String((text ?? "").trimmingWhitespace)
        guard trimmed.unicodeScalars.count <= 500 else {
            throw Refusal(.fieldInvalid, "reason: it has more than 500 characters.")
        }
        guard !trimmed.utf8.contains(0) else {
            throw Refusal(.fieldInvalid, "reason: it holds a NUL.")
        }
        self.text = trimmed.isEmpty ? nil : trimmed
    }
}
