/// The lines of a generated table as words; a line that begins with a space goes on the one before.
struct TableLines: Sequence {
    private let lines: [[Substring]]

    init(_ text: String) {
        var lines: [[Substring]] = []
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ")
            if line.hasPrefix(" "), !lines.isEmpty {
                lines[lines.count - 1] += words
            } else {
                lines.append(words)
            }
        }
        self.lines = lines
    }

    func makeIterator() -> IndexingIterator<[[Substring]]> { lines.makeIterator() }
}
