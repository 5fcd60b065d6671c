/// Words in which what stands between backticks is code, in the pieces that the template `marked`
/// shows one after the other.
enum MarkedText {
    struct Piece {
        let text: String
        let isCode: Bool
    }

    /// The pieces of a text; a backtick without another is none.
    static func pieces(of text: String) -> [Piece] {
        let parts = text.split(separator: "`", omittingEmptySubsequences: false)
        guard parts.count % 2 == 1 else { return [Piece(text: text, isCode: false)] }
        return parts.enumerated().compactMap { number, part in
            part.isEmpty ? nil : Piece(text: String(part), isCode: number % 2 == 1)
        }
    }
}
