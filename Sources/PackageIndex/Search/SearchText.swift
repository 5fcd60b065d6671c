/// The words of a query, read so that every text is a query and none is an error.
struct SearchText: Sendable, Equatable {
    /// The words and quoted phrases; each phrase is one or more words in order.
    let phrases: [[String]]
    /// Whether the last word may go on: it was not quoted and nothing was typed behind it.
    let isLastOpen: Bool
    /// The whole as it would be in a name: letters and digits; nil where no name has it.
    let squashed: String?
    /// The whole as a normalised name would be written, for telling `a-b` from `ab`.
    let written: String

    /// Further words say nothing that the first ones did not.
    private static let mostPhrases = 24
    private static let longestWord = 100

    init(_ text: String) {
        var phrases: [[String]] = []
        var hasQuotes = false
        var isOpen = false
        // Every second piece between quotation marks is a phrase; a last one may lack its end.
        let pieces = text.split(separator: "\"", omittingEmptySubsequences: false)
        for (number, piece) in pieces.enumerated() {
            let words = Self.words(in: piece)
            guard !words.isEmpty else { continue }
            if number % 2 == 1 {
                hasQuotes = true
                phrases.append(words)
                isOpen = false
            } else {
                phrases += words.map { [$0] }
                isOpen = piece.last.map { $0.isLetter || $0.isNumber } ?? false
            }
        }
        self.phrases = Array(phrases.prefix(Self.mostPhrases))
        isLastOpen = isOpen && phrases.count <= Self.mostPhrases
        let trimmed = text.trimmingWhitespace
        squashed = hasQuotes ? nil : NameKey.squashed(String(trimmed))
        var written = ""
        for character in trimmed.lowercased() {
            let isSeparator = "-_. ".contains(character)
            if !isSeparator {
                written.append(character)
            } else if written.last != "-" {
                written.append("-")
            }
        }
        self.written = written
    }

    /// Whether there is nothing to look for.
    var isEmpty: Bool { phrases.isEmpty }

    /// All words, of phrases too.
    var words: [String] { phrases.flatMap(\.self) }

    /// The query for the index of words: everything, the last word as the beginning of one where
    /// that is asked for.
    func expression(lastIsPrefix: Bool) -> String {
        phrases.enumerated().map { number, words in
            let isPrefix = lastIsPrefix && isLastOpen && number == phrases.count - 1
            return "\"\(words.joined(separator: " "))\"" + (isPrefix ? " *" : "")
        }.joined(separator: " AND ")
    }

    /// Letters and digits with what is put on them; everything else parts words, quotation marks
    /// and control characters among it.
    private static func words(in text: Substring) -> [String] {
        text.split { !($0.isLetter || $0.isNumber) }.map { String($0.prefix(longestWord)) }
    }
}
