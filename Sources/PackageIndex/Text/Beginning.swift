extension String {
    /// The first words of a text that has more than so many bytes, as many as have room; nil for one
    /// that has not.
    ///
    /// Where no blank stands in the second half of them, as in Japanese or Base64, it is cut between
    /// two characters.
    package func beginning(bytes limit: Int) -> Substring? {
        let limit = max(0, limit)
        guard utf8.count > limit else { return nil }
        let room = utf8.prefix(limit)
        if let blank = room.dropFirst(limit / 2).lastIndex(where: { " \n\t".utf8.contains($0) }) {
            return self[..<blank]
        }
        var end = room.endIndex
        while end > startIndex, UTF8.isContinuation(utf8[end]) { end = utf8.index(before: end) }
        // The last one may go on behind the cut, with an accent for one.
        let whole = self[..<end].dropLast()
        return whole.isEmpty ? self[..<end] : whole
    }
}
