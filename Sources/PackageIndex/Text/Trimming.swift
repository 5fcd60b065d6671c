extension StringProtocol {
    /// The text without white space at its ends.
    package var trimmingWhitespace: SubSequence { trimming(\.isWhitespace) }

    /// The text without spaces and tabs at its ends, which is all the space that HTTP knows.
    package var trimmingSpaces: SubSequence { trimming { $0 == " " || $0 == "\t" } }

    private func trimming(_ isSpace: (Character) -> Bool) -> SubSequence {
        guard let first = firstIndex(where: { !isSpace($0) }),
            let last = lastIndex(where: { !isSpace($0) })
        else { return self[startIndex..<startIndex] }
        return self[first...last]
    }
}
