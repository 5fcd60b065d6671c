import PackageIndex
import WebServer

/// A stretch of the list of projects, rendered.
struct ListSegment: Sendable {
    /// How many projects a segment has at the most.
    static let mostEntries = 1_024

    /// The name that the stretch begins with, unless it is the first.
    let firstName: String
    let html: BodyPiece
    let json: BodyPiece

    private init(_ entries: ArraySlice<ProjectEntry>) {
        firstName = entries.first?.normalizedName ?? ""
        html = BodyPiece(SimpleHTML.listEntries(entries))
        json = BodyPiece(SimpleJSON.listEntries(entries))
    }

    /// Renders entries in segments of nearly the same size; none for no entries.
    static func render(_ entries: [ProjectEntry]) -> [ListSegment] {
        let count = (entries.count + mostEntries - 1) / mostEntries
        return (0..<count).map { number in
            ListSegment(
                entries[entries.count * number / count..<entries.count * (number + 1) / count])
        }
    }

    /// What it takes in memory, in bytes.
    var cost: Int { html.cost + json.cost + 64 }
}

extension IndexPage {
    /// The list of projects put together from its segments.
    ///
    /// Only the head and the tail, which hold the serial, are made anew.
    init(_ segments: [ListSegment], serial: Int64, audience: Audience, ownCost: Int) {
        let html =
            [BodyPiece(SimpleHTML.listHead)] + segments.map(\.html)
            + [BodyPiece(SimpleHTML.listTail(serial: serial))]
        var json = [BodyPiece(SimpleJSON.listHead(serial: serial))]
        let comma = BodyPiece(",")
        for (number, segment) in segments.enumerated() {
            if number > 0 { json.append(comma) }
            json.append(segment.json)
        }
        json.append(BodyPiece(SimpleJSON.listTail))
        let buffers = 2 * (html.count + json.count)
        self.init(
            html: PageBody(html), json: PageBody(json), serial: serial, audience: audience,
            cost: ownCost + 32 * buffers + 2_048)
    }
}
