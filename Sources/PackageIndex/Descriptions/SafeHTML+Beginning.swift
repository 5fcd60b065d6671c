extension SafeHTML {
    /// Elements after which nobody misses what follows.
    private static let blocks: Set<String> = [
        "blockquote", "dd", "details", "div", "dl", "figure", "h1", "h2", "h3", "h4", "h5", "h6",
        "li", "ol", "p", "pre", "section", "table", "tr", "ul",
    ]

    /// The beginning of a document that has more than so many bytes, cut where a block ends; nil for
    /// one that has not.
    ///
    /// Where none ends in the second half of the bytes, as in one long paragraph, it is cut between
    /// two elements, words or characters, but in no link. The end tags that this takes come on top.
    package func beginning(bytes limit: Int) -> SafeHTML? {
        var here = Place()
        var behindBlock = here
        var outsideOfLinks = here
        for piece in pieces {
            guard here.bytes + piece.byteCount <= limit else {
                if behindBlock.bytes > 0, behindBlock.bytes >= limit / 2 {
                    return ended(at: behindBlock)
                }
                guard case .text(let text) = piece, outsideOfLinks.count == here.count,
                    let words = Self.words(of: text, bytes: limit - here.bytes), !words.isEmpty
                else { return ended(at: outsideOfLinks) }
                return SafeHTML(
                    pieces[..<here.count], then: [.text(String(words))] + here.endTags)
            }
            here.pass(piece)
            if !here.open.contains("a") { outsideOfLinks = here }
            if case .end(let name) = piece, Self.blocks.contains(name) { behindBlock = here }
        }
        return nil
    }

    /// The beginning of an escaped text that has more than so many bytes.
    private static func words(of text: String, bytes: Int) -> Substring? {
        guard let words = text.beginning(bytes: bytes) else { return nil }
        let end = words.utf8.suffix(Self.longestReference)
        guard let start = end.lastIndex(of: UInt8(ascii: "&")),
            !end[start...].contains(UInt8(ascii: ";"))
        else { return words }
        // Half a reference, such as `&am`, would be read as text.
        return words[..<start]
    }

    /// More bytes than any character reference of HTML has.
    private static let longestReference = 40

    private init(_ beginning: ArraySlice<Piece>, then end: [Piece]) {
        pieces = Array(beginning) + end
    }

    /// The document up to a place, without elements that would have no content.
    private func ended(at place: Place) -> SafeHTML {
        var place = place
        while place.count > 0, case .start(let name, _) = pieces[place.count - 1],
            !HTMLRules.isVoid(name)
        {
            place.count -= 1
            place.open.removeLast()
        }
        return SafeHTML(pieces[..<place.count], then: place.endTags)
    }

    /// A place between two pieces.
    private struct Place {
        /// How many pieces are in front of it.
        var count = 0
        /// How many bytes they have.
        var bytes = 0
        /// The elements that are open there, the innermost last.
        var open: [String] = []

        mutating func pass(_ piece: Piece) {
            count += 1
            bytes += piece.byteCount
            switch piece {
            case .text: break
            case .start(let name, _): if !HTMLRules.isVoid(name) { open.append(name) }
            case .end: open.removeLast()
            }
        }

        var endTags: [Piece] { open.reversed().map { .end($0) } }
    }
}

extension SafeHTML.Piece {
    /// How many bytes it has written out.
    fileprivate var byteCount: Int {
        switch self {
        case .text(let content): content.utf8.count
        case .end(let name): name.utf8.count + 3
        case .start(let name, let attributes):
            attributes.reduce(name.utf8.count + 2) {
                $0 + $1.name.utf8.count + $1.value.utf8.count + 4
            }
        }
    }
}
