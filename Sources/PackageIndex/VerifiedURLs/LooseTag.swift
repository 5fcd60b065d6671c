/// A start tag as browsers read it, in any case and with any quotes.
struct LooseTag {
    /// The element, in lower case.
    let name: String
    /// Where the tag ends.
    let end: Int
    /// Whether it has an end; one without takes the rest of the page with it.
    let isComplete: Bool
    /// The value of `rel`.
    let relation: String?
    private let target: String?

    /// The longest value that is kept, in bytes.
    private static let longest = 2048

    /// Reads the tag at a `<`; nil where no letter follows.
    ///
    /// Of the attributes only those that links have are kept, whatever their number.
    init?(_ page: [UInt8], at start: Int) {
        var place = start + 1
        func isNameByte(_ byte: UInt8) -> Bool {
            !Self.isSpace(byte) && !"/>=".utf8.contains(byte)
        }
        func word() -> String {
            let from = place
            while place < page.count, isNameByte(page[place]) { place += 1 }
            return String(
                decoding: page[from..<min(place, from + 64)].map(Self.lowercased), as: UTF8.self)
        }
        func skipSpace() {
            while place < page.count, Self.isSpace(page[place]) || page[place] == UInt8(ascii: "/")
            {
                place += 1
            }
        }
        guard place < page.count,
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(Self.lowercased(page[place]))
        else { return nil }
        name = word()
        var kept: [String: String] = [:]
        while true {
            skipSpace()
            if place >= page.count || page[place] == UInt8(ascii: ">") { break }
            let before = place
            let key = word()
            while place < page.count, Self.isSpace(page[place]) { place += 1 }
            var value = ""
            if place < page.count, page[place] == UInt8(ascii: "=") {
                place += 1
                while place < page.count, Self.isSpace(page[place]) { place += 1 }
                value = Self.value(page, &place)
            }
            if key == "href" || key == "rel", kept[key] == nil { kept[key] = value }
            if place == before { place += 1 }
        }
        isComplete = place < page.count
        end = min(place + 1, page.count)
        relation = kept["rel"]
        target = kept["href"]
    }

    /// The value of `href`, its references to characters replaced.
    var address: String? {
        target?.replacing("&amp;", with: "&").replacing("&#x2F;", with: "/")
            .replacing("&#x2f;", with: "/").replacing("&#47;", with: "/")
            .replacing("&#58;", with: ":").replacing("&#x3A;", with: ":")
    }

    private static func value(_ page: [UInt8], _ place: inout Int) -> String {
        guard place < page.count else { return "" }
        let quote = page[place]
        let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
        if isQuoted { place += 1 }
        let from = place
        while place < page.count,
            isQuoted
                ? page[place] != quote : !isSpace(page[place]) && page[place] != UInt8(ascii: ">")
        {
            place += 1
        }
        let value = String(decoding: page[from..<min(place, from + longest)], as: UTF8.self)
        if isQuoted, place < page.count { place += 1 }
        return value
    }

    static func lowercased(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
    }
}
