/// Words in which what stands between backticks is code, in the pieces that the template `marked`
/// shows one after the other.
package enum MarkedText {
    /// Words of one kind.
    package struct Piece: Equatable {
        /// The words.
        package let text: String
        /// Whether they stood between backticks.
        package let isCode: Bool
    }

    /// The pieces of a text; a last backtick without another stands for itself.
    package static func pieces(of text: String) -> [Piece] {
        var parts = text.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
        if parts.count % 2 == 0 {
            let rest = parts.removeLast()
            parts[parts.count - 1] += "`\(rest)"
        }
        return parts.enumerated().compactMap { number, part in
            part.isEmpty ? nil : Piece(text: part, isCode: number % 2 == 1)
        }
    }
}
