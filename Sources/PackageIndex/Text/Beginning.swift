extension String {
    /// The first words of a text that has more than so many bytes, as many as have room; nil for one
    /// that has not.
    package func beginning(bytes limit: Int) -> Substring? {
        guard utf8.count > limit else { return nil }
        let room = utf8.prefix(max(0, limit))
        let end = room.lastIndex { " \n\t".utf8.contains($0) }
        return self[..<(end ?? startIndex)]
    }
}
