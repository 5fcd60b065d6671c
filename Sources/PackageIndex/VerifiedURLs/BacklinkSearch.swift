/// Looks for a link to an address in a page that anybody may have written.
///
/// Only a link that says `rel="me"` counts: by it a page says that the other one is about the same
/// thing. A list of projects links to each of them, and visitors link to what they like.
package struct BacklinkSearch: Sendable {
    private let target: String

    /// More tags than a page as large as one that is fetched has.
    private static let mostTags = 50_000

    /// A search for links to a project's page.
    package init(to target: String) {
        self.target = Self.comparable(target)
    }

    /// Whether a page has such a link, in an `a` or a `link` element.
    ///
    /// Every byte is read once: pages may be written to take long.
    package func isFound(in page: [UInt8]) -> Bool {
        var place = 0
        var tags = 0
        while tags < Self.mostTags, let start = page[place...].firstIndex(of: UInt8(ascii: "<")) {
            if let end = Self.endOfComment(page, at: start) {
                place = end
                continue
            }
            guard let tag = LooseTag(page, at: start) else {
                place = start + 1
                continue
            }
            // A tag without an end takes the rest of the page with it.
            guard tag.isComplete else { return false }
            if ["a", "link"].contains(tag.name), isMatch(tag) { return true }
            tags += 1
            place = tag.end
            if Self.raw.contains(tag.name) { place = Self.endOfRaw(tag.name, page, from: tag.end) }
        }
        return false
    }

    private func isMatch(_ tag: LooseTag) -> Bool {
        guard
            (tag.relation ?? "").split(whereSeparator: \.isWhitespace)
                .contains(where: { $0.lowercased() == "me" })
        else { return false }
        return tag.address.map(Self.comparable) == target
    }

    /// Elements whose content is no markup.
    private static let raw: Set<String> = [
        "script", "style", "textarea", "title", "template", "noscript", "xmp", "iframe", "noembed",
        "noframes", "plaintext",
    ]

    private static let commentStart = Array("<!--".utf8)

    private static func endOfComment(_ page: [UInt8], at start: Int) -> Int? {
        guard page[start...].starts(with: commentStart) else { return nil }
        var place = start + 4
        while place + 2 < page.count {
            if page[place] == UInt8(ascii: "-"), page[place + 1] == UInt8(ascii: "-"),
                page[place + 2] == UInt8(ascii: ">")
            {
                return place + 3
            }
            place += 1
        }
        return page.count
    }

    private static func endOfRaw(_ name: String, _ page: [UInt8], from start: Int) -> Int {
        let end = Array("</\(name)".utf8)
        var place = start
        while place + end.count <= page.count {
            if page[place] == end[0],
                zip(page[place...], end).allSatisfy({ LooseTag.lowercased($0) == $1 })
            {
                return place
            }
            place += 1
        }
        return page.count
    }

    /// An address without its fragment and final slash, scheme and host in lower case.
    private static func comparable(_ address: String) -> String {
        var text = address.trimmingCharacters()
        if let hash = text.firstIndex(of: "#") { text = String(text[..<hash]) }
        if text.hasSuffix("/") { text.removeLast() }
        guard let start = text.firstRange(of: "://")?.upperBound else { return text }
        let end = text[start...].firstIndex(of: "/") ?? text.endIndex
        return text[..<end].lowercased() + text[end...]
    }
}

extension String {
    fileprivate func trimmingCharacters() -> String {
        let start = drop(while: \.isWhitespace)
        guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...end])
    }
}
