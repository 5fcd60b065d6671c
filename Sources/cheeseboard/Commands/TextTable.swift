/// Rows of cells that are aligned by what is seen of them, colours apart.
struct TextTable {
    private enum Row {
        case cells([String])
        case line(String)
    }

    private var rows: [Row]
    private let indent: String

    init(_ rows: [[String]] = [], indent: Int = 0) {
        self.rows = rows.map(Row.cells)
        self.indent = String(repeating: " ", count: indent)
    }

    mutating func add(_ cells: [String]) {
        rows.append(.cells(cells))
    }

    /// Adds a line that stands among the rows and widens none of their columns.
    mutating func add(line: String) {
        rows.append(.line(line))
    }

    var hasRows: Bool { !rows.isEmpty }

    var text: String { lines.joined(separator: "\n") }

    var lines: [String] {
        let aligned = rows.compactMap { row -> [String]? in
            guard case .cells(let cells) = row else { return nil }
            return cells
        }
        let columns = aligned.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            aligned.map { column < $0.count ? Self.width($0[column]) : 0 }.max() ?? 0
        }
        return rows.map { row in
            switch row {
            case .cells(let cells): line(of: cells, widths)
            case .line(let line): line.isEmpty ? "" : indent + line
            }
        }
    }

    private func line(of cells: [String], _ widths: [Int]) -> String {
        var line = indent
        for (column, cell) in cells.enumerated() {
            line += cell
            guard column + 1 < cells.count else { break }
            line += String(repeating: " ", count: widths[column] - Self.width(cell) + 2)
        }
        return line
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
