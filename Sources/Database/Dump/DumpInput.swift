/// One line of a dump and where it stands.
struct DumpLine {
    let number: Int
    let value: JSONLine

    func refused(_ message: String) -> DumpRefused {
        DumpRefused(line: number, message: message)
    }
}

/// Cuts a stream of bytes into lines and reads each as JSON.
struct DumpInput {
    private let nextPiece: () throws -> [UInt8]?
    private var piece: ArraySlice<UInt8> = []
    private var number = 0

    init(nextPiece: @escaping () throws -> [UInt8]?) {
        self.nextPiece = nextPiece
    }

    /// The next line.
    ///
    /// - Throws: `DumpRefused` when the stream is over or the line is no JSON.
    mutating func next() throws -> DumpLine {
        guard let bytes = try nextLine() else {
            throw DumpRefused(
                line: number, message: "the dump ends here, without its last line: it is cut off")
        }
        do throws(JSONLine.Invalid) {
            return DumpLine(number: number, value: try JSONLine(parsing: bytes))
        } catch {
            throw DumpRefused(line: number, message: "not a line of JSON at byte \(error.offset)")
        }
    }

    /// Checks that the stream is over.
    mutating func expectEnd() throws {
        guard try nextLine() == nil else {
            throw DumpRefused(line: number, message: "there is more after the end")
        }
    }

    /// The bytes up to the next newline; nil at the end, where a line without newline does not
    /// count.
    private mutating func nextLine() throws -> [UInt8]? {
        var line: [UInt8] = []
        while true {
            if let newline = piece.firstIndex(of: UInt8(ascii: "\n")) {
                line += piece[..<newline]
                piece = piece[(newline + 1)...]
                number += 1
                return line
            }
            line += piece
            guard let next = try nextPiece() else {
                piece = []
                if !line.isEmpty { number += 1 }
                return nil
            }
            piece = next[...]
        }
    }
}
