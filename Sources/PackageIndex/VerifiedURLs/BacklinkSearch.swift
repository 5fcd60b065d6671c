/// Looks for a link to an address in a page that anybody may have written.
///
/// A link that the page itself calls foreign (`nofollow`, `ugc`, `sponsored`) is no word of the
/// page's owner: visitors write those.
package struct BacklinkSearch: Sendable {
    private let target: String

    /// A search for links to a project's page.
    package init(to target: String) {
        self.target = Self.comparable(target)
    }

    /// Whether a page has such a link, in an `a` or a `link` element.
    package func isFound(in page: [UInt8]) -> Bool {
        var place = 0
        while let start = page[place...].firstIndex(of: UInt8(ascii: "<")) {
            if let end = Self.endOfComment(page, at: start) {
                place = end
                continue
            }
            guard let tag = LooseTag(page, at: start) else {
                place = start + 1
                continue
            }
            if ["a", "link"].contains(tag.name), isMatch(tag) { return true }
            place = tag.end
            if Self.raw.contains(tag.name) { place = Self.endOfRaw(tag.name, page, from: tag.end) }
        }
        return false
    }

    private func isMatch(_ tag: LooseTag) -> Bool {
        guard let href = tag["href"], Self.comparable(href) == target else { return false }
        let relations = (tag["rel"] ?? "").lowercased().split(whereSeparator: \.isWhitespace)
        return relations.contains("me")
            || !relations.contains { ["nofollow", "ugc", "sponsored"].contains($0) }
    }

    /// Elements whose content is no markup.
    private static let raw: Set<String> = [
        "script", "style", "textarea", "title", "template", "noscript", "xmp", "iframe", "noembed",
        "noframes", "plaintext",
    ]

    private static func endOfComment(_ page: [UInt8], at start: Int) -> Int? {
        guard page[start...].starts(with: Array("<!--".utf8)) else { return nil }
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
