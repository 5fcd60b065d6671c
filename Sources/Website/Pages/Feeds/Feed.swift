import PackageIndex
import WebServer

/// An RSS 2.0 feed, written by hand.
struct Feed {
    /// An entry.
    struct Item {
        let title: String
        let link: String
        let description: String?
        let author: String?
        /// Whether the link is also what the entry is known by.
        let isPermanent: Bool
        let at: Timestamp
    }

    let title: String
    let link: String
    let selfLink: String
    let description: String
    let items: [Item]

    /// The feed as XML.
    var xml: String {
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
              <channel>
                <title>\(Self.escaped(title))</title>
                <link>\(Self.escaped(link))</link>
                <description>\(Self.escaped(description))</description>
                <language>en</language>
                <atom:link href="\(Self.escaped(selfLink))" rel="self" type="application/rss+xml"/>

            """
        for item in items {
            text += "    <item>\n      <title>\(Self.escaped(item.title))</title>\n"
            text += "      <link>\(Self.escaped(item.link))</link>\n"
            if item.isPermanent { text += "      <guid>\(Self.escaped(item.link))</guid>\n" }
            text += "      <description>\(Self.escaped(item.description ?? ""))</description>\n"
            if let author = item.author {
                text += "      <author>\(Self.escaped(author))</author>\n"
            }
            text += "      <pubDate>\(item.at.feedDate)</pubDate>\n    </item>\n"
        }
        return text + "  </channel>\n</rss>\n"
    }

    /// Text fit for XML: what no XML document may hold is left out.
    private static func escaped(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x1_0000...0x10_FFFF:
                kept.append(scalar)
            default: continue
            }
        }
        return HTMLText.escaped(String(kept))
    }
}

extension Feed.Item {
    /// An entry for a release, whose title is the caller's.
    init(_ release: RecentRelease, title: String, link: String, isPermanent: Bool = true) {
        self.init(
            title: title, link: link, description: release.summary,
            author: release.authorEmail.flatMap(Self.addresses), isPermanent: isPermanent,
            at: release.at)
    }

    /// The bare addresses in a field of authors, where every one of them is an address.
    static func addresses(_ field: String) -> String? {
        var addresses: [String] = []
        for part in field.split(separator: ",") {
            var text = part.trimmingWhitespace
            if let start = text.lastIndex(of: "<"), let end = text.lastIndex(of: ">"), start < end {
                text = text[text.index(after: start)..<end]
            }
            guard (try? EmailAddress(String(text))) != nil else { return nil }
            addresses.append(String(text))
        }
        return addresses.isEmpty ? nil : addresses.joined(separator: ", ")
    }
}
