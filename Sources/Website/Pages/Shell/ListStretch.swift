import WebServer

/// The part of a list, newest first, that one page of it shows, and where the others are.
struct ListStretch {
    /// Where in the list it is.
    let range: Range<Int>
    /// The links to its neighbours; nil where all is shown.
    let links: Links?

    /// The neighbours of a stretch, as queries of the same address.
    struct Links {
        let newerPath: String?
        let olderPath: String?
    }

    private static let rows = 50

    /// The page of a list with so many rows that `field` of the query names, the first where it names
    /// none; `place` is where on the page the list stands.
    ///
    /// The neighbours keep the query's other fields: what the reader chose, and where they are in
    /// another list of the same page.
    init(
        of count: Int, in query: FormFields, field: String = "page", place: String = ""
    ) {
        let last = max(1, (count + Self.rows - 1) / Self.rows)
        let page = min(max(1, Int(query[field]) ?? 1), last)
        range = (page - 1) * Self.rows..<min(page * Self.rows, count)
        func path(_ page: Int) -> String { query.query(field, "\(page)") + place }
        links =
            last == 1
            ? nil
            : Links(
                newerPath: page > 1 ? path(page - 1) : nil,
                olderPath: page < last ? path(page + 1) : nil)
    }
}
