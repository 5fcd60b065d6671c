/// Walks a symbol table in pieces and notes its names.
struct ELFSymbolTable {
    /// What the table is: that of the loader, or the full one that only linkers and debuggers read.
    enum Kind: String {
        case dynamic = "the dynamic symbols"
        case full = "the symbol table"
    }

    let kind: Kind
    let offset: UInt64
    let count: Int
    let strings: ELFStrings
    let layout: ELFLayout
    /// Whether the file is an object, whose undefined symbols stand in its only table.
    var isObject = false

    private static let pieceBytes = 1 << 20
    /// Names share their ends in a table, yet never so often that they sum up to many times its size.
    private static let maximumSharing = 4

    static func entrySize(_ layout: ELFLayout) -> Int { layout.is64 ? 24 : 16 }

    /// Notes the name of each symbol with its role.
    ///
    /// - Throws: `invalid` where the table or a name lies outside; what came before is noted.
    func note(
        in tally: inout SymbolTally, _ reader: ELFReader<some NativeSource>
    ) throws(NativeInspectionError) {
        guard count <= reader.limits.symbols else {
            throw .invalid("\(kind.rawValue): \(count) are more than \(reader.limits.symbols)")
        }
        let size = Self.entrySize(layout)
        _ = try reader.range(of: kind.rawValue, at: offset, count: UInt64(count * size))
        var budget = strings.bytes.count * Self.maximumSharing
        var unreadable = 0
        let step = Self.pieceBytes / size
        var first = 0
        while first < count {
            let number = min(step, count - first)
            let piece = try reader.read(
                kind.rawValue, at: offset + UInt64(first * size), count: UInt64(number * size),
                layout: layout)
            for index in 0..<number {
                let symbol = ELFSymbol(piece, at: index &* size)
                guard let symbol, symbol.name != 0, let role = role(of: symbol) else { continue }
                guard let range = strings.range(at: symbol.name, limit: strings.bytes.count) else {
                    unreadable += 1
                    continue
                }
                budget -= range.count
                guard budget >= 0 else {
                    throw .invalid(
                        "\(kind.rawValue) at \(hexadecimal(offset)) overlap in their names")
                }
                tally.note(
                    strings.bytes.span.extracting(range), as: role, isWeak: symbol.isWeak)
            }
            first += number
        }
        guard unreadable == 0 else {
            throw .invalid(
                "\(kind.rawValue) at \(hexadecimal(offset)): \(unreadable) names lie outside of the strings"
            )
        }
    }

    private func role(of symbol: ELFSymbol) -> SymbolTally.Role? {
        if symbol.isUndefined { return kind == .dynamic || isObject ? .imported : nil }
        guard !symbol.isSectionOrFile else { return nil }
        return kind == .dynamic && symbol.isVisible ? .exported : .local
    }
}

/// What an entry of a symbol table says besides its value.
struct ELFSymbol {
    /// The offset of its name.
    let name: Int
    private let info: Int
    private let other: Int
    private let section: Int

    init?(_ bytes: ELFBytes, at position: Int) {
        let rest = position &+ (bytes.layout.is64 ? 4 : 12)
        guard let name = bytes.number32(at: position), let info = bytes.byte(at: rest),
            let other = bytes.byte(at: rest &+ 1), let section = bytes.half(at: rest &+ 2)
        else { return nil }
        self.name = name
        self.info = info
        self.other = other
        self.section = section
    }

    var isUndefined: Bool { section == 0 }
    var isWeak: Bool { info >> 4 == 2 }
    /// Whether it stands for a section or a source file: its name is not one of the program's.
    var isSectionOrFile: Bool { (3...4).contains(info & 15) }
    /// Whether other files can bind to it: global, weak or unique, and neither internal nor hidden.
    var isVisible: Bool { info >> 4 != 0 && other & 3 != 1 && other & 3 != 2 }
}
