/// Rows of cells that are aligned by what is seen of them, colours apart.
struct TextTable {
    private var rows: [[String]]
    private let indent: String

    init(_ rows: [[String]] = [], indent: Int = 0) {
        self.rows = rows
        self.indent = String(repeating: " ", count: indent)
    }

    mutating func add(_ cells: [String]) {
        rows.append(cells)
    }

    var text: String { lines.joined(separator: "\n") }

    var lines: [String] {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            rows.map { column < $0.count ? Self.width($0[column]) : 0 }.max() ?? 0
        }
        return rows.map { row in
            var line = indent
            for (column, cell) in row.enumerated() {
                line += cell
                guard column + 1 < row.count else { break }
                line += String(repeating: " ", count: widths[column] - Self.width(cell) + 2)
            }
            return line
        }
    }

    /// The columns that a text takes, escape sequences apart.
    private static func width(_ text: String) -> Int {
        var width = 0
        var isEscape = false
        for character in text {
            if character == "\u{1B}" {
                isEscape = true
            } else if isEscape {
                isEscape = character != "m"
            } else {
                width += 1
            }
        }
        return width
    }
}
